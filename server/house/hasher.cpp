#include "server/house/hasher.hpp"

#include <sodium.h>

#include <array>
#include <boost/asio/post.hpp>
#include <utility>

namespace tt::server {
namespace {

/// A hash says itself how much memory and time it takes to check.
bool has_our_price(const std::string& hash) {
  static const std::string kOurs = "$argon2id$v=19$m=" + std::to_string(Hasher::kMemoryBytes / 1024) +
                                   ",t=" + std::to_string(Hasher::kPasses) + ",p=1$";
  return hash.starts_with(kOurs) && hash.size() < crypto_pwhash_STRBYTES && hash.find('\0') == std::string::npos;
}

}  // namespace

void Hasher::finish() {
  pool_.stop();
  pool_.join();
}

bool Hasher::post(Line line, const Asker& asker, Work work) {
  {
    const std::lock_guard lock(mutex_);
    std::deque<Job>& waiting = lines_[static_cast<std::size_t>(line)];
    if (waiting.size() >= kHashesWaitingMax) return false;
    Job job{std::move(work), {}};
    if (asker.guest != 0 && !(job.places[0] = by_guest_.take(asker.guest, kHashesPerGuestMax))) return false;
    if (!asker.address.empty() && !(job.places[1] = by_address_.take(asker.address, per_address_))) return false;
    waiting.push_back(std::move(job));
  }
  boost::asio::post(pool_, [this] { do_next(); });
  return true;
}

void Hasher::do_next() {
  Job job;
  {
    const std::lock_guard lock(mutex_);
    for (std::deque<Job>& line : lines_) {
      if (line.empty()) continue;
      job = std::move(line.front());
      line.pop_front();
      break;
    }
  }
  const std::function<void()> tell = job.work();
  {
    // Before it is told: whoever hears the answer may ask the next one at once.
    const std::lock_guard lock(mutex_);
    job.places = {};
  }
  tell();
}

bool Hasher::hash(Line line, const Asker& asker, std::string secret, std::function<void(std::string)> done) {
  return post(line, asker, [secret = std::move(secret), done = std::move(done)]() -> std::function<void()> {
    std::array<char, crypto_pwhash_STRBYTES> text{};
    const bool made = crypto_pwhash_str_alg(text.data(), secret.data(), secret.size(), kPasses, kMemoryBytes,
                                            crypto_pwhash_ALG_ARGON2ID13) == 0;
    return [done, hash = made ? std::string(text.data()) : std::string()] { done(hash); };
  });
}

bool Hasher::verify(Line line, const Asker& asker, std::string hash, std::string secret,
                    std::function<void(bool)> done) {
  return post(line, asker,
              [hash = std::move(hash), secret = std::move(secret), done = std::move(done)]() -> std::function<void()> {
                const bool right =
                    has_our_price(hash) && crypto_pwhash_str_verify(hash.c_str(), secret.data(), secret.size()) == 0;
                return [done, right] { done(right); };
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
