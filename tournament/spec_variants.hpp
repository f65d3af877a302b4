// What a spec file says of built-in strategies with other settings: the sections [variants.NAME].
#pragma once

#include <string>

#include "tournament/spec.hpp"
#include "tournament/spec_reader.hpp"

namespace tt::tournament {

/// Fills `spec.variants`; the programs must have been read, so that no name is given twice.
void read_variants(SpecReader& reader, const toml::table& file, Spec& spec);

/// Their part of the spec's canonical text; empty where there are none.
[[nodiscard]] std::string canonical_variants(const Spec& spec);

}  // namespace tt::tournament
