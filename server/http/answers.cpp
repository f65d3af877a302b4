#include "server/http/answers.hpp"

#include "protocol/limits.hpp"

namespace tt::server {
namespace {

// Nothing from elsewhere, nothing inline, and no string becomes markup but through the two named policies.
constexpr std::string_view kStrictHeaders =
    "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src "
    "'self'; "
    "connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors "
    "'none'; "
    "require-trusted-types-for 'script'; trusted-types svelte-trusted-html app-sw\r\n"
    "X-Content-Type-Options: nosniff\r\n"
    "Referrer-Policy: no-referrer\r\n"
    "Cross-Origin-Opener-Policy: same-origin\r\n"
    "Cross-Origin-Resource-Policy: same-origin\r\n"
    "Permissions-Policy: camera=(), microphone=(), geolocation=()\r\n";

// Of a page that is not ours to trust with anything: an origin of its own, no script, no address it could reach or send
// to. Its own policy names the one style it has.
constexpr std::string_view kSandboxedHeaders =
    "Content-Security-Policy: sandbox; default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action "
    "'none'; frame-ancestors 'none'\r\n"
    "X-Content-Type-Options: nosniff\r\n"
    "Referrer-Policy: no-referrer\r\n"
    "Cross-Origin-Opener-Policy: same-origin\r\n"
    "Cross-Origin-Resource-Policy: same-origin\r\n"
    "Permissions-Policy: camera=(), microphone=(), geolocation=()\r\n";

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

/// Calls `visit` with each part of a comma-separated list until it returns true; whether it did.
template <class Visit>
bool any_of_list(std::string_view list, const Visit& visit) {
  while (!list.empty()) {
    const std::size_t comma = list.find(',');
    if (visit(trimmed(list.substr(0, comma)))) return true;
    if (comma == std::string_view::npos) return false;
    list.remove_prefix(comma + 1);
  }
  return false;
}

/// RFC 9110 12.5.3, as far as browsers use it: named, and not with a weight of zero.
bool accepts(std::string_view accept_encoding, std::string_view coding) {
  return any_of_list(accept_encoding, [&](std::string_view part) {
    const std::size_t semicolon = part.find(';');
    if (trimmed(part.substr(0, semicolon)) != coding) return false;
    if (semicolon == std::string_view::npos) return true;
    const std::string_view weight = trimmed(part.substr(semicolon + 1));
    return !(weight.starts_with("q=0") && weight.find_first_not_of("0.", 3) == std::string_view::npos);
  });
}

bool matches(std::string_view if_none_match, std::string_view etag) {
  return any_of_list(if_none_match, [&](std::string_view part) {
    if (part.starts_with("W/")) part.remove_prefix(2);
    return part == etag || part == "*";
  });
}

std::string_view path_of(std::string_view target) {
  return target.substr(0, target.find_first_of("?#"));
}

/// Programs send no origin.
bool may_come_from(const HttpRequest& request) {
  return request.origin.empty() || is_same_origin(request.origin, request.host, request.scheme);
}

bool has_extension(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return path.find('.', slash == std::string_view::npos ? 0 : slash) != std::string_view::npos;
}

}  // namespace

std::string_view reason_of(int status) {
  switch (status) {
    case 200:
      return "OK";
    case 304:
      return "Not Modified";
    case 400:
      return "Bad Request";
    case 403:
      return "Forbidden";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 413:
      return "Content Too Large";
    case 421:
      return "Misdirected Request";
    case 426:
      return "Upgrade Required";
    case 429:
      return "Too Many Requests";
    case 431:
      return "Request Header Fields Too Large";
    case 503:
      return "Service Unavailable";
    default:
      return "Error";
  }
}

std::string_view chosen_subprotocol(std::string_view offered) {
  std::string_view chosen;
  any_of_list(offered, [&](std::string_view part) {
    if (part == protocol::kSubprotocolBinary || part == protocol::kSubprotocolJson) chosen = part;
    return !chosen.empty();
  });
  return chosen;
}

HttpAnswer Answers::plain(int status, std::string_view text) {
  HttpAnswer answer;
  answer.status = status;
  answer.text = std::string(text) + '\n';
  answer.headers =
      std::string(kStrictHeaders) + "Content-Type: text/plain; charset=utf-8\r\nCache-Control: no-store\r\n";
  if (status == 405) answer.headers += "Allow: GET, HEAD\r\n";
  if (status == 426) answer.headers += "Upgrade: websocket\r\n";
  return answer;
}

HttpAnswer Answers::file(const HttpRequest& request, std::string_view path) const {
  const Asset* asset = site_.find(path);
  // The page's own addresses are its business: whatever does not look like a file is the page.
  if (asset == nullptr && !has_extension(path)) asset = site_.find("/index.html");
  if (asset == nullptr) return plain(404, "There is no such file here.");
  HttpAnswer answer;
  answer.content = asset->identity;
  answer.headers =
      std::string(kStrictHeaders) + "Content-Type: " + std::string(asset->type) + "\r\nVary: Accept-Encoding\r\n";
  answer.headers +=
      asset->immutable ? "Cache-Control: public, max-age=31536000, immutable\r\n" : "Cache-Control: no-cache\r\n";
  std::string etag = asset->etag;
  const auto encode = [&](std::string_view coding, std::string_view content) {
    answer.content = content;
    answer.headers += "Content-Encoding: " + std::string(coding) + "\r\n";
    etag.insert(etag.size() - 1, "-" + std::string(coding));
  };
  if (!asset->brotli.empty() && accepts(request.accept_encoding, "br"))
    encode("br", asset->brotli);
  else if (!asset->gzip.empty() && accepts(request.accept_encoding, "gzip"))
    encode("gzip", asset->gzip);
  answer.headers += "ETag: " + etag + "\r\n";
  if (matches(request.if_none_match, etag)) {
    answer.status = 304;
    answer.content = {};
  }
  return answer;
}

HttpAnswer Answers::download(std::string_view path) const {
  HttpAnswer answer;
  answer.file = downloads_ != nullptr ? downloads_->find(path) : nullptr;
  if (!answer.file) return plain(404, "This is not offered any more. Ask for it again in the world it came from.");
  answer.headers = std::string(kStrictHeaders) +
                   "Content-Type: application/octet-stream\r\nContent-Disposition: attachment\r\n"
                   "Cache-Control: no-store\r\n";
  return answer;
}

HttpAnswer Answers::stored(StoredFile file) {
  HttpAnswer answer;
  answer.fetch = std::move(file.fetch);
  answer.headers = std::string(file.page ? kSandboxedHeaders : kStrictHeaders) +
                   "Content-Type: " + std::string(file.type) + "\r\nCache-Control: no-cache\r\n";
  if (!file.page) answer.headers += "Content-Disposition: attachment\r\n";
  return answer;
}

HttpAnswer Answers::answer(const HttpRequest& request) const {
  if (request.method != "GET" && request.method != "HEAD") return plain(405, "This server answers GET and HEAD only.");
  if (request.has_body) return plain(413, "A GET or HEAD request has no body here.");
  if (!hosts_.answers_to(request.host))
    return plain(421, "This server does not go by that name. Its host can add the name with --host NAME.");
  const std::string_view path = path_of(request.target);
  if (!path.starts_with('/')) return plain(400, "The request's target is no path.");
  HttpAnswer answer;
  if (path == "/healthz") {
    answer = plain(200, "alive");
  } else if (path == "/readyz") {
    const Readiness readiness = readiness_();
    answer = plain(readiness.ready ? 200 : 503, readiness.text);
  } else if (path == "/metrics" && metrics_) {
    answer = plain(200, "");
    answer.text = metrics_();
  } else if (path == "/ws") {
    if (!request.upgrade)
      answer = plain(426, "This address speaks WebSocket only.");
    else if (!may_come_from(request))
      answer = plain(403, "A page of another origin may not play here.");
    else
      answer = plain(400, "Offer the sub-protocol technotariat.v1.proto or technotariat.v1.json.");
  } else if (request.upgrade) {
    answer = plain(404, "WebSockets are at /ws.");
  } else if (path.starts_with(Downloads::kFolder)) {
    answer = download(path);
  } else if (auto found = find_stored_ ? find_stored_(path) : std::nullopt) {
    answer = stored(*std::move(found));
  } else {
    answer = file(request, path);
  }
  answer.head_only = request.method == "HEAD";
  return answer;
}

bool Answers::may_upgrade(const HttpRequest& request) const {
  return request.upgrade && request.method == "GET" && !request.has_body && path_of(request.target) == "/ws" &&
         hosts_.answers_to(request.host) && may_come_from(request) && !chosen_subprotocol(request.subprotocols).empty();
}

}  // namespace tt::server
