// SQLite's result codes in words.
#include <sqlite3.h>

#include "persistence/sqlite/database.hpp"

namespace tt::persistence::sqlite {

namespace {

constexpr int primary(int code) {
  return code & 0xFF;
}

struct Words {
  const char* what;
  const char* remedy;
};

Words words_of(int code) {
  switch (primary(code)) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {"Another process has this file open.", "Stop the server or tool that uses it, then try again."};
    case SQLITE_FULL:
      return {"There is no room left on the disk.",
              "Free some space and try again; what was acknowledged before is safe."};
    case SQLITE_IOERR:
      return {"The disk failed to read or write.", "Check the disk and the system log, then open the file again."};
    case SQLITE_CORRUPT:
      return {"The file is damaged.", "Run `technotariat world verify` on it, and go back to a backup."};
    case SQLITE_NOTADB:
      return {"This is not a file of this program, or its beginning is damaged.",
              "Check the path; if it is right, go back to a backup."};
    case SQLITE_CANTOPEN:
      return {"The file cannot be opened.", "Check that the folder exists and that this user may write in it."};
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return {"The file cannot be written.", "Give this user the right to write the file and its folder."};
    case SQLITE_NOMEM:
      return {"There is not enough memory.", "Stop other programs and try again."};
    case SQLITE_TOOBIG:
      return {"Something in the file is larger than this program ever writes.",
              "The file is not sound; go back to a backup."};
  }
  // A foreign set: the rest never happens with a sound file and our own statements.
  return {"The store refused.", "Run `technotariat world verify` on the file."};
}

}  // namespace

Failure failure_of(int code, std::string_view detail, const std::filesystem::path& path) {
  const Words words = words_of(code);
  Failure failure{words.what, path.string(), words.remedy};
  if (!detail.empty())
    failure.what.append(" (SQLite ").append(std::to_string(code)).append(": ").append(detail).append(")");
  return failure;
}

bool leaves_doubt(int code) {
  return primary(code) != SQLITE_FULL && primary(code) != SQLITE_BUSY;
}

}  // namespace tt::persistence::sqlite
