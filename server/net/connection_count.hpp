// How many connections there are, in all and from each address. Network thread only.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include "server/config.hpp"

namespace tt::server {

class ConnectionCount {
 public:
  explicit ConnectionCount(const Caps& caps) : caps_(caps), counts_(std::make_shared<Counts>()) {}

  /// Held as long as the connection lives.
  using Place = std::shared_ptr<void>;

  /// Null if there are enough of them.
  [[nodiscard]] Place take(const std::string& address, bool loopback) {
    std::size_t& mine = counts_->by_address[address];
    const std::size_t most = loopback ? caps_.connections_loopback : caps_.connections_per_address;
    if (counts_->total >= caps_.connections || mine >= most) {
      if (mine == 0) counts_->by_address.erase(address);
      return nullptr;
    }
    ++mine;
    ++counts_->total;
    return {this, [counts = counts_, address](void*) {
              --counts->total;
              if (--counts->by_address[address] == 0) counts->by_address.erase(address);
            }};
  }
  [[nodiscard]] std::size_t total() const { return counts_->total; }

 private:
  struct Counts {
    std::size_t total = 0;
    std::unordered_map<std::string, std::size_t> by_address;
  };
  Caps caps_;
  std::shared_ptr<Counts> counts_;
};

}  // namespace tt::server
