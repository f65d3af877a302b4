// A tournament's file.
#include <cstddef>
#include <cstdint>

#include "tournament/spec.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  (void)tt::tournament::parse_spec({reinterpret_cast<const char*>(bytes), size}, "tournament.toml");
  return 0;
}
