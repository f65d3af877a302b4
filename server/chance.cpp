#include "server/chance.hpp"

#include <sodium.h>

namespace tt::server {

std::uint64_t random_number() {
  std::uint64_t number = 0;
  randombytes_buf(&number, sizeof number);
  return number;
}

std::uint32_t random_below(std::uint32_t n) {
  return randombytes_uniform(n);
}

}  // namespace tt::server
