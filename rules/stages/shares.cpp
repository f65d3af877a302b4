// One call auction an enterprise, through the same clearing as goods: people's standing orders, the board's, and those
// of a drawn simulated buyer and seller every few ticks. Units of a co-operative's outside capital are sold in the same
// way, on the assembly's order, and nobody leads by them. Cash is in hand before the auction, so no trade can fail.
#include <algorithm>
#include <vector>

#include "rules/core/assert.hpp"
#include "rules/ledger/ledger.hpp"
#include "rules/market/auction.hpp"
#include "rules/simulated/investing.hpp"
#include "rules/simulated/outside_capital.hpp"
#include "rules/stages/stages.hpp"
#include "rules/state/note.hpp"
#include "rules/state/shares.hpp"
#include "rules/state/wealth.hpp"

namespace tt::rules {
namespace {

constexpr std::uint32_t kSimulatedRhythm = 4;  ///< ticks between simulated orders for the shares of one enterprise

/// An order in the book: a person's, or the board's own.
struct Trader {
  ShareOrder* standing = nullptr;  ///< to be reduced by the fill; null for orders of this tick alone
  HouseholdId household;           ///< none: the enterprise itself
};

class ShareAuction {
 public:
  ShareAuction(World& world, EnterpriseId id) : world_(world), firms_(world.enterprises), id_(id) {}

  void add(const ShareOrder& order, ShareOrder* standing) {
    const bool buys = order.side == Side::kBuy;
    const bool against_own_board =
        board().quantity > 0 && board().side == Side::kBuy && firms_.head[id_] == order.household;
    // A head does not sell to the enterprise whose money it spends.
    if (!buys && against_own_board) return;
    const Lots possible =
        buys ? world_.households.cash[order.household] / order.limit_price : shares_of(world_, id_, order.household);
    (buys ? bids_ : asks_).push_back({order.limit_price, std::min(order.quantity, possible)});
    (buys ? buyers_ : sellers_).push_back({standing, order.household});
  }

  /// Savers who look at the units on offer.
  void add_savers() {
    for (const ShareOrder& bid : drawn_unit_bids(world_, id_))
      if (!is_here(bid.household)) add(bid, nullptr);
  }

  void add_simulated() {
    const auto bid = drawn_bid(world_, id_);
    const auto ask = drawn_ask(world_, id_);
    if (bid && !is_here(bid->household)) add(*bid, nullptr);
    if (ask && !is_here(ask->household)) add(*ask, nullptr);
  }

  void run() {
    add_board();
    ShareMarket& market = firms_.share_market[id_];
    const Mils last = market.price > 0 ? market.price : fair_share_price(world_, id_);
    const std::uint64_t draw = world_.dice().draw(Stream::kRemainder, id_.value, 1);
    std::vector<Lots> bid_fills, ask_fills;
    const Clearing cleared = clear_auction(bids_, asks_, last, draw, bid_fills, ask_fills);
    publish(market, cleared);
    for (std::size_t i = 0; i < buyers_.size(); ++i) settle(buyers_[i], Side::kBuy, bid_fills[i], cleared.price);
    for (std::size_t i = 0; i < sellers_.size(); ++i) settle(sellers_[i], Side::kSell, ask_fills[i], cleared.price);
    TT_ASSERT(world_.exchange == 0);
    if (cooperative()) {
      if (firms_.board_order[id_].quantity == 0) firms_.board_order[id_] = {};
      return;
    }
    firms_.board_order[id_] = {};
    if (cleared.volume > 0) seat_board(world_, id_);
  }

 private:
  World& world_;
  Enterprises& firms_;
  EnterpriseId id_;
  std::vector<LimitOrder> bids_, asks_;
  std::vector<Trader> buyers_, sellers_;

  /// Cash and shares are offered once.
  [[nodiscard]] bool is_here(HouseholdId id) const {
    const auto same = [&](const Trader& t) { return t.household == id; };
    return std::any_of(buyers_.begin(), buyers_.end(), same) || std::any_of(sellers_.begin(), sellers_.end(), same);
  }
  [[nodiscard]] bool cooperative() const { return firms_.form[id_] == Form::kCooperative; }
  [[nodiscard]] const BoardOrder& board() const { return firms_.board_order[id_]; }

