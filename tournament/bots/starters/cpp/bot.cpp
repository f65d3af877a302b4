// A bot for Technotariat. Change decide(); referee.hpp is the conversation with the referee.
#include <algorithm>

#include "referee.hpp"

namespace {

// What the referee shows; the rest is missing. Add what you use, or leave the list empty to see everything, which takes
// longer.
const std::vector<std::string> kFields{"enterprises.open",
                                       "enterprises.workers",
                                       "enterprises.places",
                                       "enterprises.expected_pay_mils",
                                       "enterprises.product",
                                       "enterprises.form",
                                       "enterprises.sold_lots",
                                       "markets.good",
                                       "markets.price_mils",
                                       "me.spending_bp",
                                       "me.employer_id",
                                       "me.assembly.motions",
                                       "me.books.enterprise_id",
                                       "me.books.may_manage",
                                       "me.books.cash_mils",
                                       "me.books.wage_mils",
                                       "me.books.product_stock_lots",
                                       "me.books.materials_stock_lots",
                                       "me.books.materials_per_100_lots",
                                       "me.books.materials_to_run_lots",
                                       "me.books.capacity_lots",
                                       "me.books.ask_price_mils",
                                       "me.books.output_target_lots",
                                       "me.books.agreed_wage_mils",
                                       "me.books.debt.may_pay_out"};

/// How freely the household spends, relative to its usual budget: what is saved counts as wealth.
void spend(const View& view, std::int64_t share, Orders& orders) {
  if (view.me["spending_bp"].number() != share) orders.add("set_spending", {{"share_bp", share}});
}

/// The best-paid open place there is, if it pays three per cent more than the present one.
void seek_work(const View& view, Orders& orders) {
  const Row* const own = view.enterprise(view.me["employer_id"].number());
  std::int64_t most = own != nullptr && own->is("open") ? own->number("expected_pay_mils") * 103 / 100 : 0;
  std::int64_t best = 0;
  for (const auto& [id, row] : view.enterprises) {
    const std::int64_t pay = row.number("expected_pay_mils");
    if (!row.is("open") || row.number("workers") >= row.number("places") || pay <= most) continue;
    most = pay;
    best = id;
  }
  if (best != 0) orders.add("apply_for_work", {{"enterprise_id", best}});
}

/// For what raises one's own pay, against what lowers it.
void vote(const View& view, Orders& orders) {
  for (const Json& motion : view.me["assembly"]["motions"].items) {
    const std::int64_t effect = motion["effect_on_me_mils"].number();
    if (!motion["open"].yes() || effect == 0 || motion["my_choice"].text != "CHOICE_UNSPECIFIED") continue;
    orders.add("cast_vote",
               {{"motion_id", motion["id"].number()}, {"choice", effect > 0 ? "CHOICE_YES" : "CHOICE_NO"}});
  }
}

/// Makes what sells, asks a little more than it costs, pays about what is usual, grows while goods are short.
void run_enterprise(const View& view, const Json& books, Orders& orders) {
  const Row* const row = view.enterprise(books["enterprise_id"].number());
  if (!books["may_manage"].yes() || row == nullptr || !row->is("open")) return;
  const auto have = [&](const char* what) { return books[what].number(); };
  const std::int64_t id = row->number("id");
  const std::int64_t people = row->number("workers");
  const std::int64_t wage = have("wage_mils");
  const std::int64_t cash = have("cash_mils");
  const std::int64_t stock = have("product_stock_lots");
  const std::int64_t materials_price = view.price("GOOD_MATERIALS");
  const std::int64_t materials = materials_price * have("materials_per_100_lots") / 100;
  const std::int64_t lots_a_person =
      people > 0 ? std::max<std::int64_t>(40, have("capacity_lots") / people) : std::int64_t{100};
  const std::int64_t worth_of_one =
      lots_a_person * std::max<std::int64_t>(0, view.price(row->text("product")) - materials);
  const std::int64_t cost = std::max<std::int64_t>(1, wage / lots_a_person + materials);

  const std::int64_t sold = std::max<std::int64_t>(60, row->number("sold_lots"));
  std::int64_t ask = have("ask_price_mils");
  std::int64_t target = have("output_target_lots");
  if (stock > sold) {  // too much in store: cheaper, and less of it
    ask -= ask / 40;
    target = std::max<std::int64_t>(60, target - target / 40);
  } else if (stock < sold / 4) {  // sold out: dearer, and more of it
    ask += ask / 50;
    target += target / 50 + 1;
  }
  orders.add("set_production",
             {{"enterprise_id", id}, {"ask_price_mils", std::max(ask, cost)}, {"output_target_lots", target}});

  const std::int64_t wanted =
      2 * have("capacity_lots") * have("materials_per_100_lots") / 100 + have("materials_to_run_lots");
  if (have("materials_per_100_lots") > 0)
    orders.add("order_inputs", {{"enterprise_id", id},
                                {"quantity_lots", std::max<std::int64_t>(0, wanted - have("materials_stock_lots"))},
                                {"limit_price_mils", materials_price * 115 / 100 + 1}});
  if (row->text("form") != "FORM_PROPRIETARY") return;

  const std::int64_t aim = std::min(view.usual_pay() * 99, worth_of_one * 95) / 100;
  const std::int64_t pay = std::max({std::int64_t{1}, (9 * wage + aim) / 10, have("agreed_wage_mils")});
  const std::int64_t needed = (target + lots_a_person / 2) / lots_a_person;
  const bool grows = needed > people && cash > people * wage;
  const std::int64_t places = grows ? people + 1 + people / 10 : std::max<std::int64_t>(1, people);
  orders.add("offer_work", {{"enterprise_id", id}, {"wage_mils", pay}, {"places", places}});
  const std::int64_t kept = 3 * std::max<std::int64_t>(2, people) * wage;
  if (cash > kept && books["debt"]["may_pay_out"].yes())
    orders.add("declare_dividend", {{"enterprise_id", id}, {"amount_mils", (cash - kept) / 3}});
}

/// The orders of this tick. Money is in mils, goods in lots, shares in basis points (10 000 are all).
void decide(const View& view, Orders& orders) {
  if (view.role == "ROLE_CAPITALIST") {
    spend(view, 6'000, orders);
    for (const Json& books : view.me["books"].items) run_enterprise(view, books, orders);
  } else if (view.role == "ROLE_MEMBER") {
    spend(view, 2'000, orders);
    vote(view, orders);
    if (view.me["employer_id"].number() == 0) seek_work(view, orders);
  } else {
    spend(view, 3'000, orders);
    seek_work(view, orders);
  }
}

}  // namespace

int main() {
  return converse(kFields, decide);
}
