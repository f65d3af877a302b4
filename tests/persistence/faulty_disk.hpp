// A disk that can fill up, fail, or lose power: a shim between SQLite and the real files, in place of its default as
// long as it lives. It offers no shared memory, so a store that needed any would not work on it.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "tests/support/seed.hpp"

namespace tt::test {

class FaultyDisk {
 public:
  FaultyDisk();
  ~FaultyDisk();
  FaultyDisk(const FaultyDisk&) = delete;
  FaultyDisk& operator=(const FaultyDisk&) = delete;

  /// The write or sync after the next `operations` fails with this SQLite code, and all that follow, until `heal`.
  void fail_after(std::int64_t operations, int code);
  void heal() { code_ = SQLITE_OK; }

  /// From now on nothing reaches the disk.
  void cut_power() { fail_after(0, SQLITE_IOERR_WRITE); }
  /// What the files hold when the power comes back: all that was synced, and of the writes since then whichever the
  /// disk had got to, by chance. Everything must have been closed.
  void power_on(Draws& draws);

  /// Syncs since it was made.
  [[nodiscard]] int syncs() const { return syncs_; }
  [[nodiscard]] std::int64_t operations() const { return operations_; }

 private:
  friend struct FaultyFile;
  /// A write, or with no bytes a cut to `offset`.
  struct Write {
    std::int64_t offset = 0;
    std::string bytes;
  };
  struct File {
    std::string synced;
    std::vector<Write> since;
  };

  /// SQLITE_OK, or the fault's code when its time has come.
  int next_operation();

  sqlite3_vfs vfs_;
  sqlite3_vfs* real_;
  std::map<std::string, File> files_;
  std::int64_t operations_ = 0;
  std::int64_t left_ = 0;
  int code_ = SQLITE_OK;
  int syncs_ = 0;
};

}  // namespace tt::test
