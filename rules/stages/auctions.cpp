// One call auction a good: what enterprises use first, so that the makers of other goods can plan on it; then what
// people consume. Everyone's money is in escrow before the auction, so no trade can fail: payment is lots × price,
// exactly.
#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "rules/core/assert.hpp"
#include "rules/ledger/ledger.hpp"
#include "rules/ledger/many.hpp"
#include "rules/market/auction.hpp"
#include "rules/market/curve.hpp"
#include "rules/simulated/demand.hpp"
#include "rules/stages/stages.hpp"
#include "rules/state/constants.hpp"
#include "rules/state/industry.hpp"
#include "rules/state/market_making.hpp"
#include "rules/state/note.hpp"
#include "rules/state/pantry.hpp"

namespace tt::rules {
namespace {

constexpr Bp kPriceMoveWorthTelling = 500;
constexpr std::int64_t kSlowPriceTicks = 16;
constexpr Mils kQuoteSteps = 8;
constexpr Bp kCommonsBid = 11'000;  ///< of the slow price of land

/// Whose order stands at an index of the book, and what becomes of its fill.
struct Buyer {
  enum class Use : std::uint8_t { kInput, kMachines, kLand, kCommons, kMaker, kPantry };
  Use use;
  std::uint32_t index;
};
struct Seller {
  enum class Of : std::uint8_t { kProduct, kLand, kMaker, kPantry };
  Of of;
  std::uint32_t index;
};

class GoodsMarket {
 public:
  /// Of a good that people consume, with what they mean to consume of it.
  GoodsMarket(World& world, Good good, const Consumption* consumption = nullptr)
      : world_(world), good_(good), consumption_(consumption) {}

  void run() {
    collect_asks();
    if (good_ == Good::kMaterials) collect_input_bids();
    if (is_machine(good_)) collect_machine_bids();
    if (good_ == Good::kLand) collect_land();
    collect_maker();
    collect_personal_orders();
    const std::size_t own_bids = bids_.size();
    if (consumption_ != nullptr) {
      const std::vector<LimitOrder> levels = consumption_->levels(good_);
      bids_.insert(bids_.end(), levels.begin(), levels.end());
    }
    Market& market = world_.markets[index_of(good_)];
    const Mils last = market.price;
    const std::uint64_t draw = world_.dice().draw(Stream::kRemainder, index_of(good_));
    const Clearing cleared = clear_auction(bids_, asks_, last, draw, bid_fills_, ask_fills_);
    publish_curves(market, bids_, asks_);
    market.price = cleared.volume > 0 ? cleared.price : quote(last);
    market.volume = cleared.volume;
    market.slow_price += (market.price - market.slow_price) / kSlowPriceTicks;
    settle_buyers(cleared.price);
    if (consumption_ != nullptr && cleared.volume > 0)
      settle_consumption(std::span(bid_fills_).subspan(own_bids), draw, cleared.price);
    settle_sellers(cleared.price);
    TT_ASSERT(world_.exchange == 0);
    const Mils move = mul_div(cleared.price - last, kOne, std::max<Mils>(1, last));
    if (move >= kPriceMoveWorthTelling || move <= -kPriceMoveWorthTelling)
      note(world_, {.tick = world_.running(), .kind = EventKind::kPriceMove, .good = good_, .value = move});
  }

 private:
  World& world_;
  Good good_;
  const Consumption* consumption_;
  std::vector<LimitOrder> bids_, asks_;
  std::vector<Buyer> buyers_;
  std::vector<Seller> sellers_;
  std::vector<Lots> bid_fills_, ask_fills_;

  void bid(Buyer buyer, Mils limit, Lots lots) {
    bids_.push_back({limit, lots});
    buyers_.push_back(buyer);
  }
  void ask(Seller seller, Mils limit, Lots lots) {
    asks_.push_back({limit, lots});
    sellers_.push_back(seller);
  }

