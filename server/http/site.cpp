#include "server/http/site.hpp"

#include <array>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <utility>

#include "server/http/embedded_files.hpp"
#include "server/limits.hpp"

namespace tt::server {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 14> kTypes{{
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".json", "application/json"},
    {".map", "application/json"},
    {".webmanifest", "application/manifest+json"},
    {".txt", "text/plain; charset=utf-8"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".ico", "image/x-icon"},
    {".woff2", "font/woff2"},
    {".webp", "image/webp"},
    {".wasm", "application/wasm"},
}};

constexpr std::string_view kPlaceholder =
    "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Technotariat</title>"
    "<h1>The server runs; the page is missing</h1><p>This program was built without the web client. Build it with "
    "<code>tools/build web</code>, then build the program again, or start it with <code>--web-root "
    "web-client/dist</code>.</p></html>";

std::string_view type_of(std::string_view path) {
  for (const auto& [ending, type] : kTypes)
    if (path.ends_with(ending)) return type;
  return "application/octet-stream";
}

/// FNV-1a, 64 bits (Fowler, Noll, Vo): tells versions apart; nobody's safety hangs on it.
std::string etag_of(std::string_view content) {
  std::uint64_t hash = 0xCBF29CE484222325ULL;
  for (const char c : content) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text = "\"";
  for (int shift = 60; shift >= 0; shift -= 4) text += kDigits[(hash >> static_cast<unsigned>(shift)) & 15U];
  return text + '"';
}

bool is_compressed(std::string_view path) {
  return path.ends_with(".br") || path.ends_with(".gz") || path.ends_with(".zst");
}

}  // namespace

void Site::add(std::string path, std::string_view content) {
  Asset asset{type_of(path), etag_of(content), path.starts_with("/assets/"), content, {}, {}};
  assets_.insert_or_assign(std::move(path), std::move(asset));
}

void Site::add_owned(std::string path, std::string content) {
  const auto at = owned_.insert_or_assign(path, std::move(content)).first;
  add(std::move(path), at->second);
}

/// Compressed files become editions of the file they are made from, and are no files of their own.
void Site::finish() {
  for (auto at = assets_.begin(); at != assets_.end();) {
    if (!is_compressed(at->first)) {
      ++at;
      continue;
    }
    const auto original = assets_.find(std::string_view(at->first).substr(0, at->first.rfind('.')));
    if (original != assets_.end()) {
      if (at->first.ends_with(".br")) original->second.brotli = at->second.identity;
      if (at->first.ends_with(".gz")) original->second.gzip = at->second.identity;
    }
    at = assets_.erase(at);
  }
  if (!assets_.contains("/index.html")) add("/index.html", kPlaceholder);
  if (const Asset* const version = find("/asset-version.txt")) asset_version_ = version->identity;
  while (!asset_version_.empty() && asset_version_.back() <= ' ') asset_version_.pop_back();
}

Site Site::built_in() {
  Site site;
  for (const EmbeddedFile& file : embedded_files()) site.add(std::string(file.path), file.content());
  site.finish();
  return site;
}

std::variant<Site, std::string> Site::from_folder(const std::filesystem::path& folder) {
  std::error_code ec;
  if (!std::filesystem::is_directory(folder, ec)) return folder.string() + " is no folder";
  Site site;
  std::size_t bytes = 0;
  for (std::filesystem::recursive_directory_iterator at(folder, ec), end; !ec && at != end; at.increment(ec)) {
    if (!at->is_regular_file()) continue;
    bytes += at->file_size();
    if (bytes > kSiteBytesMax) return folder.string() + " holds more than 64 MiB; that is no page";
    std::ifstream file(at->path(), std::ios::binary);
    std::string content{std::istreambuf_iterator<char>(file), {}};
    if (!file.good() && !file.eof()) return at->path().string() + " cannot be read";
    site.add_owned('/' + at->path().lexically_relative(folder).generic_string(), std::move(content));
  }
  if (ec) return folder.string() + " cannot be read: " + ec.message();
  if (!site.assets_.contains("/index.html")) return folder.string() + " has no index.html";
  site.finish();
  return site;
}

const Asset* Site::find(std::string_view path) const {
  const auto at = assets_.find(path);
  return at == assets_.end() ? nullptr : &at->second;
}

}  // namespace tt::server
