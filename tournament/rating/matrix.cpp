#include "tournament/rating/matrix.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace tt::tournament::rating {
namespace {

/// The row at or below `column` with the largest value in it.
std::size_t pivot_row(const Matrix& a, std::size_t column) {
  std::size_t best = column;
  for (std::size_t row = column + 1; row < a.rows(); ++row)
    if (std::fabs(a(row, column)) > std::fabs(a(best, column))) best = row;
  return best;
}

void swap_rows(Matrix& a, std::size_t one, std::size_t other) {
  for (std::size_t column = 0; column < a.columns() && one != other; ++column)
    std::swap(a(one, column), a(other, column));
}

/// Row `row` plus `factor` times row `from`.
void add_row(Matrix& a, std::size_t row, std::size_t from, double factor) {
  for (std::size_t column = 0; column < a.columns(); ++column) a(row, column) += factor * a(from, column);
}

}  // namespace

Matrix operator*(const Matrix& a, const Matrix& b) {
  Matrix product(a.rows(), b.columns());
  for (std::size_t i = 0; i < a.rows(); ++i)
    for (std::size_t k = 0; k < a.columns(); ++k)
      for (std::size_t j = 0; j < b.columns(); ++j) product(i, j) += a(i, k) * b(k, j);
  return product;
}

std::vector<double> operator*(const Matrix& a, std::span<const double> x) {
  std::vector<double> product(a.rows(), 0.0);
  for (std::size_t i = 0; i < a.rows(); ++i)
    for (std::size_t k = 0; k < a.columns(); ++k) product[i] += a(i, k) * x[k];
  return product;
}

std::optional<Matrix> inverse(Matrix a) {
  const std::size_t size = a.rows();
  Matrix result(size, size);
  double largest = 0;
  for (std::size_t i = 0; i < size; ++i) {
    result(i, i) = 1;
    for (std::size_t j = 0; j < size; ++j) largest = std::max(largest, std::fabs(a(i, j)));
  }
  for (std::size_t column = 0; column < size; ++column) {
    const std::size_t pivot = pivot_row(a, column);
    if (!(std::fabs(a(pivot, column)) > 1e-13 * largest)) return std::nullopt;
    swap_rows(a, column, pivot);
    swap_rows(result, column, pivot);
    const double scale = 1 / a(column, column);
    for (std::size_t j = 0; j < size; ++j) {
      a(column, j) *= scale;
      result(column, j) *= scale;
    }
    for (std::size_t row = 0; row < size; ++row) {
      const double factor = -a(row, column);
      if (row == column || factor == 0) continue;
      add_row(a, row, column, factor);
      add_row(result, row, column, factor);
    }
  }
  return result;
}

}  // namespace tt::tournament::rating
