#include "server/http/host_names.hpp"

#include <algorithm>
#include <cctype>

namespace tt::server {
namespace {

constexpr std::size_t kHostBytesMax = 255;

bool equal_names(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](unsigned char x, unsigned char y) { return std::tolower(x) == std::tolower(y); });
}

bool is_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](unsigned char c) { return c >= '0' && c <= '9'; });
}

/// Without the port; empty for anything that is no host.
std::string_view name_of(std::string_view host) {
  if (host.empty() || host.size() > kHostBytesMax) return {};
  std::string_view name = host;
  const std::size_t colon = host.rfind(':');
  const bool bracketed = host.front() == '[';
  if (colon != std::string_view::npos && (!bracketed || colon > host.rfind(']'))) {
    if (!is_digits(host.substr(colon + 1))) return {};
    name = host.substr(0, colon);
  }
  const bool sane = std::all_of(name.begin(), name.end(), [&](unsigned char c) {
    return std::isalnum(c) != 0 || c == '.' || c == '-' || c == '_' ||
           (bracketed && (c == '[' || c == ']' || c == ':'));
  });
  return sane ? name : std::string_view{};
}

bool is_loopback(std::string_view name) {
  const bool address = name.starts_with("127.") && std::all_of(name.begin(), name.end(), [](unsigned char c) {
                         return c == '.' || (c >= '0' && c <= '9');
                       });
  return address || name == "[::1]" || equal_names(name, "localhost") ||
         (name.size() > 10 && equal_names(name.substr(name.size() - 10), ".localhost"));
}

}  // namespace

bool HostNames::answers_to(std::string_view host) const {
  const std::string_view name = name_of(host);
  if (name.empty()) return false;
  if (!allowed_.empty())
    return is_loopback(name) ||
           std::any_of(allowed_.begin(), allowed_.end(), [&](const std::string& a) { return equal_names(a, name); });
  return !loopback_ || is_loopback(name);
}

bool is_host_name(std::string_view name) {
  return !name.empty() && name_of(name) == name;
}

bool is_same_origin(std::string_view origin, std::string_view host, std::string_view scheme) {
  const std::size_t end = origin.find("://");
  if (end == std::string_view::npos) return false;
  const std::string_view mine = origin.substr(0, end);
  const bool may = scheme.empty() ? mine == "http" || mine == "https" : mine == scheme;
  return may && equal_names(origin.substr(end + 3), host);
}

std::string origin_of(bool tls, const std::string& address, std::uint16_t port,
                      const std::vector<std::string>& allowed) {
  const std::string name = address.find(':') == std::string::npos ? address : "[" + address + "]";
  const bool any = address == "0.0.0.0" || address == "::";
  const bool named = !allowed.empty() && !is_loopback(name);
  const std::string host = named ? allowed.front() : any ? "localhost" : name;
  const bool usual = port == (tls ? 443 : 80);
  return (tls ? "https://" : "http://") + host + (usual ? "" : ":" + std::to_string(port));
}

}  // namespace tt::server
