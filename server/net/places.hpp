// How many connections there are of each kind: of an address, of an account. Network thread only.
#pragma once

#include <cstddef>
#include <memory>
#include <unordered_map>
#include <utility>

namespace tt::server {

/// Held as long as the connection lives.
using Place = std::shared_ptr<void>;

template <class Key>
class Places {
 public:
  /// Null if there are `most` of this key.
  [[nodiscard]] Place take(const Key& key, std::size_t most) {
    const auto at = counts_->try_emplace(key).first;
    if (at->second >= most) {
      if (at->second == 0) counts_->erase(at);
      return nullptr;
    }
    ++at->second;
    return {this, [counts = counts_, key](void*) {
              const auto mine = counts->find(key);
              if (--mine->second == 0) counts->erase(mine);
            }};
  }

 private:
  using Counts = std::unordered_map<Key, std::size_t>;
  std::shared_ptr<Counts> counts_ = std::make_shared<Counts>();
};

}  // namespace tt::server
