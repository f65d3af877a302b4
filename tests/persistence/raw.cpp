#include "tests/persistence/raw.hpp"

#include <doctest/doctest.h>
#include <sqlite3.h>

#include <fstream>
#include <sstream>

namespace tt::test {

namespace {

class Connection {
 public:
  explicit Connection(const std::filesystem::path& path) {
    REQUIRE(sqlite3_open(path.c_str(), &connection_) == SQLITE_OK);
  }
  ~Connection() { sqlite3_close(connection_); }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  [[nodiscard]] sqlite3* get() const { return connection_; }

 private:
  sqlite3* connection_ = nullptr;
};

}  // namespace

void sql(const std::filesystem::path& path, const std::string& statements) {
  const Connection connection(path);
  const int code = sqlite3_exec(connection.get(), statements.c_str(), nullptr, nullptr, nullptr);
  REQUIRE_MESSAGE(code == SQLITE_OK, sqlite3_errmsg(connection.get()));
}

std::string text_of(const std::filesystem::path& path, const std::string& statement) {
  const Connection connection(path);
  sqlite3_stmt* prepared = nullptr;
  REQUIRE(sqlite3_prepare_v2(connection.get(), statement.c_str(), -1, &prepared, nullptr) == SQLITE_OK);
  REQUIRE(sqlite3_step(prepared) == SQLITE_ROW);
  std::string text(reinterpret_cast<const char*>(sqlite3_column_text(prepared, 0)));
  sqlite3_finalize(prepared);
  return text;
}

std::int64_t number(const std::filesystem::path& path, const std::string& statement) {
  return std::stoll(text_of(path, statement));
}

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

void replace_bytes(const std::filesystem::path& path, std::string_view bytes) {
  std::ofstream(path, std::ios::binary | std::ios::trunc)
      .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

void write_bytes(const std::filesystem::path& path, std::string_view bytes) {
  for (const char* suffix : {"-wal", "-shm", "-journal"}) std::filesystem::remove(path.string() + suffix);
  replace_bytes(path, bytes);
}

std::string hex(std::string_view bytes) {
  std::string text;
  for (const char c : bytes) {
    text += "0123456789abcdef"[static_cast<unsigned char>(c) >> 4U];
    text += "0123456789abcdef"[static_cast<unsigned char>(c) & 15U];
  }
  return text;
}

}  // namespace tt::test
