// The known name that was probably meant.
#pragma once

#include <span>
#include <string_view>

namespace tt::rules {

/// The candidate of least edit distance (Levenshtein 1966), the first of equals; candidates must not be empty.
[[nodiscard]] std::string_view nearest(std::string_view written, std::span<const std::string_view> candidates);

}  // namespace tt::rules
