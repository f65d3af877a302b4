#include "protocol/codec/envelope.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <google/protobuf/util/message_differencer.h>
#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <limits>
#include <sstream>
#include <string>

#include "protocol/limits.hpp"
#include "tests/protocol/random_message.hpp"
#include "tests/support/temp_folder.hpp"

namespace tt::protocol {

namespace {

namespace pb = google::protobuf;

Problem problem_of(std::string_view frame, Mapping mapping) {
  const auto envelope = parse_client(frame, mapping);
  REQUIRE(envelope.has_error());
  CHECK_FALSE(envelope.error().text.empty());
  return envelope.error();
}

std::string padded(std::size_t bytes) {
  std::string frame = R"({"request_id": 1, "ping": {}})";
  frame.resize(bytes, ' ');
  return frame;
}

/// What is written to standard error while `run` runs.
template <class Run>
std::string printed_by(Run run) {
  const test::TempFolder folder;
  const std::string path = (folder / "stderr").string();
  const int file = ::open(path.c_str(), O_CREAT | O_WRONLY, 0600);
  const int saved = ::dup(STDERR_FILENO);
  ::dup2(file, STDERR_FILENO);
  run();
  std::fflush(stderr);
  ::dup2(saved, STDERR_FILENO);
  ::close(saved);
  ::close(file);
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

}  // namespace

TEST_CASE("every request survives both mappings") {
  const pb::Descriptor& type = *v1::ClientEnvelope::descriptor();
  test::Draws draws(201);
  for (int at = 0; at < type.field_count(); ++at) {
    if (type.field(at)->containing_oneof() == nullptr) continue;
    for (int round = 0; round < 50; ++round) {
      v1::ClientEnvelope sent;
      test::fill(sent, draws, type.field(at));
      sent.set_request_id(static_cast<std::uint64_t>(draws.between(1, static_cast<std::int64_t>(kRequestIdMax))));
      for (const Mapping mapping : {Mapping::kBinary, Mapping::kJson}) {
        const auto read = parse_client(serialise(sent, mapping), mapping);
        REQUIRE_MESSAGE(read.has_value(), sent.ShortDebugString());
        CHECK(pb::util::MessageDifferencer::Equals(sent, *read));
      }
    }
  }
}

TEST_CASE("JSON names are taken in both spellings") {
  const auto snake = parse_client(R"({"request_id": 1, "take_seat": {"seat_id": 3}})", Mapping::kJson);
  const auto camel = parse_client(R"({"requestId": "1", "takeSeat": {"seatId": 3}})", Mapping::kJson);
  REQUIRE(snake.has_value());
  REQUIRE(camel.has_value());
  CHECK(pb::util::MessageDifferencer::Equals(*snake, *camel));
}

TEST_CASE("what is not an envelope is refused with the reason") {
  struct Case {
    std::string frame;
    v1::ErrorCode code;
    const char* field;
    std::uint64_t request_id = 0;
  };
  const Case cases[] = {
      {"", v1::ERROR_CODE_MALFORMED, ""},
      {"nonsense", v1::ERROR_CODE_MALFORMED, ""},
      {"[]", v1::ERROR_CODE_MALFORMED, ""},
      {R"({"request_id": 1, "ping": {})", v1::ERROR_CODE_MALFORMED, ""},
      {R"({"request_id": 1, "ping": {}} {})", v1::ERROR_CODE_MALFORMED, ""},
      {R"({"request_id": 1, "ping": {}, "list_worlds": {}})", v1::ERROR_CODE_MALFORMED, "", 1},
      {R"({"request_id": 1})", v1::ERROR_CODE_MALFORMED, "", 1},
      {R"({"request_id": 0, "ping": {}})", v1::ERROR_CODE_MALFORMED, "request_id"},
      {R"({"request_id": "9007199254740992", "ping": {}})", v1::ERROR_CODE_MALFORMED, "request_id"},
      {R"({"request_id": 7, "act": {"offer_work": {"wages": 1}}})", v1::ERROR_CODE_MALFORMED, "act.offer_work.wages",
       7},
      {R"({"request_id": 7, "ping": {}, "seat": 3})", v1::ERROR_CODE_MALFORMED, "seat", 7},
      {R"({"request_id": 7, "steal": {}})", v1::ERROR_CODE_UNKNOWN_REQUEST, "steal", 7},
      {R"({"request_id": 7, "act": {"offer_work": {"places": -1}}})", v1::ERROR_CODE_MALFORMED, "act.offer_work.places",
       7},
      {R"({"request_id": 7, "act": {"offer_work": {"places": 1.5}}})", v1::ERROR_CODE_MALFORMED,
       "act.offer_work.places", 7},
      {R"({"request_id": 7, "act": {"offer_work": {"places": 4294967296}}})", v1::ERROR_CODE_MALFORMED,
       "act.offer_work.places", 7},
      {R"({"request_id": 7, "take_seat": {"role": "ROLE_EMPEROR"}})", v1::ERROR_CODE_MALFORMED, "take_seat.role", 7},
      {"{\"request_id\": 1, \"hello\": {\"name\": \"\xC0\x80\"}}", v1::ERROR_CODE_MALFORMED, ""},
      {R"({"request_id": 1, "hello": {"name": "\ud800"}})", v1::ERROR_CODE_MALFORMED, ""},
  };
  for (const Case& example : cases) {
    CAPTURE(example.frame);
    const Problem problem = problem_of(example.frame, Mapping::kJson);
    CHECK(problem.code == example.code);
    CHECK(problem.field == example.field);
    CHECK(problem.request_id == example.request_id);
  }
}

TEST_CASE("invalid UTF-8 is called that") {
  CHECK(problem_of("{\"request_id\": 1, \"hello\": {\"name\": \"\xED\xA0\x80\"}}", Mapping::kJson).text ==
        "The text is not valid UTF-8.");
}

TEST_CASE("a frame is refused one byte above the limit, not at it") {
  CHECK(parse_client(padded(kClientFrameBytesMax), Mapping::kJson).has_value());
  CHECK(problem_of(padded(kClientFrameBytesMax + 1), Mapping::kJson).code == v1::ERROR_CODE_TOO_LARGE);
}

TEST_CASE("the largest draft of a forecast fits into a frame, and would not into half of one") {
  v1::ClientEnvelope envelope;
  envelope.set_request_id(kRequestIdMax);
  for (int n = 0; n < 16; ++n) {
    auto& firm = *envelope.mutable_ask_forecast()->add_draft()->mutable_found_enterprise();
    for (int letter = 0; letter < 40; ++letter) *firm.mutable_name() += "\xF0\x9F\xA6\x8A";
    firm.set_form(v1::FORM_PROPRIETARY);
    firm.set_product(v1::GOOD_PROVISIONS);
    firm.set_capital_mils(std::numeric_limits<std::int64_t>::max());
  }
  const std::string frame = serialise(envelope, Mapping::kJson);
  CHECK(frame.size() > kClientFrameBytesMax / 2);
  CHECK(parse_client(frame, Mapping::kJson).has_value());
}

TEST_CASE("JSON nested without end is refused before it is parsed") {
  const std::string deep = R"({"request_id": 1, "hello": )" + std::string(4000, '[') + "}";
  CHECK(problem_of(deep, Mapping::kJson).text.find("nested") != std::string::npos);
}

TEST_CASE("binary fields of another version are refused, not ignored") {
  // {request_id: 7, #99: 1} is a request of a later version; with a known one beside it, it is a field of a later
  // version.
  const std::string later{"\x08\x07\x98\x06\x01", 5};
  const Problem unknown = problem_of(later, Mapping::kBinary);
  CHECK(unknown.code == v1::ERROR_CODE_UNKNOWN_REQUEST);
  CHECK(unknown.request_id == 7);
  const Problem field = problem_of(later + std::string("\x5A\x00", 2), Mapping::kBinary);
  CHECK(field.code == v1::ERROR_CODE_MALFORMED);
  CHECK(field.field == "#99");
  // {request_id: 7, act {offer_work {#99: 1}}}
  const Problem inner = problem_of(std::string("\x08\x07\x3A\x05\x12\x03\x98\x06\x01", 9), Mapping::kBinary);
  CHECK(inner.field == "act.offer_work.#99");
  // {request_id: 7, ask_forecast {draft {offer_work {}}, draft {offer_work {#99: 1}}}}
  const Problem listed =
      problem_of(std::string("\x08\x07\x62\x0B\x0A\x02\x12\x00\x0A\x05\x12\x03\x98\x06\x01", 15), Mapping::kBinary);
  CHECK(listed.field == "ask_forecast.draft[1].offer_work.#99");
}

TEST_CASE("nothing a client sends makes the server print") {
  const std::string bad_utf8{"\x08\x01\x12\x04\x1A\x02\xC0\x80", 8};  // hello.name
  CHECK(printed_by([&] {
          CHECK(parse_client(bad_utf8, Mapping::kBinary).has_error());
          CHECK(parse_client("{\"request_id\": 1, \"hello\": {\"name\": \"\xC0\"}}", Mapping::kJson).has_error());
          v1::ServerEnvelope answer;
          answer.mutable_welcome()->set_name("\xC0\x80");
          (void)serialise(answer, Mapping::kBinary);
        }) == "");
}

TEST_CASE("any bytes are read or refused, in either mapping") {
  test::Draws draws(202);
  for (int round = 0; round < 5000; ++round) {
    std::string frame;
    for (std::int64_t left = draws.below(60); left > 0; --left)
      frame += draws.one_in(2) ? static_cast<char>(draws.below(256)) : draws.pick("{}[]\":,01a\\ud8e");
    for (const Mapping mapping : {Mapping::kBinary, Mapping::kJson}) {
      const auto envelope = parse_client(frame, mapping);
      if (!envelope) CHECK_FALSE(envelope.error().text.empty());
    }
  }
}

TEST_CASE(
    "JSON answers write every field without presence, in the names of the .proto files, big integers as strings") {
  v1::ServerEnvelope answer;
  answer.set_request_id(5);
  answer.mutable_receipt()->set_tick(2);
  CHECK(serialise(answer, Mapping::kJson) ==
        R"({"request_id":"5","sequence":"0","receipt":{"tick":2,"journal_index":"0","repeated":false}})");
}

}  // namespace tt::protocol
