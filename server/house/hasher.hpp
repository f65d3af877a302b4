// Slow hashes of passwords (argon2id, RFC 9106, by libsodium), on threads of their own so that no world waits for one.
// Whoever asks has one at a time, and log-ins go first, so that nobody keeps others from coming in.
#pragma once

#include <array>
#include <boost/asio/thread_pool.hpp>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <string>

#include "server/limits.hpp"
#include "server/net/places.hpp"

namespace tt::server {

/// Who wants a hash, and from where.
struct Asker {
  std::uint64_t guest = 0;  ///< 0: nobody's; not counted
  std::string address;      ///< as addresses are counted; empty: not counted
};

class Hasher {
 public:
  /// At 19 MiB each; OWASP's least for argon2id is 19 MiB and two passes.
  static constexpr std::size_t kAtOnce = 2;
  static constexpr std::size_t kMemoryBytes = 19 * 1024 * 1024;
  static constexpr unsigned long long kPasses = 2;

  /// What it is for: an earlier line's go first.
  enum class Line : std::uint8_t {
    kLogIn,   ///< somebody comes back
    kDoor,    ///< a world's password
    kChange,  ///< a new secret, and the proof of the one before
  };

  explicit Hasher(std::size_t per_address = kHashesPerAddressMax) : per_address_(per_address) {}
  ~Hasher() { finish(); }
  Hasher(const Hasher&) = delete;
  Hasher& operator=(const Hasher&) = delete;

  /// Ends what runs and forgets what waits; nothing is called after it.
  void finish();
  /// False if too many wait, or this one has as many as are allowed. The hash, empty if there was no memory for it,
  /// comes on one of the threads.
  [[nodiscard]] bool hash(Line line, const Asker& asker, std::string secret, std::function<void(std::string)> done);
  /// Whether the secret is the one of the hash. A hash of other parameters than ours is no secret's: its price is not
  /// for others to choose.
  [[nodiscard]] bool verify(Line line, const Asker& asker, std::string hash, std::string secret,
                            std::function<void(bool)> done);

 private:
  /// Works it out, and gives what is to be called with it.
  using Work = std::function<std::function<void()>()>;
  struct Job {
    Work work;
    std::array<Place, 2> places;  ///< the guest's, the address's
  };
  [[nodiscard]] bool post(Line line, const Asker& asker, Work work);
  void do_next();

  std::size_t per_address_;
  std::mutex mutex_;  ///< for all but the pool
  std::array<std::deque<Job>, 3> lines_;
  Places<std::uint64_t> by_guest_;
  Places<std::string> by_address_;
  boost::asio::thread_pool pool_{kAtOnce};
};

/// BLAKE2b-256: for secrets that are random enough to need no slowness.
[[nodiscard]] std::string fast_hash(const std::string& secret);
/// 22 characters of base64url: 128 random bits.
[[nodiscard]] std::string random_code();

}  // namespace tt::server
