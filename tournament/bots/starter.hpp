// `technotariat bot new`: the beginnings of a bot. The files are those of starters/, taken into the program as they
// are.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "persistence/result.hpp"

namespace tt::tournament {

struct StarterFile {
  std::string name;
  std::string text;
};

/// "python", "node", "cpp".
[[nodiscard]] std::vector<std::string_view> starter_languages();
/// What starts the bot, once it is built.
[[nodiscard]] std::string_view starter_command(std::string_view language);
/// The files of a bot in that language, one of `starter_languages`.
[[nodiscard]] std::vector<StarterFile> starter_files(std::string_view language);

/// Writes them into the folder, which is made if it is not there. Fails, with nothing written, if one of them exists.
[[nodiscard]] persistence::Result<void> write_starter(std::string_view language, const std::filesystem::path& folder);

/// The same as a command, with the next three commands on `out`. Returns 0; 2 if the language or the folder are not
/// right.
[[nodiscard]] int new_bot(std::string_view language, const std::filesystem::path& folder, std::ostream& out,
                          std::ostream& err);

}  // namespace tt::tournament
