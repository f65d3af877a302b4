// Slow hashes of passwords (argon2id, RFC 9106, by libsodium), on threads of their own so that no world waits for one.
#pragma once

#include <atomic>
#include <boost/asio/thread_pool.hpp>
#include <cstddef>
#include <functional>
#include <string>

namespace tt::server {

class Hasher {
 public:
  /// At 19 MiB each; OWASP's least for argon2id is 19 MiB and two passes.
  static constexpr std::size_t kAtOnce = 2;
  static constexpr std::size_t kMemoryBytes = 19 * 1024 * 1024;
  static constexpr unsigned long long kPasses = 2;
  /// Waiting ones, about 30 ms each: beyond a second of work, callers are told that the server is busy.
  static constexpr std::size_t kWaitingMax = 64;

  Hasher() = default;
  ~Hasher() { finish(); }
  Hasher(const Hasher&) = delete;
  Hasher& operator=(const Hasher&) = delete;

  /// Ends what runs and forgets what waits; nothing is called after it.
  void finish();
  /// False if too many wait. The hash, empty if there was no memory for it, comes on one of the threads.
  [[nodiscard]] bool hash(std::string secret, std::function<void(std::string)> done);
  /// Whether the secret is the one of the hash.
  [[nodiscard]] bool verify(std::string hash, std::string secret, std::function<void(bool)> done);

 private:
  [[nodiscard]] bool post(std::function<void()> work);

  std::atomic<std::size_t> waiting_{0};
  boost::asio::thread_pool pool_{kAtOnce};
};

/// BLAKE2b-256: for secrets that are random enough to need no slowness.
[[nodiscard]] std::string fast_hash(const std::string& secret);
/// 22 characters of base64url: 128 random bits.
[[nodiscard]] std::string random_code();

}  // namespace tt::server
