// Share capital as data: who holds what of an enterprise, its call market, and what the board has put on offer.
#pragma once

#include <array>
#include <cstddef>

#include "rules/core/id.hpp"
#include "rules/core/units.hpp"
#include "rules/state/kinds.hpp"

namespace tt::rules {

/// One holder's shares, never none. The employee trust is the holder without a number, and so the last of a register.
struct Holding {
  HouseholdId holder;
  Lots shares = 0;
  bool operator==(const Holding&) const = default;
};

inline constexpr std::size_t kShareAuctionsAveraged = 8;

/// The share auction of one enterprise.
struct ShareMarket {
  Mils price = 0;   ///< of the last auction that traded; 0 before the first
  Lots volume = 0;  ///< of the last auction held
  Mils bid = 0;     ///< best limits of the last auction held; 0 for none
  Mils ask = 0;
  /// What the last auctions paid, latest first: the price, or the best bid where nothing traded; 0 for none.
  std::array<Mils, kShareAuctionsAveraged> paid{};
  bool operator==(const ShareMarket&) const = default;
};

/// What the board has ordered for the next auction: new shares to sell, or own shares to buy back and cancel.
struct BoardOrder {
  Side side = Side::kSell;
  Lots quantity = 0;
  Mils limit_price = 0;
  bool operator==(const BoardOrder&) const = default;
};

/// What the trust still owes for its shares; paid out of half its dividends.
struct TrustDebt {
  HouseholdId creditor;
  Mils owed = 0;
};

/// A person's order for the shares of one enterprise, standing until filled or replaced.
struct ShareOrder {
  HouseholdId household;
  EnterpriseId enterprise;
  Side side = Side::kBuy;
  Lots quantity = 0;
  Mils limit_price = 0;
};

}  // namespace tt::rules
