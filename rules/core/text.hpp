// What may be a name on a screen.
#pragma once

#include <cstddef>
#include <string_view>

namespace tt::rules {

/// Valid UTF-8 of `least` to `most` code points, none of them a control or a direction override, no space at either
/// end.
[[nodiscard]] bool is_name(std::string_view text, std::size_t least, std::size_t most);

/// At most so many code points of valid UTF-8 from its beginning, no space at the end.
[[nodiscard]] std::string_view beginning_of(std::string_view text, std::size_t most);

}  // namespace tt::rules
