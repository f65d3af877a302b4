// One small world, told in figures. A change here is a change of the rules: look at it, then write the file again with
// TT_UPDATE_GOLDEN=1.
#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>

#include "tests/rules/random_player.hpp"
#include "tests/support/source_folder.hpp"

using namespace tt::rules;

namespace {

std::string crowns(Mils amount) {
  const std::string cents = std::to_string(amount / (kCrown / 100) % 100);
  return std::to_string(amount / kCrown) + "." + (cents.size() < 2 ? "0" : "") + cents;
}

/// The first capitalist pays well; the first member works hard and asks for a larger merit share; the first worker
/// saves.
void decide(World& world) {
  for (const Seat& seat : std::vector<Seat>(world.seats)) {
    const HouseholdId id = seat.household;
    for (const EnterpriseId firm : world.enterprises.ids())
      if (seat.role == Role::kCapitalist && world.enterprises.head[firm] == id)
        static_cast<void>(apply(world, id, OfferWork{firm, world.mean_pay * 11 / 10, 12}));
    if (seat.role == Role::kMember) {
      static_cast<void>(apply(world, id, SetEffort{11'000}));
      static_cast<void>(apply(world, id, ProposeMotion{world.households.employer[id], ChangeMerit{9'000}}));
    }
    if (seat.role == Role::kWorker) static_cast<void>(apply(world, id, SetSpending{8'000}));
  }
}

void tell_seats(const World& world, std::ostream& out) {
  out << "\nseat role player       cash  wealth  livelihood  standing\n";
  for (const Seat& seat : world.seats)
    out << seat.household.value << ' ' << "CMW"[static_cast<std::size_t>(seat.role)] << ' ' << seat.name << ' '
        << crowns(world.households.cash[seat.household]) << ' ' << seat.wealth_share << ' ' << seat.livelihood_share
        << ' ' << seat.standing << '\n';
}

void tell_enterprises(const World& world, std::ostream& out) {
  out << "\nenterprise, form, product, open, workers, wage, price, output, cash\n";
  const auto& firms = world.enterprises;
  for (const EnterpriseId id : firms.ids())
    out << firms.name[id] << ", " << (firms.form[id] == Form::kCooperative ? "co-operative" : "proprietary") << ", "
        << static_cast<int>(firms.product[id]) << ", " << (firms.open[id] != 0 ? "open" : "closed") << ", "
        << firms.workers[id] << ", " << crowns(firms.wage[id]) << ", " << crowns(firms.ask_price[id]) << ", "
        << firms.output[id] << ", " << crowns(firms.cash[id]) << '\n';
}

std::string story() {
  World world = tt::test::seated_hamlet(1);
  std::ostringstream out;
  out << "The hamlet, seed 1, seats taken, the same few decisions each tick. Money in crowns.\n\n"
      << "tick  provisions comforts materials culture machinery engines land  employed  pay: firms co-ops  gini "
         "velocity  state hash\n";
  while (!world.finished) {
    decide(world);
    close_tick(world);
    const HistoryRow& row = world.history.back();
    out << row.tick << "  ";
    for (const Mils price : row.price) out << crowns(price) << ' ';
    out << ' ' << row.employed << "  " << crowns(row.proprietary_pay) << ' ' << crowns(row.cooperative_pay) << "  "
        << row.wealth_gini << ' ' << row.velocity << "  " << std::hex << world.last_hash << std::dec << '\n';
  }
  tell_seats(world, out);
  tell_enterprises(world, out);
  out << "\nmotions decided: " << world.first_motion << ", events kept: " << world.events.size() << '\n';
  return out.str();
}

}  // namespace

TEST_CASE("the hamlet's story is the one written down") {
  const std::string path = tt::test::source_folder() + "/tests/rules/golden/hamlet.txt";
  const std::string now = story();
  if (std::getenv("TT_UPDATE_GOLDEN") != nullptr) std::ofstream(path) << now;
  std::ifstream in(path);
  const std::string written{std::istreambuf_iterator<char>(in), {}};
  std::istringstream now_lines(now);
  std::istringstream written_lines(written);
  std::string now_line;
  std::string written_line;
  while (std::getline(written_lines, written_line)) {
    std::getline(now_lines, now_line);
    REQUIRE(now_line == written_line);  // the first line that differs
  }
  CHECK(now == written);
}
