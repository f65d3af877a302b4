#include "tests/simulation/hidden.hpp"

#include <algorithm>

#include "protocol/codec/envelope.hpp"

namespace tt::test {

namespace v1 = technotariat::v1;

namespace {

constexpr const char* kNames[]{"Quiet Works", "Still Waters"};

template <class Fill>
v1::ClientEnvelope act(Fill fill) {
  v1::ClientEnvelope request;
  fill(*request.mutable_act());
  return request;
}

v1::ClientEnvelope founding(const char* name, v1::Form form, std::uint64_t capital_mils) {
  return act([&](v1::Action& action) {
    auto& found = *action.mutable_found_enterprise();
    found.set_name(name);
    found.set_form(form);
    found.set_product(v1::GOOD_PROVISIONS);
    found.set_capital_mils(capital_mils);
  });
}

v1::ClientEnvelope proposal(v1::Law law, std::uint32_t value) {
  return act([&](v1::Action& action) {
    action.mutable_propose_law()->set_law(law);
    action.mutable_propose_law()->set_value(value);
  });
}

v1::ClientEnvelope motion(std::uint32_t enterprise, std::uint32_t merit_bp) {
  return act([&](v1::Action& action) {
    action.mutable_propose_motion()->set_enterprise_id(enterprise);
    action.mutable_propose_motion()->mutable_change()->set_merit_bp(merit_bp);
  });
}

v1::ClientEnvelope buy_out(std::uint32_t enterprise, std::uint64_t price_mils) {
  return act([&](v1::Action& action) {
    action.mutable_offer_buy_out()->set_enterprise_id(enterprise);
    action.mutable_offer_buy_out()->set_price_mils(price_mils);
  });
}

v1::ClientEnvelope hidden_decision(const Standing& bob, Draws& draws) {
  const auto any = static_cast<std::uint32_t>(draws.between(1, bob.enterprises));
  switch (draws.below(9)) {
    case 0:
      return founding(kNames[draws.below(2)], draws.one_in(2) ? v1::FORM_PROPRIETARY : v1::FORM_COOPERATIVE,
                      bob.min_capital_mils + static_cast<std::uint64_t>(draws.below(1'000)));
    case 1:
      return act([&](v1::Action& action) {
        action.mutable_offer_work()->set_enterprise_id(bob.enterprise);
        action.mutable_offer_work()->set_wage_mils(bob.wage_mils + static_cast<std::uint64_t>(draws.below(50'000)));
        action.mutable_offer_work()->set_places(static_cast<std::uint32_t>(draws.below(60)));
      });
    case 2:
      return buy_out(any, static_cast<std::uint64_t>(draws.between(1, 300)));
    case 3:
      return proposal(draws.one_in(2) ? v1::LAW_INCOME_TAX : v1::LAW_BENEFIT,
                      static_cast<std::uint32_t>(draws.below(4'000)));
    case 4:
      return motion(bob.enterprise, static_cast<std::uint32_t>(draws.below(10'001)));
    case 5:
      return act([&](v1::Action& action) {
        action.mutable_invest()->set_enterprise_id(bob.enterprise);
        action.mutable_invest()->set_amount_mils(static_cast<std::uint64_t>(draws.between(1, 100'000)));
      });
    case 6:
      return act([&](v1::Action& action) {
        action.mutable_offer_employee_shares()->set_enterprise_id(bob.enterprise);
        action.mutable_offer_employee_shares()->set_part_bp(static_cast<std::uint32_t>(draws.between(1, 10'000)));
      });
    case 7:
      return act([&](v1::Action& action) {
        action.mutable_set_dual_work()->set_enterprise_id(bob.enterprise);
        action.mutable_set_dual_work()->set_allowed(draws.one_in(2));
      });
    default:
      return act([&](v1::Action& action) {
        action.mutable_set_effort()->set_effort_bp(static_cast<std::uint32_t>(draws.between(5'000, 12'000)));
      });
  }
}

template <class Fill>
void for_each_enterprise(const Standing& ann, std::vector<v1::ClientEnvelope>& all, Fill fill) {
  // Some beyond those there are: what others found in secret would come next.
  for (std::uint32_t id = 1; id <= ann.enterprises + 2; ++id)
    all.push_back(act([&](v1::Action& action) { fill(action, id); }));
}

}  // namespace

Standing standing_of(const std::vector<std::string>& frames) {
  Standing standing;
  for (const std::string& frame : frames) {
    const auto envelope = protocol::parse_server(frame, protocol::Mapping::kBinary);
    if (!envelope) continue;
    if (envelope->has_snapshot()) {
      standing.min_capital_mils = envelope->snapshot().world().min_capital_mils();
      standing.enterprises = static_cast<std::uint32_t>(envelope->snapshot().enterprises().id_size());
    }
    if (envelope->has_delta() && envelope->delta().has_world())
      standing.min_capital_mils = envelope->delta().world().min_capital_mils();
    if (!envelope->has_me()) continue;
    standing.cash_mils = envelope->me().cash_mils();
    if (envelope->me().books_size() == 0) continue;
    standing.enterprise = envelope->me().books(0).enterprise_id();
    standing.wage_mils = envelope->me().books(0).wage_mils();
  }
  return standing;
}

std::vector<v1::ClientEnvelope> hidden_decisions(const Standing& standing, Draws& draws) {
  std::vector<v1::ClientEnvelope> all;
  for (std::int64_t n = draws.below(8); n > 0; --n) all.push_back(hidden_decision(standing, draws));
  return all;
}

std::vector<v1::ClientEnvelope> probes(const Standing& ann) {
  std::vector<v1::ClientEnvelope> all;
  for (std::uint32_t id = 1; id <= 4; ++id)
    all.push_back(act([&](v1::Action& action) {
      action.mutable_cast_vote()->set_motion_id(id);
      action.mutable_cast_vote()->set_choice(v1::CHOICE_NO);
    }));
  for (const v1::Law law : {v1::LAW_INCOME_TAX, v1::LAW_BENEFIT})
    all.push_back(act([&](v1::Action& action) {
      action.mutable_vote_on_law()->set_law(law);
      action.mutable_vote_on_law()->set_choice(v1::CHOICE_NO);
    }));
  for_each_enterprise(ann, all, [](v1::Action& action, std::uint32_t id) {
    action.mutable_agree_to_buy_out()->set_enterprise_id(id);
    action.mutable_agree_to_buy_out()->set_agree(true);
  });
  for_each_enterprise(
      ann, all, [](v1::Action& action, std::uint32_t id) { action.mutable_apply_for_work()->set_enterprise_id(id); });
  for_each_enterprise(ann, all, [](v1::Action& action, std::uint32_t id) {
    action.mutable_set_second_job()->set_enterprise_id(id);
    action.mutable_set_second_job()->set_share_bp(2'000);
  });
  all.push_back(motion(ann.enterprise, 4'000));
  all.push_back(proposal(v1::LAW_INCOME_TAX, 2'100));
  for (std::uint32_t id = 1; id <= std::min(ann.enterprises, 4U); ++id) all.push_back(buy_out(id, 1));
  for (const char* const name : kNames) all.push_back(founding(name, v1::FORM_PROPRIETARY, ann.min_capital_mils));
  for_each_enterprise(ann, all, [](v1::Action& action, std::uint32_t id) {
    action.mutable_offer_work()->set_enterprise_id(id);
    action.mutable_offer_work()->set_wage_mils(2'000'000);
    action.mutable_offer_work()->set_places(1);
  });
  return all;
}

}  // namespace tt::test
