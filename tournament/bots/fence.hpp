// How a program is started: the command as words for exec, behind bubblewrap where that works.
#pragma once

#include <string>
#include <vector>

#include "persistence/result.hpp"
#include "tournament/bots/program.hpp"

namespace tt::tournament {

/// Everything exec needs, made before the fork.
struct Launch {
  std::string path;
  std::string folder;
  bool wrapped = false;  ///< in bubblewrap, which adds two processes of its own
  std::vector<std::string> words;
  std::vector<std::string> variables;
  std::vector<char*> pointers_to_words;
  std::vector<char*> pointers_to_variables;

  [[nodiscard]] char* const* arguments() const { return pointers_to_words.data(); }
  [[nodiscard]] char* const* environment() const { return pointers_to_variables.data(); }
};

/// Fails if the command's first word is no program in PATH, nor a path from the folder.
[[nodiscard]] persistence::Result<Launch> prepare_launch(const Program& program, const Hidden& hidden);

}  // namespace tt::tournament
