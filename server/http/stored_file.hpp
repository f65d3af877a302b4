// A file that is not held in memory: what it is, and having it brought.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "server/http/downloads.hpp"

namespace tt::server {

struct StoredFile {
  std::string_view type;  ///< Content-Type
  bool page = false;      ///< to be looked at, by itself and without script; everything else is to be kept
  /// Calls back once, on the network thread: with null if the file cannot be read.
  std::function<void(std::function<void(Downloads::Content)>)> fetch;
};

/// Nothing for a path that is not one of them.
using FindStoredFile = std::function<std::optional<StoredFile>(std::string_view path)>;

}  // namespace tt::server
