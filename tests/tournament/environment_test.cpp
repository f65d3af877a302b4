// A whole table over one pipe, and the Python package that plays it.
#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "tests/support/source_folder.hpp"
#include "tests/support/temp_folder.hpp"
#include "tests/tournament/small_tournament.hpp"
#include "tournament/bots/environment.hpp"

using namespace tt;
using tournament::Environment;

namespace {

constexpr const char* kReset = R"({"reset":{"seed":3,"scenario":"hamlet","capitalists":1,"workers":2,"ticks":3}})";

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::string number_after(const std::string& text, const std::string& key, std::size_t from = 0) {
  const std::size_t at = text.find(key, from);
  REQUIRE(at != std::string::npos);
  return text.substr(at + key.size(), text.find_first_of(",}", at + key.size()) - at - key.size());
}

}  // namespace

TEST_CASE("the same seed and the same orders give the same answers, another seed does not") {
  const auto play = [](std::string reset) {
    Environment environment;
    std::string all = environment.answer(reset);
    for (int tick = 0; tick < 3; ++tick) all += environment.answer(R"({"step":{}})");
    return all;
  };
  const std::string first = play(kReset);
  CHECK(has(first, "\"snapshot\":"));
  CHECK(has(first, "\"cut_off\":true"));
  CHECK(play(kReset) == first);
  std::string other = kReset;
  other.replace(other.find("3"), 1, "4");
  CHECK(play(other) != first);
}

TEST_CASE("orders of a seat are carried out, and those refused are told to it") {
  Environment environment;
  const std::string begun = environment.answer(kReset);
  const std::string seat = number_after(begun, "\"seat_id\":", begun.find("\"seats\":[{\"seat_id\""));
  const std::string stepped =
      environment.answer(R"({"step":{"orders":[{"tick":0,"seat_id":)" + seat +
                         R"(,"actions":[{"set_effort":{"effort_bp":7000}},{"set_effort":{"effort_bp":1}},{}]}]}})");
  CHECK(has(stepped, "\"effort_bp\":7000"));
  CHECK(has(stepped, "\"field\":\"orders.actions[1].set_effort.effort_bp\""));
  CHECK(has(stepped, "\"field\":\"orders.actions[2]"));
  CHECK(has(stepped, "\"tick\":1"));
}

TEST_CASE("what makes no sense is refused with its field, and changes nothing") {
  Environment environment;
  const auto refused = [&](const std::string& line, const std::string& why) {
    const std::string answer = environment.answer(line);
    CHECK_MESSAGE(has(answer, "{\"error\":"), answer);
    CHECK_MESSAGE(has(answer, why), answer);
  };
  refused(R"({"step":{}})", "There is no world yet");
  refused("not JSON", "does not fit the protocol");
  refused("{}", "neither");
  refused(R"({"reset":{"scenario":"hamlt","workers":1}})", "reset.scenario");
  refused(R"({"reset":{"scenario":"hamlet","workers":99}})", "reset.workers");
  refused(R"({"reset":{"scenario":"hamlet"}})", "Nobody sits");
  refused(R"({"reset":{"scenario":"hamlet","workers":1,"fields":["me.purse"]}})", "me.purse");
  static_cast<void>(environment.answer(kReset));
  refused(R"({"step":{"orders":[{"tick":0,"seat_id":9999}]}})", "There is no seat 9999");
  refused(R"({"step":{"sleep":1}})", "sleep");
  CHECK(has(environment.answer(R"({"step":{}})"), "\"tick\":1"));
}

TEST_CASE("only what was asked for is shown") {
  Environment environment;
  const std::string seen = environment.answer(
      R"({"reset":{"scenario":"hamlet","workers":1,"fields":["me.cash_mils","enterprises.wage_mils"]}})");
  CHECK(has(seen, "\"wage_mils\":["));
  CHECK(has(seen, "\"cash_mils\":\""));
  CHECK(!has(seen, "\"places\":[1"));
  CHECK(!has(seen, "\"markets\":[{"));
}

TEST_CASE("the Python package passes its own tests") {
  const test::TempFolder folder;
  const std::string log = (folder / "log").string();
  const std::string python = test::source_folder() + "/docs/strategies/python";
  const std::string command = "cd '" + python + "' && TECHNOTARIAT='" TT_PROGRAM "' PYTHONDONTWRITEBYTECODE=1 " +
                              "python3 -m unittest discover -s tests >'" + log + "' 2>&1";
  const int code = std::system(command.c_str());
  const std::string said = test::read_bytes(log);
  CHECK_MESSAGE(code == 0, said);
  CHECK(has(said, "Ran "));
  CHECK(!has(said, "Ran 0 tests"));
}
