// Appends expected entries to a world file for ever, and prints the last acknowledged index after each commit, until it
// is killed. Usage: persistence_writer FILE COMMIT_SIZE
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <string>

#include "tests/persistence/examples.hpp"

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  auto file = tt::persistence::WorldFile::open(argv[1]);
  if (!file) {
    std::fprintf(stderr, "%s\n", file.error().text().c_str());
    return 1;
  }
  const std::uint64_t size = std::strtoull(argv[2], nullptr, 10);
  const std::string state(200'000, 's');
  for (;;) {
    const std::uint64_t first = file->last_index() + 1;
    const std::uint64_t count = 1 + first % size;
    if (!file->append(tt::test::entries_from(first, count))) return 1;
    if (file->last_index() % 7 == 0 && !file->save_snapshot(file->last_index(), state)) return 1;
    const std::string line = std::to_string(file->last_index()) + "\n";
    // Nobody listening any more: the pipe's signal ends this program.
    if (::write(STDOUT_FILENO, line.data(), line.size()) < 0) return 1;
  }
}
