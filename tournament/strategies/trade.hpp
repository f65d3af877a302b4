// The common sense of running an enterprise, from what its head can see: what every strategy that runs one starts from,
// so that they differ in what they want and not in whether they can count. Integers only; money in mils.
#pragma once

#include <map>
#include <vector>

#include "rules/actions/action.hpp"
#include "rules/view/view.hpp"

namespace tt::tournament {

/// What the head of an enterprise keeps in mind from tick to tick.
struct Memory {
  rules::Lots sales = 0;   ///< smoothed over a month and a half
  rules::Bp markup = 900;  ///< on unit cost, moved by stocks
  rules::Tick seen = 0;    ///< last tick taken in
};

inline constexpr rules::Bp kSteadyGrowth = 200;
inline constexpr rules::Bp kForMachines = 2'000;

/// How an owner runs an enterprise, wages apart.
struct OwnersWay {
  rules::Bp on_machines = kForMachines;  ///< of what can be spared, for each kind
  rules::Bp research = 0;                ///< of the working time
  rules::Bp hiring = 1'000;              ///< of the people, in a tick
  std::int64_t weeks_kept = 3;           ///< of wages in the till; a third of what is beyond is paid out
};

class Trade {
 public:
  /// `row` and `books` of the same enterprise; all must outlive this.
  Trade(const rules::PublicView& world, const rules::EnterpriseRow& row, const rules::Books& books, Memory& memory);

  [[nodiscard]] rules::EnterpriseId id() const { return books_.enterprise; }
  [[nodiscard]] std::int64_t people() const { return row_.workers; }
  [[nodiscard]] rules::Mils wage() const { return books_.wage; }
  [[nodiscard]] rules::Mils cash() const { return books_.cash; }
  [[nodiscard]] bool may_pay_out() const { return books_.debt.may_pay_out; }
  [[nodiscard]] const rules::EnterpriseRow& row() const { return row_; }
  [[nodiscard]] const rules::Books& books() const { return books_; }

  /// What a person brings in per tick, materials paid.
  [[nodiscard]] rules::Mils worth_of_one() const;
  /// Weeks the cash would pay the people's wages, in bp of a week.
  [[nodiscard]] std::int64_t weeks_of_wages() const;

  /// Makes what sells, and more of it by up to `growth` a tick while there is a margin, less when the store fills up;
  /// asks what a lot costs and a markup that stocks move, so that the price follows the market without jumps.
  [[nodiscard]] rules::SetProduction production(rules::Bp growth = kSteadyGrowth) const;
  /// People that the plan of `production` needs, at what the present ones make.
  [[nodiscard]] std::int64_t people_needed(rules::Bp growth = kSteadyGrowth) const;
  /// Materials for two ticks of full output, at up to 15 % above the last price.
  [[nodiscard]] rules::OrderInputs inputs() const;
  /// Appends orders for the materials, for land to rent where the site is crowded, and for machines where they do the
  /// work for less than people: for each kind out of `for_machines` of the cash beyond two weeks' wages, no more than a
  /// co-operative's mandate allows.
  void equip(std::vector<rules::Action>& actions, rules::Bp for_machines = kForMachines) const;
  /// Appends the answer to a union's demand: a raise that work bears is cheaper than a strike.
  void settle(std::vector<rules::Action>& actions) const;
  /// Appends the share of working time for research, unless it is that already. Owners only.
  void look_ahead(rules::Bp share, std::vector<rules::Action>& actions) const;
  /// Places to offer: as many as the plan needs, growing by a person and `hiring` of the people a tick while the till
  /// holds four fifths of a week's wages, shrinking by a twentieth once shorter weeks would not do.
  [[nodiscard]] std::int64_t staffing(rules::Bp hiring, rules::Bp growth = kSteadyGrowth) const;
  /// That wage for that many people, held within what the rules allow.
  [[nodiscard]] rules::OfferWork work(rules::Mils wage, std::int64_t places) const;
  /// A tenth of the way from the present wage to `of_usual` of what work usually pays, but never to more than 95 % of
  /// what it brings in here.
  [[nodiscard]] rules::Mils careful_wage(rules::Bp of_usual) const;
  /// Appends an owner's whole tick: production, equipment, research, the union's demand, work at this wage, dividend.
  void run(const OwnersWay& way, rules::Mils wage, std::vector<rules::Action>& actions) const;

 private:
  const rules::PublicView& world_;
  const rules::EnterpriseRow& row_;
  const rules::Books& books_;
  rules::Mils price_;
  rules::Mils materials_price_;
  rules::Lots lots_per_person_;
  Memory& memory_;

  [[nodiscard]] rules::UseLand land() const;
  [[nodiscard]] rules::OrderMachines machines(rules::Task task, rules::Bp of_spare) const;
  [[nodiscard]] rules::Lots usual_sales() const;
  [[nodiscard]] rules::Lots overstock() const;  ///< beyond what is wanted in store
  [[nodiscard]] rules::Mils unit_cost() const;
  [[nodiscard]] rules::Lots plan(rules::Bp growth) const;
  void take_in() const;
};

/// A person's desk: the enterprises headed, and what is kept in mind about each.
class Desk {
 public:
  /// In the order of the person's books. Valid as long as the views.
  [[nodiscard]] std::vector<Trade> headed_by(const rules::PublicView& world, const rules::PrivateView& mine);

  /// Appends the founding of a further enterprise where work fetches most, once the purse holds what the first people
  /// cost for three ticks, at most `most` in all, a quarter of a year apart, and not when it would no longer pay before
  /// the end.
  void found_another(const rules::PublicView& world, const rules::PrivateView& mine, std::size_t most,
                     std::vector<rules::Action>& actions);

 private:
  std::map<rules::EnterpriseId, Memory> memories_;
  rules::Tick founded_last_ = 0;
};

/// What work usually pays: mean expected pay over everybody who works.
[[nodiscard]] rules::Mils usual_pay(const rules::PublicView& world);

/// Appends an application for the open place that is expected to pay most, if that is more than `worth` of the present
/// pay.
void seek_pay(const rules::PublicView& world, const rules::PrivateView& mine, rules::Bp worth,
              std::vector<rules::Action>& actions);

/// The good that fetches most for the work in it, materials paid.
[[nodiscard]] rules::Good best_trade(const rules::PublicView& world);

/// `bp` of `whole`.
[[nodiscard]] constexpr std::int64_t part(std::int64_t whole, std::int64_t bp) {
  return rules::share_of(whole, bp);
}

/// Keeps household spending at `share`; appends nothing if it is so already.
void spend(const rules::PrivateView& mine, rules::Bp share, std::vector<rules::Action>& actions);

}  // namespace tt::tournament
