#include "tournament/digest.hpp"

#include <sodium.h>

#include <array>

namespace tt::tournament {
namespace {

using Hash = std::array<unsigned char, crypto_hash_sha256_BYTES>;

Hash sha256(std::string_view bytes) {
  Hash hash;
  crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  return hash;
}

void append(std::string& bytes, std::uint64_t number) {
  for (unsigned shift = 0; shift < 64; shift += 8) bytes += static_cast<char>((number >> shift) & 0xFFU);
}

}  // namespace

std::string digest(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string hex;
  for (const unsigned char byte : sha256(text)) {
    hex += kDigits[byte >> 4U];
    hex += kDigits[byte & 0xFU];
  }
  return hex;
}

std::uint64_t derived_seed(std::uint64_t master, std::string_view purpose, std::uint64_t number) {
  std::string bytes(purpose);
  bytes += '\0';
  append(bytes, master);
  append(bytes, number);
  const Hash hash = sha256(bytes);
  std::uint64_t seed = 0;
  for (unsigned at = 0; at < 8; ++at) seed |= static_cast<std::uint64_t>(hash[at]) << (8 * at);
  return seed;
}

}  // namespace tt::tournament
