// What a spec file says of who meets whom and for how long: `format` and its keys, and the section [stop].
#pragma once

#include <string>

#include "tournament/spec.hpp"
#include "tournament/spec_reader.hpp"

namespace tt::tournament {

/// Fills `spec.format`, `rounds`, `advance` and `stop`, and complains where they do not fit the fields, which must have
/// been read.
void read_format(SpecReader& reader, const toml::table& file, Spec& spec);

/// Their part of the spec's canonical text.
[[nodiscard]] std::string canonical_format(const Spec& spec);

/// "round-robin", "gauntlet", "ab", "swiss", "knockout".
[[nodiscard]] std::string_view name_of(Format format);

}  // namespace tt::tournament