  /// The whole stock, in five steps around the asking price; the lots that do not divide go to the cheapest step.
  void collect_asks() {
    const auto& firms = world_.enterprises;
    for (const EnterpriseId id : firms.ids()) {
      const Lots stock = firms.product_stock[id];
      if (firms.product[id] != good_ || stock == 0) continue;
      const auto steps = static_cast<Lots>(kAskSteps.size());
      for (std::size_t k = 0; k < kAskSteps.size(); ++k) {
        const Lots lots = stock / steps + (k == 0 ? stock % steps : 0);
        if (lots > 0)
          ask({Seller::Of::kProduct, id.value}, std::max<Mils>(1, share_of(firms.ask_price[id], kAskSteps[k])), lots);
      }
    }
  }

  void collect_input_bids() {
    const auto& firms = world_.enterprises;
    for (const EnterpriseId id : firms.ids()) {
      if (firms.input_quantity[id] == 0 || firms.open[id] == 0) continue;
      const Lots affordable = firms.cash[id] / firms.input_limit[id];
      bid({Buyer::Use::kInput, id.value}, firms.input_limit[id], std::min(firms.input_quantity[id], affordable));
    }
  }

  [[nodiscard]] std::size_t task() const {
    return index_of(good_ == machine_for(Task::kHands) ? Task::kHands : Task::kMinds);
  }

  void collect_machine_bids() {
    const auto& firms = world_.enterprises;
    for (const EnterpriseId id : firms.ids()) {
      const Machines& machines = firms.machines[id][task()];
      if (machines.order == 0 || firms.open[id] == 0) continue;
      bid({Buyer::Use::kMachines, id.value}, machines.limit, std::min(machines.order, firms.cash[id] / machines.limit));
    }
  }

  /// Enterprises' orders, and the commons', which bid with all they have.
  void collect_land() {
    const auto& firms = world_.enterprises;
    for (const EnterpriseId id : firms.ids()) {
      const Site& site = firms.site[id];
      if (site.buy > 0 && firms.open[id] != 0)
        bid({Buyer::Use::kLand, id.value}, site.limit, std::min(site.buy, firms.cash[id] / site.limit));
      if (site.sell > 0) ask({Seller::Of::kLand, id.value}, site.limit, std::min(site.sell, site.parcels));
    }
    const Mils limit = share_of(world_.markets[index_of(good_)].slow_price, kCommonsBid) + 1;
    if (const Lots parcels = world_.commons.cash / limit; parcels > 0) bid({Buyer::Use::kCommons, 0}, limit, parcels);
  }

  void collect_maker() {
    const MakerQuote quote = maker_quote(world_, good_);
    if (quote.bid_lots > 0) bid({Buyer::Use::kMaker, 0}, quote.bid, quote.bid_lots);
    if (quote.ask_lots > 0) ask({Seller::Of::kMaker, 0}, quote.ask, quote.ask_lots);
  }

  void collect_personal_orders() {
    for (std::uint32_t i = 0; i < world_.orders.size(); ++i) {
      const PersonalOrder& order = world_.orders[i];
      if (order.good != good_) continue;
      if (order.side == Side::kSell) {
        ask({Seller::Of::kPantry, i}, order.limit_price,
            std::min(order.quantity, stock_of(world_, order.household, good_)));
      } else {
        const Lots affordable = world_.households.cash[order.household] / order.limit_price;
        bid({Buyer::Use::kPantry, i}, order.limit_price, std::min(order.quantity, affordable));
      }
    }
  }

  void settle_consumption(std::span<const Lots> fills, std::uint64_t draw, Mils price) {
    Collection payments(world_, Account::exchange(), Reason::kPurchases);
    Lots consumed = 0;
    consumption_->share(good_, fills, draw, [&](HouseholdId id, Lots lots) {
      payments.from(id, lots * price);
      consumed += lots;
    });
    world_.goods[index_of(good_)].consumed += consumed;
  }

  /// Without a trade the quoted price goes part of the way to what is asked, so that those who bid by it meet the
  /// sellers in the end.
  [[nodiscard]] Mils quote(Mils last) const {
    const auto cheapest = std::min_element(asks_.begin(), asks_.end(),
                                           [](const LimitOrder& a, const LimitOrder& b) { return a.limit < b.limit; });
    if (cheapest == asks_.end() || cheapest->limit <= last) return last;
    return last + (cheapest->limit - last + kQuoteSteps - 1) / kQuoteSteps;
  }

