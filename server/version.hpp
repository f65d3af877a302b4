// The program's version, as CMake's project() says.
#pragma once

namespace tt::server {

extern const char* const kServerVersion;

}  // namespace tt::server
