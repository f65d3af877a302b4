// A rate for each address, and a wider one for the block it lies in: who has one IPv6 customer's network may have many
// of its parts, and would be as many strangers as there are of those. One thread at a time.
#pragma once

#include <algorithm>
#include <boost/asio/ip/address.hpp>
#include <cstddef>
#include <string>

#include "server/limits.hpp"
#include "server/named_buckets.hpp"

namespace tt::server {

class AddressBuckets {
 public:
  /// As NamedBuckets; kBlockRate times the rate and burst for each /48.
  AddressBuckets(double per_second, double burst, std::size_t watched)
      : one_(per_second, burst, watched), block_(kBlockRate * per_second, kBlockRate * burst, watched) {}

  /// Uses one up. `address` as addresses are counted ("1.2.3.4", "2001:db8::/64"). False if there is none left.
  [[nodiscard]] bool take(const std::string& address, NamedBuckets::Time now) {
    const std::string block = block_of(address);
    if (!block.empty() && !block_.take(block, now)) return false;
    if (one_.take(address, now)) return true;
    if (!block.empty()) block_.give_back(block);
    return false;
  }

  /// For one that came to nothing.
  void give_back(const std::string& address) {
    one_.give_back(address);
    if (const std::string block = block_of(address); !block.empty()) block_.give_back(block);
  }

 private:
  /// Empty for what is no part of a block.
  [[nodiscard]] static std::string block_of(const std::string& address) {
    constexpr std::size_t kBytesKept = 6;
    boost::system::error_code ec;
    const auto parsed = boost::asio::ip::make_address_v6(address.substr(0, address.find('/')), ec);
    if (ec) return {};
    auto bytes = parsed.to_bytes();
    std::fill(bytes.begin() + kBytesKept, bytes.end(), std::uint8_t{0});
    return boost::asio::ip::address_v6(bytes).to_string() + "/48";
  }

  NamedBuckets one_;
  NamedBuckets block_;
};

}  // namespace tt::server
