// A host's configuration file.
#include <cstddef>
#include <cstdint>

#include "server/config_file.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  (void)tt::server::parse_config({reinterpret_cast<const char*>(bytes), size}, "technotariat.toml");
  return 0;
}
