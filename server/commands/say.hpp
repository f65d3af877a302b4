// How commands speak: results on standard output, failures on standard error, with what, where, and what to do.
#pragma once

#include <cstdio>
#include <string>

#include "persistence/result.hpp"
#include "server/commands/commands.hpp"

namespace tt::server {

inline int say_failure(const persistence::Failure& failure) {
  std::fprintf(stderr, "technotariat: %s\n", failure.text().c_str());
  return kFailed;
}

inline void say(const std::string& text) {
  std::fwrite(text.data(), 1, text.size(), stdout);
}

/// 16 digits, as hashes are written everywhere.
[[nodiscard]] inline std::string hex(std::uint64_t number) {
  char text[17];
  std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(number));
  return text;
}

}  // namespace tt::server
