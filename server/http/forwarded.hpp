// Who asks, when a reverse proxy asks for them. What a header says is believed as far as the trusted proxies reach, and
// not a step further: whoever is not trusted can write anything into it.
#pragma once

#include <boost/asio/ip/address.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tt::server {

/// An address, or all that begin like it.
struct Network {
  boost::asio::ip::address base;
  unsigned prefix = 0;  ///< bits of it that count

  [[nodiscard]] bool holds(const boost::asio::ip::address& address) const;
};

/// ADDRESS or ADDRESS/BITS, IPv4 or IPv6, no bits set beyond those that count; nothing for anything else.
[[nodiscard]] std::optional<Network> parse_network(std::string_view text);

/// As IPv4 what IPv6 sockets show as ::ffff:1.2.3.4.
[[nodiscard]] boost::asio::ip::address plain_address(const boost::asio::ip::address& address);

/// The one header the proxies write. The other is ignored: a proxy that does not know it passes on a client's own.
enum class ProxyHeader {
  kForwardedFor,  ///< X-Forwarded-For, with X-Forwarded-Proto
  kForwarded,     ///< Forwarded (RFC 7239)
};

struct ProxyPlan {
  std::vector<Network> trusted;
  ProxyHeader header = ProxyHeader::kForwardedFor;

  [[nodiscard]] bool trusts(const boost::asio::ip::address& address) const;
};

/// What the client at the far end of the trusted proxies is.
struct Origin {
  boost::asio::ip::address address;
  std::string scheme;  ///< "http" or "https" as it came to the first proxy; empty if none said
};

/// `header` is the plan's own, all its lines joined by commas; `proto` X-Forwarded-Proto. From the right: the first
/// address that is no trusted proxy. A hop that names no address ends the search at the proxy that wrote it.
[[nodiscard]] Origin origin_of(const ProxyPlan& plan, const boost::asio::ip::address& peer, std::string_view header,
                               std::string_view proto);

}  // namespace tt::server
