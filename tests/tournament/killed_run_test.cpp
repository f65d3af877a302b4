// A run killed at any moment and started again ends like one that never was.
#include <doctest/doctest.h>

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <ostream>
#include <streambuf>
#include <string>
#include <vector>

#include "tests/support/temp_folder.hpp"
#include "tests/tournament/small_tournament.hpp"

using namespace tt;

namespace {

/// Characters straight into a pipe.
class PipeBuffer final : public std::streambuf {
 public:
  explicit PipeBuffer(int descriptor) : descriptor_(descriptor) {}

 private:
  int descriptor_;

  int_type overflow(int_type character) override {
    const char byte = traits_type::to_char_type(character);
    return ::write(descriptor_, &byte, 1) == 1 ? character : traits_type::eof();
  }
};

/// Runs it in a process of its own, with progress into a pipe, and kills that as soon as `matches` are recorded.
void run_and_kill(tournament::TournamentOptions options, int matches) {
  std::array<int, 2> ends{};
  REQUIRE(::pipe(ends.data()) == 0);
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    ::close(ends[0]);
    PipeBuffer buffer(ends[1]);
    std::ostream pipe(&buffer);
    options.progress = true;
    ::_exit(tournament::run_tournament(options, pipe, pipe));
  }
  ::close(ends[1]);
  char byte = 0;
  for (int seen = 0; seen < matches && ::read(ends[0], &byte, 1) == 1;) seen += byte == '\r' ? 1 : 0;
  CHECK(::kill(child, SIGKILL) == 0);
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  CHECK(WIFSIGNALED(status));
  ::close(ends[0]);
}

void check_killed_like_whole(const std::string& text, const std::vector<unsigned>& all_jobs) {
  CAPTURE(text);
  const test::TempFolder folder;
  const auto spec = test::write_text(folder / "small.toml", text);
  REQUIRE(test::run({.spec = spec, .out = folder / "whole", .jobs = 1}).code == 0);
  const auto whole = test::lasting_files(folder / "whole");
  for (const unsigned jobs : all_jobs) {
    CAPTURE(jobs);
    const auto out = folder / ("killed" + std::to_string(jobs));
    for (const int matches : {1, 3, 2}) run_and_kill({.spec = spec, .out = out, .jobs = jobs}, matches);
    const auto rest = test::run({.spec = spec, .out = out, .jobs = jobs});
    REQUIRE_MESSAGE(rest.code == 0, rest.err);
    CHECK(rest.err.find("were there already") != std::string::npos);
    CHECK(test::lasting_files(out) == whole);
  }
}

}  // namespace

TEST_CASE("a run killed and started again gives the same results to the byte") {
  check_killed_like_whole(test::small_spec_text(), {1, 2});
}

TEST_CASE("a killed run of any format, before its stopping rule has an answer, goes on to the same bytes") {
  for (const std::string& text : test::spec_texts_of_formats()) check_killed_like_whole(text, {2});
}
