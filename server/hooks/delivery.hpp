// Brings one message to one address: a connection of its own, one POST, and of the answer nothing but its header.
#pragma once

#include <atomic>
#include <boost/asio/any_io_executor.hpp>
#include <functional>
#include <memory>
#include <string>

#include "server/hooks/hook_plan.hpp"
#include "server/hooks/message.hpp"

namespace boost::asio::ssl {
class context;
}

namespace tt::server {

struct Delivered {
  enum class Fate {
    kTaken,    ///< answered with 2xx
    kRefused,  ///< answered with something that another try will not change, a redirect included
    kNotYet,   ///< not answered, or answered with 408, 429 or 5xx
  };
  Fate fate = Fate::kNotYet;
  std::string why;  ///< a few words where it was not taken
};

/// Of one hook. All of it on the executor; one delivery at a time.
class Delivery {
 public:
  using Done = std::function<void(Delivered)>;

  /// TLS is 1.2 or later, and the address's name must be the certificate's, by an authority this machine trusts.
  Delivery(boost::asio::any_io_executor where, HookAddress address, std::string secret, milliseconds step);

  /// `timestamp`: seconds since 1970, UTC, of this try. `done` is called once, later.
  void start(const HookMessage& message, std::uint64_t timestamp, Done done);
  /// Whether the system is being asked for an address, which nothing can cut short. From any thread.
  [[nodiscard]] bool resolving() const { return *resolving_ > 0; }

 private:
  boost::asio::any_io_executor where_;
  HookAddress address_;
  std::string secret_;
  milliseconds step_;
  std::shared_ptr<boost::asio::ssl::context> trust_;  ///< null without TLS
  std::shared_ptr<std::atomic<int>> resolving_ = std::make_shared<std::atomic<int>>(0);
};

}  // namespace tt::server
