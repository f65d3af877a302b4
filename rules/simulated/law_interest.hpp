// What a change of a law would do to each person, as people see it: others as in the last tick, what the treasury takes
// counted as given back. Used for the votes of simulated people and shown to players before they vote.
#pragma once

#include <cstdint>
#include <vector>

#include "rules/core/id.hpp"
#include "rules/core/units.hpp"
#include "rules/state/kinds.hpp"

namespace tt::rules {

struct World;
struct LawVote;

/// Expected change of a person's income a tick, mils. An expectation, not a promise.
struct LawEffect {
  Mils pays = 0;  ///< in taxes, wages to pay, dearer goods, work at risk: below zero if it costs more
  Mils gets = 0;  ///< in pay, benefits, and what the treasury gives back
  [[nodiscard]] Mils total() const { return pays + gets; }
};

/// The change of one law from what holds now to `value`, for everybody in a world that must outlive this and stay as it
/// is. People whose tax exceeds what comes back vote against a tax, the others for it (Meltzer and Richard 1981); how
/// much they trust the treasury to give back, and fear to lose their work, differs from person to person, for life. A
/// seat's is reckoned with the mean of both.
class LawInterest {
 public:
  LawInterest(const World& world, Law law, std::int64_t value);
  [[nodiscard]] LawEffect effect_on(HouseholdId id) const;

 private:
  struct Rates {
    std::int64_t income = 0;
    std::int64_t profit = 0;
    std::int64_t wealth = 0;
    std::int64_t benefit = 0;
    std::int64_t basic_income = 0;
  };
  /// What the treasury's takings come to a head.
  struct Budget {
    Mils benefit = 0;  ///< to each without work
    Mils basic_income = 0;
    Mils given_back = 0;
  };

  const World& world_;
  Law law_;
  std::int64_t value_;
  Rates now_;
  Rates then_;
  Budget before_;
  Budget after_;
  std::vector<Mils> wealth_;       ///< taxed, of everybody; empty if no law looks at it
  std::vector<Mils> raise_;        ///< of one employee's pay, by enterprise; empty if pay stays
  std::vector<Mils> owners_bill_;  ///< by household
  Mils dearer_ = 0;                ///< goods, a head
  std::int64_t new_money_ = 0;     ///< more made a tick, mils

  [[nodiscard]] Rates rates_now() const;
  [[nodiscard]] Mils taxes_of(const Rates& rates, HouseholdId id) const;
  [[nodiscard]] Budget budget_of(const Rates& rates) const;
  void weigh_taxes();
  void weigh_pay();
  void weigh_money();
  [[nodiscard]] LawEffect by_budget(HouseholdId id) const;
  [[nodiscard]] LawEffect by_pay(HouseholdId id) const;
  [[nodiscard]] LawEffect by_money(HouseholdId id) const;
};

/// The vote of a simulated person whom the change affects so; who hardly feels it abstains.
[[nodiscard]] Choice lean_on_law(const World& world, const LawVote& vote, HouseholdId person, LawEffect effect);

/// Whether a small change of the proposal would turn this person.
[[nodiscard]] bool near_the_line_on_law(const World& world, LawEffect effect);

}  // namespace tt::rules
