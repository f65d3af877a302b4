// Small dense matrices: enough for some hundred parameters, no more.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace tt::tournament::rating {

class Matrix {
 public:
  Matrix() = default;
  Matrix(std::size_t rows, std::size_t columns) : columns_(columns), values_(rows * columns, 0.0) {}

  [[nodiscard]] std::size_t rows() const { return columns_ == 0 ? 0 : values_.size() / columns_; }
  [[nodiscard]] std::size_t columns() const { return columns_; }
  double& operator()(std::size_t row, std::size_t column) { return values_[row * columns_ + column]; }
  double operator()(std::size_t row, std::size_t column) const { return values_[row * columns_ + column]; }

 private:
  std::size_t columns_ = 0;
  std::vector<double> values_;
};

[[nodiscard]] Matrix operator*(const Matrix& a, const Matrix& b);
[[nodiscard]] std::vector<double> operator*(const Matrix& a, std::span<const double> x);

/// The inverse of a square matrix, by Gauss and Jordan with row pivots; nothing where it has none to working precision.
[[nodiscard]] std::optional<Matrix> inverse(Matrix a);

}  // namespace tt::tournament::rating
