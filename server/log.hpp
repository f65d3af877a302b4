// The host's log: one event, one line, on standard error. Never a token, never a message's content.
#pragma once

#include <string>
#include <string_view>

namespace tt::server::log {

void info(std::string_view line);
void warn(std::string_view line);
void error(std::string_view line);

enum class Format {
  kPlain,  ///< time, level, words
  kPairs,  ///< time=… level=… event="…"
  kJson,   ///< {"time":…,"level":…,"event":…}
};
/// From now on. Before other threads log.
void use(Format format);

/// The text in double quotes, on one line whatever is in it; readable as JSON.
[[nodiscard]] std::string quoted(std::string_view text);

/// Only warnings and errors from now on.
void quiet();

}  // namespace tt::server::log
