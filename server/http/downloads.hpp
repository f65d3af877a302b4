// What is offered for download: files made for somebody, held in memory under paths that cannot be guessed.
#pragma once

#include <cstddef>
#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

namespace tt::server {

/// All functions from any thread.
class Downloads {
 public:
  /// Of all files together, in bytes; the oldest go when others need the room.
  explicit Downloads(std::size_t bytes_max) : bytes_max_(bytes_max) {}

  using Content = std::shared_ptr<const std::string>;
  /// The path to get it by, which ends in `name`; empty if it is larger than all there is room for.
  [[nodiscard]] std::string offer(const std::string& name, std::string content);
  /// Null for a path that is not, or no longer, offered.
  [[nodiscard]] Content find(std::string_view path) const;

  static constexpr std::string_view kFolder = "/download/";

 private:
  struct Offer {
    std::string path;
    Content content;
  };
  const std::size_t bytes_max_;
  mutable std::mutex mutex_;
  std::deque<Offer> offers_;  ///< oldest first
  std::size_t bytes_ = 0;
};

}  // namespace tt::server
