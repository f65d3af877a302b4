// The commands that copy worlds, as a person types them.
#include <doctest/doctest.h>

#include <fstream>

#include "server/storage/data_folder.hpp"
#include "tests/server/support/program.hpp"
#include "tests/server/support/test_server.hpp"

using namespace tt::test;
using tt::server::DataFolder;

namespace {

int type(std::vector<std::string> words, std::string* said = nullptr) {
  Program program(std::move(words));
  const int code = program.wait();
  if (said != nullptr) *said = program.output;
  return code;
}

}  // namespace

TEST_CASE("a world is backed up, restored to a tick, exported and imported by name") {
  const TempFolder folder;
  const auto data = folder / "data";
  found_town(data);
  REQUIRE(type({"world", "run", "town", "--data", data, "--ticks", "3"}) == 0);
  std::string said;
  CHECK(type({"world", "backup", "town", "--data", data}, &said) == 0);
  CHECK(said.starts_with("Copied town to "));
  const auto backups = std::filesystem::directory_iterator(data / "backups");
  const std::string backup = backups->path().string();
  CHECK(type({"world", "restore", backup, "--data", data}) == 1);  // the name is taken
  CHECK(type({"world", "restore", backup, "--data", data, "--name", "earlier", "--tick", "2"}) == 0);
  CHECK(type({"world", "info", "earlier", "--data", data}, &said) == 0);
  CHECK(said.find("tick 2 of") != std::string::npos);
  CHECK(type({"world", "restore", backup, "--data", data, "--name", "later", "--tick", "9"}) == 1);

  const auto taken = folder / "taken.world";
  CHECK(type({"world", "export", "town", "--data", data, "--to", taken}) == 0);
  CHECK(type({"world", "export", "town", "--data", data, "--to", taken}) == 1);
  CHECK(type({"world", "import", taken, "--data", folder / "elsewhere"}) == 0);
  CHECK(town_in(folder / "elsewhere").state_hash == town_in(data).state_hash);
  CHECK(type({"world", "import", taken, "--data", folder / "elsewhere"}) == 1);
  CHECK(type({"world", "import", taken, "--data", folder / "elsewhere", "--name", "../out"}) == 1);
  std::ofstream(folder / "broken.world") << "nothing of ours";
  CHECK(type({"world", "import", folder / "broken.world", "--data", data, "--name", "new"}) == 1);
}

TEST_CASE("a world that a server has open is not copied behind its back") {
  TestServer server;
  const auto data = server.folder() / "data";
  CHECK(type({"world", "backup", "town", "--data", data}) == 1);
  CHECK(type({"world", "export", "town", "--data", data, "--to", server.folder() / "x.world"}) == 1);
}
