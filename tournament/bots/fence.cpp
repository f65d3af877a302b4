#include "tournament/bots/fence.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string_view>
#include <system_error>

#include "tournament/bots/process.hpp"

namespace tt::tournament {
namespace {

using persistence::Failure;
using persistence::Result;
namespace fs = std::filesystem;

std::string_view search_path() {
  const char* const path = std::getenv("PATH");  // NOLINT(concurrency-mt-unsafe): nobody sets it
  return path != nullptr ? path : "/usr/local/bin:/usr/bin:/bin";
}

bool may_run(const fs::path& file) {
  std::error_code ignored;
  return fs::is_regular_file(file, ignored) && ::access(file.c_str(), X_OK) == 0;
}

/// The program a command's first word names; empty if there is none.
fs::path find_program(const std::string& word, const fs::path& folder) {
  if (word.find('/') != std::string::npos) return may_run(folder / word) ? folder / word : fs::path{};
  for (std::string_view left = search_path(); !left.empty();) {
    const std::size_t end = std::min(left.find(':'), left.size());
    const fs::path candidate = fs::path(left.substr(0, end)) / word;
    if (candidate.is_absolute() && may_run(candidate)) return candidate;
    left.remove_prefix(std::min(end + 1, left.size()));
  }
  return {};
}

std::vector<std::string> wrapping() {
  return {"bwrap",  "--unshare-all", "--die-with-parent", "--new-session", "--ro-bind", "/", "/", "--dev", "/dev",
          "--proc", "/proc"};
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> to;
  for (std::string& text : texts) to.push_back(text.data());
  to.push_back(nullptr);
  return to;
}

bool lies_in(const fs::path& inner, const fs::path& outer) {
  return std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end()).first == outer.end();
}

void wrap(Launch& launch, const Hidden& hidden, const fs::path& wrapper) {
  std::vector<std::string> words = wrapping();
  std::error_code ignored;
  for (const fs::path& named : hidden) {
    const fs::path path = fs::weakly_canonical(named, ignored);
    if (fs::is_directory(path, ignored) && !lies_in(launch.folder, path))
      words.insert(words.end(), {"--tmpfs", path.string()});
    else if (fs::is_regular_file(path, ignored))
      words.insert(words.end(), {"--ro-bind", "/dev/null", path.string()});
  }
  words.insert(words.end(), {"--chdir", launch.folder, "--", launch.path});
  words.insert(words.end(), launch.words.begin() + 1, launch.words.end());
  launch.words = std::move(words);
  launch.path = wrapper.string();
  launch.wrapped = true;
}

bool try_bubblewrap() {
  const fs::path program = find_program("bwrap", "/");
  if (program.empty()) return false;
  std::vector<std::string> words = wrapping();
  words.emplace_back("/bin/true");
  posix_spawn_file_actions_t quiet;
  ::posix_spawn_file_actions_init(&quiet);
  for (const int end : {STDOUT_FILENO, STDERR_FILENO})
    ::posix_spawn_file_actions_addopen(&quiet, end, "/dev/null", O_WRONLY, 0);
  std::vector<std::string> variables{"PATH=" + std::string(search_path())};
  pid_t pid = 0;
  int status = 1;
  if (::posix_spawn(&pid, program.c_str(), &quiet, nullptr, pointers(words).data(), pointers(variables).data()) == 0)
    ::waitpid(pid, &status, 0);
  ::posix_spawn_file_actions_destroy(&quiet);
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace

bool bubblewrap_works() {
  static const bool works = try_bubblewrap();
  return works;
}

std::string fence_description() {
  if (bubblewrap_works())
    return "Programs run in bubblewrap: no network, a disk they can only read, limits on memory and files.";
  return "bubblewrap is not here or not allowed (Debian package bubblewrap): programs have limits on memory and files, "
         "but can reach the "
         "network and all files that you can. Run only those you trust.";
}

Result<Launch> prepare_launch(const Program& program, const Hidden& hidden) {
  Launch launch;
  std::error_code failed;
  launch.folder = fs::canonical(program.folder.empty() ? fs::path(".") : program.folder, failed).string();
  if (failed)
    return Failure{"There is no folder for the program of '" + program.name + "'.", program.folder.string(),
                   "Make it, or correct its path."};
  const fs::path found = find_program(program.words.front(), launch.folder);
  if (found.empty())
    return Failure{"There is no program '" + program.words.front() + "' to run for '" + program.name + "'.",
                   launch.folder,
                   "Install it, or write its path from that folder, such as ./bot, and let it be run (chmod +x)."};
  launch.path = found.string();
  launch.words = program.words;
  launch.variables = {"PATH=" + std::string(search_path()), "LANG=C.UTF-8", "HOME=" + launch.folder};
  if (bubblewrap_works()) wrap(launch, hidden, find_program("bwrap", "/"));
  launch.pointers_to_words = pointers(launch.words);
  launch.pointers_to_variables = pointers(launch.variables);
  return launch;
}

}  // namespace tt::tournament
