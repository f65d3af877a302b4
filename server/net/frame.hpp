// A frame as it goes out. Shared, never changed: one public frame stands in the queues of every connection.
#pragma once

#include <memory>
#include <string>

namespace tt::server {

using SharedBytes = std::shared_ptr<const std::string>;

[[nodiscard]] inline SharedBytes share(std::string bytes) {
  // Text grown piece by piece may hold twice its length; queues count lengths.
  bytes.shrink_to_fit();
  return std::make_shared<const std::string>(std::move(bytes));
}

}  // namespace tt::server
