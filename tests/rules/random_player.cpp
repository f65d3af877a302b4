#include "tests/rules/random_player.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "rules/ledger/ledger.hpp"
#include "rules/state/back_pay.hpp"
#include "rules/state/constants.hpp"
#include "rules/state/credit.hpp"
#include "rules/state/roster.hpp"
#include "rules/state/shares.hpp"

namespace tt::test {
namespace {

using namespace rules;

class Chooser {
 public:
  Chooser(const World& world, HouseholdId actor, Draws& draws) : world_(world), actor_(actor), draws_(draws) {}

  [[nodiscard]] Action choose(std::size_t kind) {
    switch (kind) {
      case 0:
        return FoundEnterprise{name(), odd(Form::kProprietary, 2), odd(Good::kProvisions, std::ssize(kAllGoods)),
                               amount(cash())};
      case 1:
        return OfferWork{enterprise(), amount(2 * kStartWage), places()};
      case 2:
        return SetProduction{enterprise(), price(), quantity()};
      case 3:
        return OrderInputs{enterprise(), quantity(), price()};
      case 4:
        return DeclareDividend{enterprise(), amount(500 * kCrown)};
      case 5:
        return Invest{enterprise(), amount(cash())};
      case 6:
        return ApplyForWork{enterprise()};
      case 7:
        return LeaveWork{};
      case 8:
        return SetEffort{bp(4'000, 13'000)};
      case 9:
        return ProposeMotion{enterprise(), change()};
      case 10:
        return CastVote{motion(), odd(Choice::kNone, 4)};
      case 11:
        return PlaceOrder{odd(Good::kProvisions, std::ssize(kAllGoods)), odd(Side::kBuy, 2), quantity(), price()};
      case 12:
        return SetSpending{bp(-100, 21'000)};
      case 13:
        return SetHours{enterprise(), bp(5'000, 12'000)};
      case 14:
        return OrderMachines{enterprise(), odd(Task::kHands, 2), quantity(), price()};
      case 15:
        return SetUnionCard{draws_.one_in(2)};
      case 16:
        return VoteOnStrike{odd(Choice::kNone, 4)};
      case 17:
        return AnswerDemand{enterprise(), odd(Answer::kNone, 3)};
      case 18:
        return SetResearch{enterprise(), research()};
      case 19:
        return OrderShares{enterprise(), odd(Side::kBuy, 2), quantity(), share_price()};
      case 20:
        return IssueShares{enterprise(), odd(Side::kBuy, 2), quantity(), share_price()};
      case 21:
        return OfferEmployeeShares{enterprise(), bp(-10, 3'000), draws_.one_in(2) ? 0 : share_price()};
      case 22:
        return OrderLand{enterprise(), odd(Side::kBuy, 2), quantity(), price()};
      case 23:
        return UseLand{enterprise(), quantity(), price(), draws_.one_in(2)};
      case 24:
        return BackCommons{amount(100 * kCrown)};
      case 25:
        return SetSecondJob{enterprise(), bp(0, 6'000)};
      case 26:
        return OfferBuyOut{enterprise(), share_price(), draws_.one_in(2)};
      case 27:
        return AgreeToBuyOut{enterprise(), !draws_.one_in(4)};
      case 28:
        return SetDualWork{enterprise(), !draws_.one_in(4)};
      case 29:
        return Borrow{enterprise(), draws_.one_in(3) ? 0 : amount(2'000 * kCrown)};
      case 30:
        return Repay{enterprise(), draws_.one_in(3) ? 0 : amount(500 * kCrown)};
      default:
        return choose_in_public(kind);
    }
  }

 private:
  [[nodiscard]] Action choose_in_public(std::size_t kind) {
    switch (kind) {
      case 31:
        return ProposeLaw{odd(Law::kIncomeTax, kLaws), law_value()};
      case 32:
        return VoteOnLaw{odd(Law::kIncomeTax, kLaws), odd(Choice::kNone, 4)};
      default:
        return SupportTakeOver{draws_.one_in(2)};
    }
  }

  [[nodiscard]] Mils cash() const {
    return actor_.value < world_.households.count() ? world_.households.cash[actor_] : 0;
  }

  /// One of the first `count` values of an enumeration, seldom one beyond.
  template <class Enum>
  [[nodiscard]] Enum odd(Enum, std::int64_t count) {
    return static_cast<Enum>(draws_.one_in(40) ? draws_.between(count, 255) : draws_.below(count));
  }

  [[nodiscard]] EnterpriseId enterprise() {
    const auto& firms = world_.enterprises;
    if (draws_.one_in(30)) return EnterpriseId{static_cast<std::uint32_t>(draws_.next())};
    std::vector<EnterpriseId> own;
    for (const EnterpriseId id : firms.ids())
      if (firms.head[id] == actor_ || world_.households.employer[actor_] == id) own.push_back(id);
    if (!own.empty() && !draws_.one_in(4)) return own[static_cast<std::size_t>(draws_.below(std::ssize(own)))];
    return EnterpriseId{static_cast<std::uint32_t>(draws_.below(firms.count()))};
  }

  [[nodiscard]] std::int64_t law_value() {
    return draws_.one_in(12) ? draws_.pick<std::int64_t>({-1, INT64_MAX, INT64_MIN}) : draws_.below(7'000);
  }

  [[nodiscard]] Research research() { return {bp(-100, 3'500), bp(-100, 11'000)}; }

  [[nodiscard]] MotionId motion() {
    if (world_.motions.empty() || draws_.one_in(20)) return MotionId{static_cast<std::uint32_t>(draws_.next())};
    std::uint32_t index = static_cast<std::uint32_t>(draws_.below(std::ssize(world_.motions)));
    for (std::uint32_t i = 0; i < world_.motions.size(); ++i)
      if (world_.motions[i].enterprise == world_.households.employer[actor_] && draws_.one_in(2)) index = i;
    return MotionId{world_.first_motion + index};
  }

  [[nodiscard]] std::string name() {
    if (draws_.one_in(10))
      return draws_.pick({"", "ab", " leading", "tab\there", "\xC3\x28 bad bytes", "\xE2\x80\xAE turned"});
    if (draws_.one_in(10)) return world_.enterprises.name.values.front();
    return "House of " + std::to_string(draws_.below(1'000'000));
  }

  /// Around `usual`, seldom an extreme.
  [[nodiscard]] std::int64_t amount(std::int64_t usual) {
    if (draws_.one_in(12))
      return draws_.pick<std::int64_t>({0, 1, -1, kMaxAmount, kMaxAmount + 1, INT64_MAX, INT64_MIN});
    return draws_.between(1, std::max<std::int64_t>(1, usual));
  }

  [[nodiscard]] Mils price() {
    if (draws_.one_in(12)) return draws_.pick<std::int64_t>({0, 1, -1, kMaxPrice, kMaxPrice + 1, INT64_MAX, INT64_MIN});
    return draws_.between(1, 3 * world_.markets[static_cast<std::size_t>(draws_.below(kGoods))].price);
  }

  [[nodiscard]] Mils share_price() {
    if (draws_.one_in(12)) return draws_.pick<std::int64_t>({0, -1, kMaxPrice, kMaxPrice + 1, INT64_MAX, INT64_MIN});
    return draws_.between(1, 20 * kCrown);
  }

  [[nodiscard]] Lots quantity() {
    if (draws_.one_in(12))
      return draws_.pick<std::int64_t>({0, 1, -1, kMaxQuantity, kMaxQuantity + 1, INT64_MAX, INT64_MIN});
    return draws_.below(draws_.one_in(2) ? 20 : 2'000);
  }

  [[nodiscard]] std::uint32_t places() {
    return static_cast<std::uint32_t>(draws_.one_in(12) ? draws_.next() : static_cast<std::uint64_t>(draws_.below(30)));
  }

  [[nodiscard]] Bp bp(std::int64_t least, std::int64_t most) {
    return static_cast<Bp>(draws_.one_in(12) ? draws_.next() : static_cast<std::uint64_t>(draws_.between(least, most)));
  }

  [[nodiscard]] HouseholdId person() {
    if (draws_.one_in(10)) return HouseholdId{static_cast<std::uint32_t>(draws_.next())};
    const auto count = static_cast<std::int64_t>(world_.households.count());
    for (int i = 0; i < 40; ++i) {
      const HouseholdId id{static_cast<std::uint32_t>(draws_.below(count))};
      if (world_.households.employer[id] == world_.households.employer[actor_]) return id;
    }
    return actor_;
  }

  [[nodiscard]] MotionChange change() {
    switch (draws_.below(12)) {
      case 0:
        return ChangeBaseWage{amount(2 * kStartWage)};
      case 1: {
        const Bp first = bp(0, kOne);
        const Bp second = bp(0, kOne);
        const bool whole = first >= 0 && second >= 0 && first <= kOne && second <= kOne - first;
        return ChangeSplit{{first, second, whole ? kOne - first - second : bp(0, kOne)}};
      }
      case 2:
        return ChangeMerit{bp(0, kOne)};
      case 3:
        return ChangePlaces{places()};
      case 4:
        return ElectManager{person()};
      case 5:
        return ChangeResearch{research()};
      case 6:
        return ChangeDualWork{!draws_.one_in(4)};
      case 7:
        return Demutualise{};
      case 8:
        return Expel{person()};
      case 9:
        return OfferCapital{quantity(), share_price(), bp(0, 2'100)};
      case 10:
        return RedeemCapital{quantity()};
      default:
        return ChangeMandate{{bp(5'000, 11'000), bp(6'000, 12'000), bp(-100, 11'000), bp(-100, 11'000)}};
    }
  }

  const World& world_;
  HouseholdId actor_;
  Draws& draws_;
};

}  // namespace

Action random_action(const World& world, HouseholdId actor, std::size_t kind, Draws& draws) {
  return Chooser(world, actor, draws).choose(kind);
}

void end_outside_capital(World& world) {
  for (const EnterpriseId id : world.enterprises.ids())
    if (world.enterprises.form[id] == Form::kCooperative) dissolve_shares(world, id);
}

void pay_all_debts(World& world, EnterpriseId id) {
  auto& firms = world.enterprises;
  const Roster roster(world);
  post(world, Account::issuer(), id, debts_of(world, id), Reason::kIssue);
  pay_wages_owed(world, id, roster.of(id), firms.wages_owed[id]);
  post(world, id, Account::bank(), firms.arrears[id], Reason::kInterest);
  post(world, id, Account::credit(), firms.loan[id], Reason::kRepayment);
  world.loans -= firms.loan[id];
  firms.loan[id] = firms.arrears[id] = 0;
}

World seated_hamlet(std::uint64_t seed) {
  World world = found_world(*find_scenario("hamlet"), seed);
  std::uint64_t player = 0;
  for (const Role role : {Role::kCapitalist, Role::kMember, Role::kWorker}) {
    for (HouseholdId free = free_seat(world, role); free.exists(); free = free_seat(world, role)) {
      ++player;
      if (apply(world, TakeSeat{free, player, "Person " + std::to_string(player), Controller::kPlayer}) !=
          SeatRefusal::kNone)
        break;
    }
  }
  return world;
}

void play_tick(World& world, int actions, Draws& draws) {
  for (std::size_t seat = 0; seat < world.seats.size(); ++seat) {
    const HouseholdId actor = world.seats[seat].household;
    for (int i = 0; i < actions; ++i) {
      const auto kind = static_cast<std::size_t>(draws.below(static_cast<std::int64_t>(kActionKinds)));
      static_cast<void>(apply(world, actor, random_action(world, actor, kind, draws)));
    }
  }
  close_tick(world);
}

}  // namespace tt::test
