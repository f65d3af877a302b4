// How many connections there are, in all and from each address. Network thread only.
#pragma once

#include <algorithm>
#include <boost/asio/ip/address.hpp>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>

#include "server/config.hpp"
#include "server/net/places.hpp"

namespace tt::server {

class ConnectionCount {
 public:
  explicit ConnectionCount(const Caps& caps) : caps_(caps) {}

  /// Null if there are enough of them.
  [[nodiscard]] Place take(const boost::asio::ip::address& address) {
    return take(counted_as(address),
                address.is_loopback() ? caps_.connections_loopback : caps_.connections_per_address);
  }
  /// Of a trusted proxy, which comes for many: counted among all of them only.
  [[nodiscard]] Place take_for_proxy() { return take("proxy", caps_.connections); }
  [[nodiscard]] std::size_t total() const { return *total_; }

  /// An IPv6 customer has a whole /64 and would never come twice from one address.
  [[nodiscard]] static std::string counted_as(const boost::asio::ip::address& address) {
    if (!address.is_v6()) return address.to_string();
    auto bytes = address.to_v6().to_bytes();
    std::fill(bytes.begin() + 8, bytes.end(), std::uint8_t{0});
    return boost::asio::ip::address_v6(bytes).to_string() + "/64";
  }

 private:
  [[nodiscard]] Place take(const std::string& address, std::size_t most) {
    if (*total_ >= caps_.connections) return nullptr;
    Place place = by_address_.take(address, most);
    if (!place) return nullptr;
    ++*total_;
    return {this, [total = total_, place = std::move(place)](void*) { --*total; }};
  }

  Caps caps_;
  std::shared_ptr<std::size_t> total_ = std::make_shared<std::size_t>(0);
  Places<std::string> by_address_;
};

}  // namespace tt::server
