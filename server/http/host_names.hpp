// Which names this server answers to. Without this a page elsewhere could reach a server on its visitor's machine
// through a name of its own that points here (DNS rebinding).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tt::server {

class HostNames {
 public:
  /// `allowed`: the host's own list. Empty: a server on a loopback address answers to loopback names only, another one
  /// to any.
  HostNames(std::vector<std::string> allowed, bool loopback) : allowed_(std::move(allowed)), loopback_(loopback) {}

  /// Of a Host header, with or without port.
  [[nodiscard]] bool answers_to(std::string_view host) const;

 private:
  std::vector<std::string> allowed_;
  bool loopback_;
};

/// Whether a page of this origin may open a WebSocket here: its host and port are those of the Host header, and its
/// scheme is the one the request came by ("http" or "https"; empty: unknown, so either). Programs send no Origin.
[[nodiscard]] bool is_same_origin(std::string_view origin, std::string_view host, std::string_view scheme = {});

/// Whether this is a name or an address alone, as it can stand in a Host header: no scheme, port or path.
[[nodiscard]] bool is_host_name(std::string_view name);

/// Where browsers find a server that listens on this address and port, such as "https://game.example": by the first of
/// the host's own names, or by its address where it has none or only this machine reaches it. The scheme's own port is
/// left out; an address that stands for all of them is called localhost.
[[nodiscard]] std::string origin_of(bool tls, const std::string& address, std::uint16_t port,
                                    const std::vector<std::string>& allowed);

}  // namespace tt::server
