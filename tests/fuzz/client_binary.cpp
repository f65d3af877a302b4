// A client's frame, as protobuf.
#include <cstddef>
#include <cstdint>

#include "tests/fuzz/client_request.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  tt::fuzz::take_request({reinterpret_cast<const char*>(bytes), size}, tt::protocol::Mapping::kBinary);
  return 0;
}
