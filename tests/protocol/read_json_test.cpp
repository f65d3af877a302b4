// Our reader of plain JSON against protobuf's.
#include "protocol/codec/read_json.hpp"

#include <doctest/doctest.h>
#include <google/protobuf/util/json_util.h>
#include <google/protobuf/util/message_differencer.h>

#include <array>
#include <cstdint>
#include <memory>
#include <string>

#include "protocol/codec/write_json.hpp"
#include "technotariat/v1/bot.pb.h"
#include "technotariat/v1/session.pb.h"
#include "tests/protocol/random_message.hpp"

namespace tt::protocol {

namespace {

namespace pb = google::protobuf;
namespace v1 = ::technotariat::v1;

std::string written(const pb::Message& message) {
  std::string text;
  append_json(message, text);
  return text;
}

/// With a blank behind every comma and colon, as most writers of JSON have it.
std::string spaced(const std::string& text) {
  std::string wide;
  for (const char c : text) {
    wide += c;
    if (c == ',' || c == ':') wide += ' ';
  }
  return wide;
}

/// One character gone, another instead, or a part twice.
std::string damaged(std::string text, test::Draws& draws) {
  constexpr std::string_view kCharacters = "{}[]\",:0123456789-+.eEtfn\\ '\x01\xC3";
  const auto below = [&](std::size_t n) { return static_cast<std::size_t>(draws.below(static_cast<std::int64_t>(n))); };
  const std::size_t at = below(text.size());
  switch (draws.below(4)) {
    case 0:
      return text.erase(at, 1);
    case 1:
      return text.insert(at, 1, kCharacters[below(kCharacters.size())]);
    case 2:
      text[at] = kCharacters[below(kCharacters.size())];
      return text;
    default:
      return text.insert(at, text.substr(below(text.size()), below(40)));
  }
}

/// What ours reads, protobuf's reads as the same.
void check_alike(const std::string& text, const pb::Message& kind, int& read_by_ours) {
  CAPTURE(text);
  const std::unique_ptr<pb::Message> ours(kind.New());
  if (!read_plain_json(text, *ours)) return;
  ++read_by_ours;
  const std::unique_ptr<pb::Message> theirs(kind.New());
  REQUIRE(pb::util::JsonStringToMessage(text, theirs.get(), {}).ok());
  CHECK(pb::util::MessageDifferencer::Equals(*ours, *theirs));
}

}  // namespace

TEST_CASE("orders of every kind are plain, close or spaced") {
  test::Draws draws(631);
  for (int at = 0; at < v1::Action::descriptor()->field_count(); ++at) {
    const pb::FieldDescriptor* const kind = v1::Action::descriptor()->field(at);
    if (kind->name() == "found_enterprise") continue;  // its drawn name has characters to be escaped
    CAPTURE(kind->name());
    v1::BotOutput output;
    output.mutable_orders()->set_tick(7);
    test::fill(*output.mutable_orders()->add_actions(), draws, kind);
    for (const std::string& text : {written(output), spaced(written(output))}) {
      CAPTURE(text);
      v1::BotOutput read;
      REQUIRE(read_plain_json(text, read));
      CHECK(pb::util::MessageDifferencer::Equals(output, read));
    }
  }
}

TEST_CASE("what our reader takes, however damaged, protobuf's takes as the same message") {
  test::Draws draws(632);
  int read_by_ours = 0;
  for (int round = 0; round < 3'000; ++round) {
    v1::BotOutput bot;
    v1::ClientEnvelope client;
    pb::Message& message = round % 2 == 0 ? static_cast<pb::Message&>(bot) : client;
    test::fill(message, draws);
    std::string text = round % 4 < 2 ? written(message) : spaced(written(message));
    for (int damages = 0; damages < 3; ++damages) {
      check_alike(text, message, read_by_ours);
      text = damaged(text, draws);
    }
  }
  CHECK(read_by_ours > 1'000);
}

TEST_CASE("what is not plain is left to protobuf") {
  constexpr std::array kOthers{
      R"({"orders":{"tick":1,"tick":2}})",
      R"({"orders":{"tick":1},"ready":{}})",
      R"({"orders":{"tick":1.0}})",
      R"({"orders":{"tick":1e1}})",
      R"({"orders":{"tick":-1}})",
      R"({"orders":{"tick":01}})",
      R"({"orders":{"tick":4294967296}})",
      R"({"orders":{"tick":null}})",
      R"({"orders":{"seatId":1}})",
      R"({"orders":{"actions":[{"cast_vote":{"choice":1}}]}})",
      R"({"orders":{"actions":[{"cast_vote":{"choice":"CHOICE_PERHAPS"}}]}})",
      R"({"ready":{"fields":["a\u0062"]}})",
      R"({"ready":{"fields":["a",]}})",
      R"({"ready":{}} {})",
      R"({"ready":{})",
      "",
  };
  for (const char* const text : kOthers) {
    CAPTURE(text);
    v1::BotOutput read;
    CHECK_FALSE(read_plain_json(text, read));
  }
}

}  // namespace tt::protocol
