// Forecasts and reasons over a real connection: the asker's own sealed decisions are in them, other people's are not.
#include <doctest/doctest.h>

#include "tests/server/support/test_server.hpp"

using namespace tt::test;

namespace {

v1::ServerEnvelope ask_about(Guest& guest, const std::vector<v1::Action>& draft) {
  v1::ClientEnvelope envelope = guest.request();
  envelope.mutable_ask_forecast();
  for (const v1::Action& action : draft) *envelope.mutable_ask_forecast()->add_draft() = action;
  return guest.ask(envelope);
}

v1::Action spending(std::uint32_t share_bp) {
  v1::Action action;
  action.mutable_set_spending()->set_share_bp(share_bp);
  return action;
}

std::int64_t cash_with(const v1::ServerEnvelope& answer) {
  for (const v1::ForecastRow& row : answer.forecast().rows())
    if (row.figure() == v1::FIGURE_CASH) return row.with();
  FAIL("the forecast has no cash");
  return 0;
}

}  // namespace

TEST_CASE("a seated person's forecast answers, decides nothing, and knows what that person has decided") {
  TestServer server;
  Guest ann = server.seated(v1::ROLE_WORKER, "Ann");
  const auto thrifty = ask_about(ann, {spending(0)});
  REQUIRE_MESSAGE(thrifty.has_forecast(), thrifty.ShortDebugString());
  CHECK(thrifty.forecast().verdicts_size() == 1);
  CHECK(thrifty.forecast().verdicts(0).code() == v1::ERROR_CODE_UNSPECIFIED);
  const auto usual = ask_about(ann, {});
  CHECK(cash_with(thrifty) > cash_with(usual));
  // Decided, the same thrift is in a forecast of nothing more.
  v1::ClientEnvelope decide = ann.request();
  *decide.mutable_act() = spending(0);
  REQUIRE(ann.ask(decide).has_receipt());
  CHECK(cash_with(ask_about(ann, {})) == cash_with(thrifty));
  server.stop();
  CHECK(server.town().tick == 0);
}

TEST_CASE("what others have sealed changes nobody's forecast") {
  TestServer server;
  Guest ann = server.seated(v1::ROLE_CAPITALIST, "Ann");
  Guest bob = server.seated(v1::ROLE_CAPITALIST, "Bob");
  const auto before = ask_about(ann, {});
  REQUIRE(before.has_forecast());
  v1::ClientEnvelope decide = bob.request();
  v1::SetProduction& set = *decide.mutable_act()->mutable_set_production();
  set.set_enterprise_id(bob.me().books(0).enterprise_id());
  set.set_ask_price_mils(1);
  set.set_output_target_lots(0);
  REQUIRE(bob.ask(decide).has_receipt());
  auto after = ask_about(ann, {});
  CHECK(after.forecast().SerializeAsString() == before.forecast().SerializeAsString());
}

TEST_CASE("a forecast is refused with words: to a watcher, for too long a draft, for a draft that makes no sense") {
  TestServer server;
  Guest watcher = server.guest("Watcher");
  CHECK(ask_about(watcher, {}).error().code() == v1::ERROR_CODE_NOT_IN_WORLD);
  watcher.enter("town");
  CHECK(ask_about(watcher, {}).error().code() == v1::ERROR_CODE_NOT_SEATED);
  Guest ann = server.seated(v1::ROLE_WORKER, "Ann");
  const auto long_draft = ask_about(ann, std::vector<v1::Action>(17, spending(5'000)));
  CHECK(long_draft.error().code() == v1::ERROR_CODE_MALFORMED);
  CHECK(long_draft.error().field() == "ask_forecast.draft");
  const auto empty = ask_about(ann, {spending(5'000), v1::Action{}});
  CHECK(empty.error().field().starts_with("ask_forecast.draft[1]"));
  const auto refused = ask_about(ann, {spending(30'000)});
  REQUIRE(refused.has_forecast());
  CHECK(refused.forecast().verdicts(0).field() == "ask_forecast.draft[0].set_spending.share_bp");
}

TEST_CASE("why: parts that add up, from the second close on, and only of what one may see") {
  TestServer server;
  Guest ann = server.seated(v1::ROLE_CAPITALIST, "Ann");
  const auto ask_why = [&](v1::Figure figure, std::uint32_t enterprise) {
    v1::ClientEnvelope envelope = ann.request();
    envelope.mutable_ask_why()->set_figure(figure);
    envelope.mutable_ask_why()->set_enterprise_id(enterprise);
    return ann.ask(envelope);
  };
  const std::uint32_t mine = ann.me().books(0).enterprise_id();
  CHECK(ask_why(v1::FIGURE_CASH, 0).error().code() == v1::ERROR_CODE_BUSY);
  REQUIRE(ann.ready(0).has_receipt());
  ann.until_tick(1);
  REQUIRE(ann.ready(1).has_receipt());
  ann.until_tick(2);
  const auto why = ask_why(v1::FIGURE_ENTERPRISE_CASH, mine);
  REQUIRE_MESSAGE(why.has_why(), why.ShortDebugString());
  CHECK(why.why().tick() == 2);
  CHECK(why.why().parts_size() > 0);
  std::int64_t sum = why.why().before();
  for (const v1::WhyPart& part : why.why().parts()) sum += part.amount();
  CHECK(sum == why.why().now());
  CHECK(ask_why(v1::FIGURE_UNSPECIFIED, 0).error().field() == "ask_why.figure");
  CHECK(ask_why(v1::FIGURE_ENTERPRISE_CASH, mine == 1 ? 2 : 1).error().code() == v1::ERROR_CODE_MALFORMED);
}

TEST_CASE("when a world has ended, anybody there is told what difference each made, and not before") {
  TestServer server;
  Guest ann = server.seated(v1::ROLE_CAPITALIST, "Ann");
  const std::uint32_t seat = ann.me().id();
  const auto scores_for = [](Guest& guest) {
    v1::ClientEnvelope envelope = guest.request();
    envelope.mutable_ask_scores();
    return guest.ask(envelope);
  };
  CHECK(scores_for(ann).error().code() == v1::ERROR_CODE_BUSY);
  for (std::uint32_t tick = 0; tick < 40; ++tick) {
    REQUIRE(ann.ready(tick).has_receipt());
    ann.until_tick(tick + 1);
  }
  Guest watcher = server.guest("Watcher");
  watcher.enter("town");
  for (Guest* guest : {&ann, &watcher, &ann}) {
    const auto told = scores_for(*guest);
    REQUIRE_MESSAGE(told.has_scores(), told.ShortDebugString());
    REQUIRE(told.scores().rows_size() == 1);
    const v1::SeatScore& row = told.scores().rows(0);
    CHECK(row.seat_id() == seat);
    CHECK(row.standing_bp() > 0);
    // She did nothing at all, so the autopilot in her seat made another world.
    CHECK(row.score_bp() == static_cast<std::int32_t>(row.standing_bp()) - static_cast<std::int32_t>(row.ghost_bp()));
  }
}
