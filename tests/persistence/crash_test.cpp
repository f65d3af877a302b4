// kill −9 at any moment: what was acknowledged is there, nothing is there twice, nothing is there by halves.
#include <doctest/doctest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <string>

#include "tests/persistence/examples.hpp"
#include "tests/support/temp_folder.hpp"

namespace tt::persistence {

namespace {

/// The helper lies beside this program.
std::string writer_path() {
  return (std::filesystem::read_symlink("/proc/self/exe").parent_path() / "persistence_writer").string();
}

/// Runs the writer, kills it after so many acknowledgements, and returns the last one it got out.
std::uint64_t write_and_kill(const std::filesystem::path& path, const std::string& commit_size,
                             std::int64_t acknowledgements) {
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  const std::string program = writer_path();
  const pid_t child = ::fork();
  if (child == 0) {
    ::dup2(ends[1], STDOUT_FILENO);
    ::close(ends[0]);
    ::close(ends[1]);
    ::execl(program.c_str(), program.c_str(), path.c_str(), commit_size.c_str(), nullptr);
    ::_exit(127);
  }
  ::close(ends[1]);
  std::FILE* const lines = ::fdopen(ends[0], "r");
  std::uint64_t acknowledged = 0;
  unsigned long long index = 0;
  for (; acknowledgements > 0 && std::fscanf(lines, "%llu", &index) == 1; --acknowledgements) acknowledged = index;
  ::kill(child, SIGKILL);
  while (std::fscanf(lines, "%llu", &index) == 1) acknowledged = index;
  std::fclose(lines);
  int status = 0;
  ::waitpid(child, &status, 0);
  REQUIRE_MESSAGE(WIFSIGNALED(status), "the writer ended by itself");
  return acknowledged;
}

}  // namespace

TEST_CASE("killed again and again, a file keeps all that was acknowledged, once and in order") {
  const test::TempFolder folder;
  const auto path = folder / "w";
  REQUIRE(WorldFile::create(path, test::genesis()).has_value());
  test::Draws draws(701);
  for (int round = 0; round < 12; ++round) {
    const std::int64_t commit_size = draws.one_in(3) ? 600 : 5;
    CAPTURE(round);
    const std::uint64_t acknowledged = write_and_kill(path, std::to_string(commit_size), draws.between(1, 120));
    auto file = WorldFile::open(path);
    REQUIRE_MESSAGE(file.has_value(), (file ? "" : file.error().text()));
    CHECK(file->last_index() >= acknowledged);
    // At most the one commit that was under way: nobody was told of it, and it is whole.
    CHECK(file->last_index() <= acknowledged + static_cast<std::uint64_t>(commit_size));
    CHECK(test::count_expected(*file) == file->last_index());
    CHECK(file->latest_snapshot(file->last_index()).has_value());
  }
}

}  // namespace tt::persistence
