// Names that people choose, for themselves, their worlds and their enterprises: one spelling of each, and none that
// passes for another.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tt::server {

/// The name in the composed form of Unicode (NFC): what looks the same is the same. Nothing for what is no name
/// (rules/core/text.hpp) of `least` to `most` code points, or holds what cannot be seen (joiners, fillers, direction
/// controls, private and unassigned characters), a space that is not the common one, two spaces in a row, more than
/// three marks on one letter, letters of scripts that are not written together (UTS 39, "highly restrictive"), digits
/// of several scripts, or nothing but letters that pass for Latin ones.
[[nodiscard]] std::optional<std::string> sound_name(std::string_view text, std::size_t least, std::size_t most);

/// A line of talk, or a note, in the same form: nothing for what is no name of `least` to `most` code points, or holds
/// what cannot be seen, or more than three marks on one letter. Spaces may be of any kind and number, and emoji may
/// choose their form (variation selectors).
[[nodiscard]] std::optional<std::string> sound_line(std::string_view text, std::size_t least, std::size_t most);

/// How a name of ours looks, in two ways: two names that have one in common pass for each other. In one, capitals and
/// small letters are the same, and so are all widths and forms of a letter (NFKC_Casefold); then, in both, whatever is
/// confusable (the skeleton of UTS 39).
[[nodiscard]] std::vector<std::string> looks_of(std::string_view name);

}  // namespace tt::server
