// A TOML table read key by key: every key must be known, every value of its kind and in its range. Keeps the first
// complaint, with file and line; after one, everything reads as its fallback.
#pragma once

#include <toml++/toml.h>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "persistence/result.hpp"

namespace tt::tournament {

struct Named {
  std::string text;
  toml::source_position where;
};

class SpecReader {
 public:
  explicit SpecReader(std::filesystem::path path) : path_(std::move(path)) {}

  void complain(std::string what, toml::source_position where, std::string remedy);
  [[nodiscard]] const std::optional<persistence::Failure>& complaint() const { return complaint_; }

  /// Complains of the first key that is not `known`, suggesting the nearest.
  void only_known(const toml::table& table, std::span<const std::string_view> known);

  /// `what` is the key in words, such as "[members] seats". Nothing where the key is absent.
  [[nodiscard]] std::optional<std::int64_t> number(const toml::table& table, std::string_view key,
                                                   const std::string& what, std::int64_t least, std::int64_t most);
  /// A number with or without decimals; least < value < most.
  [[nodiscard]] std::optional<double> real(const toml::table& table, std::string_view key, const std::string& what,
                                           double least, double most);
  [[nodiscard]] std::optional<bool> flag(const toml::table& table, std::string_view key, const std::string& what);
  [[nodiscard]] std::optional<Named> text(const toml::table& table, std::string_view key, const std::string& what);
  [[nodiscard]] std::vector<Named> texts(const toml::table& table, std::string_view key, const std::string& what);
  /// A section; null where it is absent.
  [[nodiscard]] const toml::table* section(const toml::table& table, std::string_view key);

  /// Complains unless `written` is one of `known`.
  void one_of(const Named& written, std::string_view kind, std::span<const std::string_view> known);
  void missing(const std::string& what, const toml::table& table);

 private:
  std::filesystem::path path_;
  std::optional<persistence::Failure> complaint_;
};

}  // namespace tt::tournament
