#include "server/chance.hpp"

#include <sodium.h>

#include <string_view>

namespace tt::server {

std::uint64_t random_number() {
  std::uint64_t number = 0;
  randombytes_buf(&number, sizeof number);
  return number;
}

std::uint32_t random_below(std::uint32_t n) {
  return randombytes_uniform(n);
}

std::string random_text(std::size_t length) {
  constexpr std::string_view kLetters = "bcdfghjkmnpqrstvwxz23456789";  // no vowels: no words
  std::string text;
  while (text.size() < length) text += kLetters[random_below(kLetters.size())];
  return text;
}

}  // namespace tt::server