  void add_board() {
    if (board().quantity == 0) return;
    if (board().side == Side::kSell) {
      asks_.push_back({board().limit_price, board().quantity});
      sellers_.push_back({});
      return;
    }
    // The last share a household holds is not for sale: somebody leads.
    const Lots held = firms_.shares_issued[id_] - shares_of(world_, id_, kTrust);
    bids_.push_back(
        {board().limit_price, std::min({board().quantity, firms_.cash[id_] / board().limit_price, held - 1})});
    buyers_.push_back({});
  }

  /// Where nothing traded, the best bid says what the auction would have paid.
  void publish(ShareMarket& market, const Clearing& cleared) {
    market.bid = market.ask = 0;
    for (const LimitOrder& bid : bids_)
      if (bid.lots > 0) market.bid = std::max(market.bid, bid.limit);
    for (const LimitOrder& ask : asks_)
      if (ask.lots > 0 && (market.ask == 0 || ask.limit < market.ask)) market.ask = ask.limit;
    market.volume = cleared.volume;
    if (cleared.volume > 0) market.price = cleared.price;
    const Mils paid = cleared.volume > 0 ? cleared.price : market.bid;
    if (paid == 0) return;
    std::rotate(market.paid.begin(), market.paid.end() - 1, market.paid.end());
    market.paid.front() = paid;
  }

  void settle(const Trader& trader, Side side, Lots shares, Mils price) {
    if (shares == 0) return;
    const bool buys = side == Side::kBuy;
    const bool board = !trader.household.exists();
    const Account self = board ? Account(id_) : Account(trader.household);
    post(world_, buys ? self : Account::exchange(), buys ? Account::exchange() : self, shares * price, Reason::kShares);
    if (trader.standing != nullptr) trader.standing->quantity -= shares;
    if (!board) {
      add_shares(world_, id_, trader.household, buys ? shares : -shares);
      return;
    }
    const Lots issued = buys ? -shares : shares;
    firms_.shares_issued[id_] += issued;
    if (cooperative()) {
      firms_.board_order[id_].quantity -= issued;
      count_sale(world_, id_, issued, price);
    }
    if (!concerns_a_seat(world_, id_)) return;
    note(world_, {.tick = world_.running(),
                  .kind = cooperative() ? EventKind::kCapitalSold : EventKind::kSharesIssued,
                  .subject = firms_.head[id_],
                  .enterprise = id_,
                  .value = issued});
  }
};

}  // namespace

void trade_shares(World& world) {
  if (world.scenario.parameters[Parameter::kShareMarket] == 0) return;
  const auto& firms = world.enterprises;
  // Grouped by enterprise; within one, the order of placing changes nothing but who is asked first about cash.
  std::vector<ShareOrder>& orders = world.share_orders;
  std::stable_sort(orders.begin(), orders.end(),
                   [](const ShareOrder& a, const ShareOrder& b) { return a.enterprise < b.enterprise; });
  auto next = orders.begin();
  for (const EnterpriseId id : firms.ids()) {
    const auto first = next;
    while (next != orders.end() && next->enterprise == id) ++next;
    const bool offers = firms.board_order[id].quantity > 0;
    if ((firms.shareholders[id].empty() && !offers) || firms.open[id] == 0) continue;
    const bool simulated = (world.clock + id.value) % kSimulatedRhythm == 0;
    if (!simulated && first == next && !offers) continue;
    ShareAuction auction(world, id);
    for (auto order = first; order != next; ++order) auction.add(*order, &*order);
    if (simulated) auction.add_simulated();
    if (offers && firms.form[id] == Form::kCooperative) auction.add_savers();
    auction.run();
  }
  std::erase_if(orders, [](const ShareOrder& order) { return order.quantity == 0; });
}

}  // namespace tt::rules
