// What a spec file says of programs that play: the sections [bots.NAME] and [time].
#pragma once

#include <filesystem>
#include <string>

#include "tournament/spec.hpp"
#include "tournament/spec_reader.hpp"

namespace tt::tournament {

/// Fills `spec.bots` and `spec.time`. Commands run in `folder`, the spec's.
void read_bots(SpecReader& reader, const toml::table& file, const std::filesystem::path& folder, Spec& spec);

/// Their part of the spec's canonical text; empty where no program plays.
[[nodiscard]] std::string canonical_bots(const Spec& spec);

/// Whether it may name a program or a variant: 1 to 24 lower-case letters, digits and hyphens within.
[[nodiscard]] bool is_bot_name(std::string_view name);

/// A command line as words: split at spaces, except within "…" or '…'. Nothing is expanded. Empty if a quote is left
/// open.
[[nodiscard]] std::vector<std::string> words_of(std::string_view command);

}  // namespace tt::tournament
