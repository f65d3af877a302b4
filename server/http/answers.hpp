// What each HTTP request gets, as a pure function: no socket in sight.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "server/http/downloads.hpp"
#include "server/http/host_names.hpp"
#include "server/http/site.hpp"
#include "server/http/stored_file.hpp"

namespace tt::server {

struct HttpRequest {
  std::string_view method;
  std::string_view target;
  std::string_view host;
  std::string_view origin;  ///< empty when absent
  std::string_view accept_encoding;
  std::string_view if_none_match;
  std::string_view subprotocols;  ///< offered for a WebSocket
  bool upgrade = false;           ///< asks for a WebSocket
  bool has_body = false;
  std::string_view scheme;  ///< "http" or "https"; empty: unknown
};

struct HttpAnswer {
  int status = 200;
  std::string headers;       ///< lines ending in CRLF, without status line and Connection
  std::string text;          ///< the body, or
  std::string_view content;  ///< the body as part of the site, or
  Downloads::Content file;   ///< the body as something to keep, or
  std::function<void(std::function<void(Downloads::Content)>)> fetch;  ///< have that brought first
  bool head_only = false;

  [[nodiscard]] std::string_view body() const {
    if (file) return *file;
    return content.empty() ? std::string_view(text) : content;
  }
};

struct Readiness {
  bool ready = false;
  std::string text;  ///< one line a person understands
};

class Answers {
 public:
  /// `downloads` may be null, `metrics` and `find_stored` empty: then there are none.
  Answers(const Site& site, HostNames hosts, std::function<Readiness()> readiness, const Downloads* downloads = nullptr,
          std::function<std::string()> metrics = {}, FindStoredFile find_stored = {})
      : site_(site),
        hosts_(std::move(hosts)),
        readiness_(std::move(readiness)),
        downloads_(downloads),
        metrics_(std::move(metrics)),
        find_stored_(std::move(find_stored)) {}

  [[nodiscard]] HttpAnswer answer(const HttpRequest& request) const;
  /// Whether this request may become a WebSocket; if not, `answer` says why.
  [[nodiscard]] bool may_upgrade(const HttpRequest& request) const;
  /// Where a request cannot be read at all.
  [[nodiscard]] static HttpAnswer plain(int status, std::string_view text);

 private:
  [[nodiscard]] HttpAnswer file(const HttpRequest& request, std::string_view path) const;
  [[nodiscard]] HttpAnswer download(std::string_view path) const;
  [[nodiscard]] static HttpAnswer stored(StoredFile file);

  const Site& site_;
  HostNames hosts_;
  std::function<Readiness()> readiness_;
  const Downloads* downloads_;
  std::function<std::string()> metrics_;
  FindStoredFile find_stored_;
};

/// The first sub-protocol of the client's list that we speak, or nothing.
[[nodiscard]] std::string_view chosen_subprotocol(std::string_view offered);

[[nodiscard]] std::string_view reason_of(int status);

}  // namespace tt::server