  void settle_buyers(Mils price) {
    for (std::size_t i = 0; i < buyers_.size(); ++i) {
      const Lots lots = bid_fills_[i];
      if (lots == 0) continue;
      const auto [use, index] = buyers_[i];
      switch (use) {
        case Buyer::Use::kInput:
          post(world_, EnterpriseId{index}, Account::exchange(), lots * price, Reason::kPurchases);
          world_.enterprises.materials_stock[EnterpriseId{index}] += lots;
          break;
        case Buyer::Use::kMachines: {
          post(world_, EnterpriseId{index}, Account::exchange(), lots * price, Reason::kMachines);
          Machines& machines = world_.enterprises.machines[EnterpriseId{index}][task()];
          machines.units += lots;
          machines.order -= lots;
          break;
        }
        case Buyer::Use::kLand: {
          post(world_, EnterpriseId{index}, Account::exchange(), lots * price, Reason::kLand);
          Site& site = world_.enterprises.site[EnterpriseId{index}];
          site.parcels += lots;
          site.buy -= lots;
          break;
        }
        case Buyer::Use::kCommons:
          post(world_, Account::commons(), Account::exchange(), lots * price, Reason::kLand);
          world_.commons.parcels += lots;
          break;
        case Buyer::Use::kMaker:
          post(world_, Account::maker(), Account::exchange(), lots * price, Reason::kPurchases);
          world_.maker.stock[index_of(good_)] += lots;
          break;
        case Buyer::Use::kPantry:
          post(world_, world_.orders[index].household, Account::exchange(), lots * price, Reason::kPurchases);
          pantry_of(world_, world_.orders[index].household).lots[index_of(good_)] += lots;
          world_.orders[index].quantity -= lots;
          break;
      }
    }
  }

  void settle_sellers(Mils price) {
    auto& firms = world_.enterprises;
    for (std::size_t i = 0; i < sellers_.size(); ++i) {
      const Lots lots = ask_fills_[i];
      if (lots == 0) continue;
      const auto [of, index] = sellers_[i];
      if (of == Seller::Of::kLand) {
        Site& site = firms.site[EnterpriseId{index}];
        post(world_, Account::exchange(), EnterpriseId{index}, lots * price, Reason::kLand);
        site.parcels -= lots;
        site.sell -= lots;
        site.used -= std::min(site.used - site.rented - site.common, lots);
      } else if (of == Seller::Of::kProduct) {
        const EnterpriseId id{index};
        post(world_, Account::exchange(), id, lots * price, Reason::kSales);
        firms.product_stock[id] -= lots;
        firms.sold[id] += lots;
        firms.revenue[id] += lots * price;
      } else if (of == Seller::Of::kMaker) {
        post(world_, Account::exchange(), Account::maker(), lots * price, Reason::kSales);
        world_.maker.stock[index_of(good_)] -= lots;
      } else {
        PersonalOrder& order = world_.orders[index];
        post(world_, Account::exchange(), order.household, lots * price, Reason::kSales);
        pantry_of(world_, order.household).lots[index_of(good_)] -= lots;
        order.quantity -= lots;
      }
    }
  }
};

}  // namespace

void trade_goods(World& world) {
  constexpr std::array kInputs{Good::kLand, Good::kMaterials, Good::kMachinery, Good::kEngines};
  constexpr std::array kConsumed{Good::kProvisions, Good::kComforts, Good::kCulture};
  auto& firms = world.enterprises;
  std::fill(firms.sold.values.begin(), firms.sold.values.end(), Lots{0});
  std::fill(firms.revenue.values.begin(), firms.revenue.values.end(), Mils{0});
  for (const Good good : kInputs) GoodsMarket(world, good).run();
  const Consumption consumption(world);
  for (const Good good : kConsumed) GoodsMarket(world, good, &consumption).run();
  std::erase_if(world.orders, [](const PersonalOrder& order) { return order.quantity == 0; });
}

}  // namespace tt::rules
