#include "server/house/hasher.hpp"

#include <sodium.h>

#include <array>
#include <boost/asio/post.hpp>
#include <utility>

namespace tt::server {

void Hasher::finish() {
  pool_.stop();
  pool_.join();
}

bool Hasher::post(std::function<void()> work) {
  if (waiting_.fetch_add(1) >= kWaitingMax) {
    waiting_.fetch_sub(1);
    return false;
  }
  boost::asio::post(pool_, [this, work = std::move(work)] {
    work();
    waiting_.fetch_sub(1);
  });
  return true;
}

bool Hasher::hash(std::string secret, std::function<void(std::string)> done) {
  return post([secret = std::move(secret), done = std::move(done)] {
    std::array<char, crypto_pwhash_STRBYTES> text{};
    const bool made = crypto_pwhash_str_alg(text.data(), secret.data(), secret.size(), kPasses, kMemoryBytes,
                                            crypto_pwhash_ALG_ARGON2ID13) == 0;
    done(made ? std::string(text.data()) : std::string());
  });
}

bool Hasher::verify(std::string hash, std::string secret, std::function<void(bool)> done) {
  return post([hash = std::move(hash), secret = std::move(secret), done = std::move(done)] {
    done(hash.size() < crypto_pwhash_STRBYTES &&
         crypto_pwhash_str_verify(hash.c_str(), secret.data(), secret.size()) == 0);
  });
}

std::string fast_hash(const std::string& secret) {
  std::string hash(32, '\0');
  crypto_generichash(reinterpret_cast<unsigned char*>(hash.data()), hash.size(),
                     reinterpret_cast<const unsigned char*>(secret.data()), secret.size(), nullptr, 0);
  return hash;
}

std::string random_code() {
  std::array<unsigned char, 16> secret{};
  randombytes_buf(secret.data(), secret.size());
  std::array<char, 23> text{};
  sodium_bin2base64(text.data(), text.size(), secret.data(), secret.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING);
  return text.data();
}

}  // namespace tt::server
