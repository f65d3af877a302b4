// Which names this server answers to. Without this a page elsewhere could reach a server on its visitor's machine
// through a name of its own that points here (DNS rebinding).
#pragma once

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

}  // namespace tt::server
