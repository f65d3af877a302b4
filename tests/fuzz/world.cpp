// A world file from elsewhere: opened, verified, and if it is one, read and brought to where it stands.
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>

#include "persistence/restore.hpp"
#include "persistence/verify.hpp"
#include "persistence/world_file.hpp"
#include "tests/support/temp_folder.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  namespace store = tt::persistence;
  static const tt::test::TempFolder folder;
  const auto path = folder / "world";
  for (const char* const beside : {"world", "world-wal", "world-shm", "world-journal"})
    std::filesystem::remove(folder / beside);
  std::ofstream(path, std::ios::binary).write(reinterpret_cast<const char*>(bytes), static_cast<std::streamsize>(size));
  (void)store::verify(path);
  if (auto file = store::WorldFile::open(path)) (void)store::restore(*file);
  return 0;
}
