#include "server/http/forwarded.hpp"

#include <algorithm>
#include <boost/asio/ip/network_v4.hpp>
#include <boost/asio/ip/network_v6.hpp>
#include <cctype>
#include <charconv>

namespace tt::server {
namespace {

namespace ip = boost::asio::ip;

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

std::string lower(std::string_view text) {
  std::string all(text);
  for (char& c : all) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return all;
}

/// Takes what stands behind the last `separator` outside of quotes off the end; false when nothing is left.
bool take_last(std::string_view& list, char separator, std::string_view& part) {
  if (list.empty()) return false;
  std::size_t at = list.size();
  for (bool quoted = false; at > 0 && (quoted || list[at - 1] != separator); --at)
    if (list[at - 1] == '"') quoted = !quoted;
  part = trimmed(list.substr(at));
  list = at == 0 ? std::string_view{} : list.substr(0, at - 1);
  return true;
}

/// 1.2.3.4, 1.2.3.4:80, 2001:db8::1, [2001:db8::1]:80.
std::optional<ip::address> parse_hop(std::string_view text) {
  if (text.size() > 1 && text.front() == '"' && text.back() == '"') text = text.substr(1, text.size() - 2);
  if (!text.empty() && text.front() == '[') {
    const std::size_t end = text.find(']');
    text = end == std::string_view::npos ? std::string_view{} : text.substr(1, end - 1);
  } else if (std::count(text.begin(), text.end(), ':') == 1) {
    text = text.substr(0, text.find(':'));
  }
  boost::system::error_code ec;
  const auto address = ip::make_address(std::string(text), ec);
  // A scope such as %eth0 means something on another machine only.
  if (ec || text.find('%') != std::string_view::npos) return std::nullopt;
  return plain_address(address);
}

std::string scheme_of(std::string_view text) {
  const std::string scheme = lower(text);
  return scheme == "http" || scheme == "https" ? scheme : std::string();
}

struct Hop {
  std::optional<ip::address> address;
  std::string scheme;
};

Hop parse_forwarded(std::string_view element) {
  Hop hop;
  std::string_view pair;
  while (take_last(element, ';', pair)) {
    const std::size_t equals = pair.find('=');
    if (equals == std::string_view::npos) continue;
    const std::string name = lower(trimmed(pair.substr(0, equals)));
    const std::string_view value = trimmed(pair.substr(equals + 1));
    if (name == "for") hop.address = parse_hop(value);
    if (name == "proto") hop.scheme = scheme_of(value);
  }
  return hop;
}

}  // namespace

ip::address plain_address(const ip::address& address) {
  if (address.is_v6() && address.to_v6().is_v4_mapped()) return ip::make_address_v4(ip::v4_mapped, address.to_v6());
  return address;
}

bool Network::holds(const ip::address& address) const {
  if (address.is_v4() != base.is_v4()) return false;
  if (base.is_v4())
    return ip::network_v4(address.to_v4(), static_cast<unsigned short>(prefix)).network() == base.to_v4();
  // Without the scope: an interface is no part of a network.
  const auto mine = ip::network_v6(ip::address_v6(address.to_v6().to_bytes()), static_cast<unsigned short>(prefix));
  return mine.network() == base.to_v6();
}

std::optional<Network> parse_network(std::string_view text) {
  const std::size_t slash = text.find('/');
  boost::system::error_code ec;
  const auto address = ip::make_address(std::string(text.substr(0, slash)), ec);
  if (ec || text.find('%') != std::string_view::npos) return std::nullopt;
  const unsigned most = address.is_v4() ? 32 : 128;
  Network network{address, most};
  if (slash != std::string_view::npos) {
    const std::string_view bits = text.substr(slash + 1);
    const auto [end, error] = std::from_chars(bits.data(), bits.data() + bits.size(), network.prefix);
    if (error != std::errc{} || end != bits.data() + bits.size() || network.prefix > most) return std::nullopt;
  }
  if (!network.holds(address)) return std::nullopt;
  return network;
}

bool ProxyPlan::trusts(const ip::address& address) const {
  return std::any_of(trusted.begin(), trusted.end(), [&](const Network& network) { return network.holds(address); });
}

Origin origin_of(const ProxyPlan& plan, const ip::address& peer, std::string_view header, std::string_view proto) {
  Origin origin{plain_address(peer), {}};
  if (!plan.trusts(origin.address)) return origin;
  const bool rfc = plan.header == ProxyHeader::kForwarded;
  std::string_view element;
  // Each step is taken on the word of an address that is trusted.
  while (plan.trusts(origin.address) && take_last(header, ',', element)) {
    const Hop hop = rfc ? parse_forwarded(element) : Hop{parse_hop(element), {}};
    if (!hop.scheme.empty()) origin.scheme = hop.scheme;
    if (!hop.address) break;
    origin.address = *hop.address;
  }
  if (!rfc) {
    std::string_view last;
    if (take_last(proto, ',', last)) origin.scheme = scheme_of(last);
  }
  return origin;
}

}  // namespace tt::server
