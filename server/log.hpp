// The host's log: plain lines on standard error. Never a token, never a message's content.
#pragma once

#include <string_view>

namespace tt::server::log {

void info(std::string_view line);
void warn(std::string_view line);
void error(std::string_view line);

/// Only warnings and errors from now on.
void quiet();

}  // namespace tt::server::log
