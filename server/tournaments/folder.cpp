#include "server/tournaments/folder.hpp"

#include <toml++/toml.h>

#include <array>
#include <charconv>
#include <fstream>
#include <iterator>
#include <sstream>
#include <system_error>

#include "tournament/spec_reader.hpp"
#include "tournament/write_file.hpp"

namespace tt::server {
namespace {

using persistence::Failure;
using persistence::Result;

std::filesystem::path opened_file(const tournament::Places& places) {
  return places.folder / "opened.toml";
}

std::string text_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// Ids are 64 bits without a sign, which TOML's integers are not.
std::uint64_t id_of(tournament::SpecReader& reader, const toml::table& file, std::string_view key) {
  const auto written = reader.text(file, key, std::string(key));
  if (!written) {
    reader.missing(std::string(key), file);
    return 0;
  }
  std::uint64_t id = 0;
  const char* const last = written->text.data() + written->text.size();
  const auto [end, error] = std::from_chars(written->text.data(), last, id);
  if (error != std::errc{} || end != last) reader.complain("That is no number.", written->where, "Write its digits.");
  return id;
}

}  // namespace

Result<void> make_tournament(const tournament::Places& places, const std::string& spec, const Opened& opened) {
  std::error_code failed;
  std::filesystem::create_directories(places.folder, failed);
  if (failed)
    return Failure{"The folder cannot be made: " + failed.message() + ".", places.folder.string(),
                   "Check its permissions and the room on the disk."};
  if (auto written = tournament::write_file(places.spec(), spec); !written) return written;
  return write_opened(places, opened);  // last: with it the tournament is there
}

Result<void> write_opened(const tournament::Places& places, const Opened& opened) {
  std::ostringstream text;
  text << toml::table{{"guest", std::to_string(opened.guest)},
                      {"by", opened.by},
                      {"at_ms", static_cast<std::int64_t>(opened.at_ms)},
                      {"request", std::to_string(opened.request)},
                      {"stopped", opened.stopped}}
       << '\n';
  return tournament::write_file(opened_file(places), text.str());
}

Result<Opened> read_opened(const tournament::Places& places) {
  tournament::SpecReader reader(opened_file(places));
  Opened opened;
  try {
    const toml::table file = toml::parse(text_of(opened_file(places)), opened_file(places).string());
    constexpr std::array<std::string_view, 5> kKeys{"guest", "by", "at_ms", "request", "stopped"};
    reader.only_known(file, kKeys);
    opened.guest = id_of(reader, file, "guest");
    opened.request = id_of(reader, file, "request");
    if (const auto by = reader.text(file, "by", "by")) opened.by = by->text;
    constexpr std::int64_t kLatest = std::int64_t{1} << 53U;
    opened.at_ms = static_cast<std::uint64_t>(reader.number(file, "at_ms", "at_ms", 0, kLatest).value_or(0));
    opened.stopped = reader.flag(file, "stopped", "stopped").value_or(false);
  } catch (const toml::parse_error& error) {
    reader.complain(std::string(error.description()) + ".", error.source().begin, "Correct the line.");
  }
  if (reader.complaint()) return *reader.complaint();
  return opened;
}

bool is_opened(const tournament::Places& places) {
  std::error_code ignored;
  return std::filesystem::is_regular_file(opened_file(places), ignored);
}

Result<tournament::Spec> read_playable(const tournament::Places& places) {
  auto spec = tournament::load_spec(places);
  if (!spec || spec->bots.empty()) return spec;
  return Failure{"This tournament starts programs, which a server never does.", places.spec().string(),
                 "Play it with `technotariat tournament resume` on this machine."};
}

bool is_finished(const tournament::Places& places) {
  std::error_code ignored;
  return std::filesystem::exists(places.report("csv"), ignored);  // the last one to be written
}

std::filesystem::path run_log(const tournament::Places& places) {
  return places.folder / "run.log";
}

std::string last_words(const tournament::Places& places) {
  std::string last;
  std::ifstream file(run_log(places), std::ios::binary);
  for (std::string line; std::getline(file, line);)
    if (!line.empty()) last = line;
  return last;
}

}  // namespace tt::server
