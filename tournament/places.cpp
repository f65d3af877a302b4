#include "tournament/places.hpp"

#include <sys/stat.h>
#include <sys/sysmacros.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <system_error>

#include "tournament/write_file.hpp"

namespace tt::tournament {
namespace {

std::string text_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

std::filesystem::path usual_folder(const std::filesystem::path& spec) {
  return spec.stem().concat(".results");
}

Result<Spec> load_spec(const std::filesystem::path& file, const std::filesystem::path& origin) {
  return origin.empty() ? read_spec(file) : parse_spec(text_of(file), origin);
}

Result<Spec> load_spec(const Places& places) {
  std::error_code ignored;
  if (std::filesystem::exists(places.spec(), ignored)) return load_spec(places.spec(), origin_of(places));
  const bool is_folder = std::filesystem::is_directory(places.folder, ignored);
  return Failure{is_folder ? "There is no tournament in this folder: it has no spec.toml." : "There is no such folder.",
                 places.folder.string(),
                 "Name the folder that `tournament run` made, such as cup.results for cup.toml."};
}

std::filesystem::path origin_of(const Places& places) {
  std::string line = text_of(places.origin());
  return line.substr(0, line.find('\n'));
}

Result<void> keep_spec(const Places& places, const std::filesystem::path& file, const std::filesystem::path& origin) {
  std::error_code ignored;
  if (std::filesystem::equivalent(places.spec(), file, ignored)) return {};
  const std::filesystem::path from = std::filesystem::absolute(origin.empty() ? file : origin, ignored);
  if (auto written = write_file(places.origin(), from.string() + "\n"); !written) return written;
  return write_file(places.spec(), text_of(file));
}

bool run_at_work(const Places& places) {
  struct stat folder {};
  if (::stat(places.folder.c_str(), &folder) != 0) return false;
  std::array<char, 64> wanted{};  // proc_locks(5): major:minor:inode
  std::snprintf(wanted.data(), wanted.size(), " %02x:%02x:%lu ", ::major(folder.st_dev), ::minor(folder.st_dev),
                static_cast<unsigned long>(folder.st_ino));
  std::ifstream locks("/proc/locks");
  for (std::string line; std::getline(locks, line);)
    if (line.find(" FLOCK ") != std::string::npos && line.find(wanted.data()) != std::string::npos) return true;
  return false;
}

}  // namespace tt::tournament
