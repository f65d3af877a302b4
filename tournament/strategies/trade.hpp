// The common sense of running an enterprise, from what its head can see: what every strategy that runs one starts from,
// so that they differ in what they want and not in whether they can count. Integers only; money in mils.
#pragma once

#include <vector>

#include "rules/actions/action.hpp"
#include "rules/view/view.hpp"

namespace tt::tournament {

class Trade {
 public:
  /// `row` and `books` of the same enterprise; both must outlive this.
  Trade(const rules::PublicView& world, const rules::EnterpriseRow& row, const rules::Books& books);

  [[nodiscard]] rules::EnterpriseId id() const { return books_.enterprise; }
  [[nodiscard]] std::int64_t people() const { return row_.workers; }
  [[nodiscard]] rules::Mils wage() const { return books_.wage; }
  [[nodiscard]] rules::Mils cash() const { return books_.cash; }
  [[nodiscard]] const rules::EnterpriseRow& row() const { return row_; }

  /// What one more person would bring in per tick, materials paid; a crowded site counts half.
  [[nodiscard]] rules::Mils worth_of_one_more() const;
  /// What is left of that after the wage, in bp of the wage.
  [[nodiscard]] std::int64_t margin() const;
  /// Unsold lots, in bp of a tick's output.
  [[nodiscard]] std::int64_t glut() const;
  /// Weeks the cash would pay the people's wages, in bp of a week.
  [[nodiscard]] std::int64_t weeks_of_wages() const;

  /// Everything the people can make, less when the store is full; asked for at `ask` of the last price, less when
  /// unsold goods pile up. The auction pays everyone its one price, so a low ask costs little and sells the whole
  /// stock.
  [[nodiscard]] rules::SetProduction production(rules::Bp ask = 9'000) const;
  /// Materials for two ticks of full output, at up to 15 % above the last price.
  [[nodiscard]] rules::OrderInputs inputs() const;
  /// Appends orders for the materials, and for machines where they do the work for less than people: out of the cash
  /// beyond two weeks' wages, no more than a co-operative's mandate allows.
  void equip(std::vector<rules::Action>& actions) const;
  /// That wage for that many people, held within what the rules allow.
  [[nodiscard]] rules::OfferWork work(rules::Mils wage, std::int64_t places) const;

 private:
  const rules::PublicView& world_;
  const rules::EnterpriseRow& row_;
  const rules::Books& books_;
  rules::Mils price_;
  rules::Mils materials_price_;
  rules::Lots lots_per_person_;

  [[nodiscard]] rules::OrderMachines machines(rules::Task task) const;
};

/// The enterprises this person heads, in the order of their books.
[[nodiscard]] std::vector<Trade> headed_by(const rules::PublicView& world, const rules::PrivateView& mine);

/// What work usually pays: mean expected pay over everybody who works.
[[nodiscard]] rules::Mils usual_pay(const rules::PublicView& world);

/// `bp` of `whole`.
[[nodiscard]] constexpr std::int64_t part(std::int64_t whole, std::int64_t bp) {
  return rules::share_of(whole, bp);
}

/// Keeps household spending at `share`; appends nothing if it is so already.
void spend(const rules::PrivateView& mine, rules::Bp share, std::vector<rules::Action>& actions);

}  // namespace tt::tournament
