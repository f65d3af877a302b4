#include "tournament/bots/starter.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <ostream>
#include <system_error>

#include "rules/core/nearest.hpp"

// The assembler looks for the files where the compiler looks for headers.
#define TT_STARTER(symbol, language, name)                                                  \
  __asm__(                                                                                  \
      ".pushsection .rodata\n"                                                              \
      ".global tt_starter_" #symbol                                                         \
      "_begin\n"                                                                            \
      ".global tt_starter_" #symbol                                                         \
      "_end\n"                                                                              \
      "tt_starter_" #symbol "_begin: .incbin \"tournament/bots/starters/" language "/" name \
      "\"\n"                                                                                \
      "tt_starter_" #symbol                                                                 \
      "_end: .byte 0\n"                                                                     \
      ".popsection");                                                                       \
  extern "C" const char tt_starter_##symbol##_begin[];                                      \
  extern "C" const char tt_starter_##symbol##_end[];
#include "tournament/bots/starters/list.inc"
#undef TT_STARTER

namespace tt::tournament {
namespace {

using persistence::Failure;
using persistence::Result;

struct Language {
  std::string_view name;
  std::string_view file;  ///< that is to be changed
  std::string_view command;
  std::string_view build;  ///< empty: nothing to build
};
constexpr std::array kLanguages{
    Language{"python", "bot.py", "python3 bot.py", ""},
    Language{"node", "bot.mjs", "node bot.mjs", ""},
    Language{"cpp", "bot.cpp", "./bot", "g++ -std=c++17 -O2 -o bot bot.cpp"},
};

struct Embedded {
  std::string_view language;
  std::string_view name;
  std::string_view text;
};

std::vector<Embedded> embedded() {
  return {
#define TT_STARTER(symbol, language, name) \
  {language,                               \
   name,                                   \
   {tt_starter_##symbol##_begin, static_cast<std::size_t>(tt_starter_##symbol##_end - tt_starter_##symbol##_begin)}},
#include "tournament/bots/starters/list.inc"
#undef TT_STARTER
  };
}

const Language* find_language(std::string_view name) {
  const auto* const at =
      std::find_if(kLanguages.begin(), kLanguages.end(), [&](const Language& known) { return known.name == name; });
  return at == kLanguages.end() ? nullptr : at;
}

/// What a file of all languages says about this one.
std::string filled_in(std::string_view text, const Language& language) {
  std::string filled(text);
  const std::string build =
      language.build.empty() ? ""
                             : "\nBuild it first, and after every change:\n\n    " + std::string(language.build) + "\n";
  const std::array<std::pair<std::string_view, std::string>, 3> parts{
      {{"@COMMAND@", std::string(language.command)}, {"@FILE@", std::string(language.file)}, {"@BUILD@", build}}};
  for (const auto& [mark, words] : parts)
    for (std::size_t at = filled.find(mark); at != std::string::npos; at = filled.find(mark, at + words.size()))
      filled.replace(at, mark.size(), words);
  return filled;
}

/// A new file; one that came there meanwhile is not touched.
Result<void> write_new(const std::filesystem::path& path, std::string_view text) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
  const bool written = file >= 0 && ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size());
  const int error = errno;
  if (file >= 0) ::close(file);
  if (written) return {};
  return Failure{std::string("The file cannot be written: ") + std::strerror(error) + ".", path.string(),
                 "Choose a folder that you may write in."};
}

}  // namespace

std::vector<std::string_view> starter_languages() {
  std::vector<std::string_view> names;
  for (const Language& language : kLanguages) names.push_back(language.name);
  return names;
}

std::string_view starter_command(std::string_view language) {
  const Language* const found = find_language(language);
  return found == nullptr ? std::string_view{} : found->command;
}

std::vector<StarterFile> starter_files(std::string_view name) {
  std::vector<StarterFile> files;
  const Language* const language = find_language(name);
  if (language == nullptr) return files;
  for (const Embedded& file : embedded())
    if (file.language == name)
      files.push_back({std::string(file.name), std::string(file.text)});
    else if (file.language == "common")
      files.push_back({std::string(file.name), filled_in(file.text, *language)});
  return files;
}

Result<void> write_starter(std::string_view language, const std::filesystem::path& folder) {
  std::error_code failed;
  std::filesystem::create_directories(folder, failed);
  if (failed)
    return Failure{"The folder cannot be made: " + failed.message() + ".", folder.string(), "Choose another."};
  const std::vector<StarterFile> files = starter_files(language);
  for (const StarterFile& file : files)
    if (std::filesystem::exists(std::filesystem::symlink_status(folder / file.name, failed)))
      return Failure{"There is a file of that name already; nothing was written.", (folder / file.name).string(),
                     "Choose another folder, or move it away."};
  for (const StarterFile& file : files)
    if (auto written = write_new(folder / file.name, file.text); !written) return written.error();
  return {};
}

int new_bot(std::string_view name, const std::filesystem::path& folder, std::ostream& out, std::ostream& err) {
  const Language* const language = find_language(name);
  if (language == nullptr) {
    const std::string_view nearest = rules::nearest(name, starter_languages());
    err << "technotariat bot new: There is no starter for '" << name << "'"
        << (nearest.empty() ? "" : "; did you mean " + std::string(nearest) + "?")
        << ". There are python, node and cpp.\n";
    return 2;
  }
  if (auto written = write_starter(name, folder); !written) {
    err << "technotariat bot new: " << written.error().text() << '\n';
    return 2;
  }
  for (const StarterFile& file : starter_files(name)) out << (folder / file.name).string() << '\n';
  out << "\nNext:\n  cd " << folder.string() << '\n';
  if (!language->build.empty()) out << "  " << language->build << '\n';
  out << "  technotariat bot check " << language->command << "\n  technotariat tournament quick \"" << language->command
      << "\" pay-seeker\n  technotariat tournament run cup.toml\n";
  return 0;
}

}  // namespace tt::tournament
