#include "server/http/downloads.hpp"

#include <algorithm>
#include <utility>

#include "server/chance.hpp"

namespace tt::server {

/// Of a path: 152 bits.
constexpr std::size_t kSecretLength = 32;

std::string Downloads::offer(const std::string& name, std::string content) {
  if (content.size() > bytes_max_) return {};
  const std::lock_guard lock(mutex_);
  while (bytes_ + content.size() > bytes_max_) {
    bytes_ -= offers_.front().content->size();
    offers_.pop_front();
  }
  bytes_ += content.size();
  std::string path = std::string(kFolder) + random_text(kSecretLength) + '/' + name;
  offers_.push_back({path, std::make_shared<const std::string>(std::move(content))});
  return path;
}

Downloads::Content Downloads::find(std::string_view path) const {
  const std::lock_guard lock(mutex_);
  const auto at = std::find_if(offers_.begin(), offers_.end(), [&](const Offer& one) { return one.path == path; });
  return at == offers_.end() ? nullptr : at->content;
}

}  // namespace tt::server
