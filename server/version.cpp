#include "server/version.hpp"

namespace tt::server {

const char* const kServerVersion = TT_VERSION;

}  // namespace tt::server
