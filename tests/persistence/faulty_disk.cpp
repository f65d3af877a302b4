#include "tests/persistence/faulty_disk.hpp"

#include "tests/persistence/raw.hpp"

namespace tt::test {

/// What SQLite holds of an open file; the real one lies right behind it.
struct FaultyFile {
  sqlite3_file base;
  FaultyDisk* disk;
  FaultyDisk::File* copy;  ///< null for temporary files

  static FaultyFile& of(sqlite3_file* file) { return *reinterpret_cast<FaultyFile*>(file); }
  static sqlite3_file* real(sqlite3_file* file) { return reinterpret_cast<sqlite3_file*>(&of(file) + 1); }
  static FaultyDisk& disk_of(sqlite3_vfs* vfs) { return *static_cast<FaultyDisk*>(vfs->pAppData); }

  static int open(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* out_flags);
  static int close(sqlite3_file* file);
  static int write(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 offset);
  static int truncate(sqlite3_file* file, sqlite3_int64 size);
  static int sync(sqlite3_file* file, int flags);
  static int remove(sqlite3_vfs* vfs, const char* name, int sync_folder);
};

namespace {

int read(sqlite3_file* file, void* to, int count, sqlite3_int64 offset) {
  sqlite3_file* const real = FaultyFile::real(file);
  return real->pMethods->xRead(real, to, count, offset);
}
int size(sqlite3_file* file, sqlite3_int64* to) {
  sqlite3_file* const real = FaultyFile::real(file);
  return real->pMethods->xFileSize(real, to);
}
int lock(sqlite3_file* file, int level) {
  sqlite3_file* const real = FaultyFile::real(file);
  return real->pMethods->xLock(real, level);
}
int unlock(sqlite3_file* file, int level) {
  sqlite3_file* const real = FaultyFile::real(file);
  return real->pMethods->xUnlock(real, level);
}
int check_reserved(sqlite3_file* file, int* to) {
  sqlite3_file* const real = FaultyFile::real(file);
  return real->pMethods->xCheckReservedLock(real, to);
}
int control(sqlite3_file* file, int operation, void* argument) {
  sqlite3_file* const real = FaultyFile::real(file);
  return real->pMethods->xFileControl(real, operation, argument);
}
int sector_size(sqlite3_file* file) {
  sqlite3_file* const real = FaultyFile::real(file);
  return real->pMethods->xSectorSize(real);
}
// No promises about the disk: SQLite then takes every precaution.
int characteristics(sqlite3_file*) {
  return 0;
}

void apply(std::string& content, std::int64_t offset, const std::string& bytes) {
  const auto at = static_cast<std::size_t>(offset);
  if (bytes.empty()) {
    content.resize(at);
    return;
  }
  if (content.size() < at + bytes.size()) content.resize(at + bytes.size());
  content.replace(at, bytes.size(), bytes);
}

}  // namespace

int FaultyFile::open(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* out_flags) {
  static const sqlite3_io_methods kMethods{
      1,       close,          read,    write,       truncate,        sync,    size,    lock,
      unlock,  check_reserved, control, sector_size, characteristics, nullptr, nullptr, nullptr,
      nullptr, nullptr,        nullptr};
  FaultyDisk& disk = disk_of(vfs);
  FaultyFile& mine = of(file);
  mine.base.pMethods = nullptr;
  const int code = disk.real_->xOpen(disk.real_, name, real(file), flags, out_flags);
  if (code != SQLITE_OK) return code;
  mine.base.pMethods = &kMethods;
  mine.disk = &disk;
  mine.copy = nullptr;
  if (name != nullptr) {
    const auto [entry, fresh] = disk.files_.try_emplace(name);
    if (fresh) entry->second.synced = bytes_of(name);
    mine.copy = &entry->second;
  }
  return SQLITE_OK;
}

int FaultyFile::close(sqlite3_file* file) {
  return real(file)->pMethods->xClose(real(file));
}

int FaultyFile::write(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 offset) {
  if (const int code = of(file).disk->next_operation(); code != SQLITE_OK) return code;
  if (of(file).copy != nullptr)
    of(file).copy->since.push_back(
        {offset, std::string(static_cast<const char*>(bytes), static_cast<std::size_t>(count))});
  return real(file)->pMethods->xWrite(real(file), bytes, count, offset);
}

int FaultyFile::truncate(sqlite3_file* file, sqlite3_int64 to_size) {
  if (const int code = of(file).disk->next_operation(); code != SQLITE_OK) return code;
  if (of(file).copy != nullptr) of(file).copy->since.push_back({to_size, {}});
  return real(file)->pMethods->xTruncate(real(file), to_size);
}

int FaultyFile::sync(sqlite3_file* file, int) {
  FaultyDisk& disk = *of(file).disk;
  if (const int code = disk.next_operation(); code != SQLITE_OK) return code == SQLITE_FULL ? code : SQLITE_IOERR_FSYNC;
  ++disk.syncs_;
  if (of(file).copy != nullptr) {
    for (const FaultyDisk::Write& one : of(file).copy->since) apply(of(file).copy->synced, one.offset, one.bytes);
    of(file).copy->since.clear();
  }
  return SQLITE_OK;  // what a power cut leaves is kept here; the machine's own disk need not be waited for
}

int FaultyFile::remove(sqlite3_vfs* vfs, const char* name, int sync_folder) {
  FaultyDisk& disk = disk_of(vfs);
  if (const int code = disk.next_operation(); code != SQLITE_OK) return SQLITE_IOERR_DELETE;
  disk.files_.erase(name);
  return disk.real_->xDelete(disk.real_, name, sync_folder);
}

FaultyDisk::FaultyDisk() : vfs_(*sqlite3_vfs_find(nullptr)), real_(sqlite3_vfs_find(nullptr)) {
  vfs_.zName = "faulty";
  vfs_.pNext = nullptr;
  vfs_.pAppData = this;
  vfs_.szOsFile = static_cast<int>(sizeof(FaultyFile)) + real_->szOsFile;
  vfs_.xOpen = FaultyFile::open;
  vfs_.xDelete = FaultyFile::remove;
  sqlite3_vfs_register(&vfs_, 1);
}

FaultyDisk::~FaultyDisk() {
  sqlite3_vfs_unregister(&vfs_);
  sqlite3_vfs_register(real_, 1);
}

void FaultyDisk::fail_after(std::int64_t operations, int code) {
  left_ = operations;
  code_ = code;
}

int FaultyDisk::next_operation() {
  ++operations_;
  if (code_ == SQLITE_OK || left_-- > 0) return SQLITE_OK;
  left_ = 0;
  return code_;
}

void FaultyDisk::power_on(Draws& draws) {
  for (auto& [name, file] : files_) {
    const bool none = draws.one_in(3);
    for (const Write& one : file.since)
      if (!none && draws.one_in(2)) apply(file.synced, one.offset, one.bytes);
    // Written as it is: write_bytes would remove the log, which is the point here.
    if (std::filesystem::exists(name)) replace_bytes(name, file.synced);
  }
  files_.clear();
  heal();
}

}  // namespace tt::test
