// docs/protocol.md is a contract too: its session is read by the codec, its tables name every code, column and limit.
#include <doctest/doctest.h>
#include <google/protobuf/descriptor.h>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "protocol/codec/actions.hpp"
#include "protocol/codec/envelope.hpp"
#include "protocol/limits.hpp"
#include "tests/support/source_folder.hpp"

namespace tt::protocol {

namespace {

const std::string& document() {
  static const std::string kText = [] {
    std::ifstream file(test::source_folder() + "/docs/protocol.md");
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
  }();
  return kText;
}

std::vector<std::string> lines_that_start_with(const std::string& start) {
  std::vector<std::string> found;
  std::istringstream text(document());
  for (std::string line; std::getline(text, line);)
    if (line.starts_with(start)) found.push_back(line.substr(start.size()));
  return found;
}

bool names(const std::string& word) {
  return document().find(word) != std::string::npos;
}

}  // namespace

TEST_CASE("the documented session is one this protocol version reads") {
  const auto requests = lines_that_start_with("→ ");
  const auto answers = lines_that_start_with("← ");
  CHECK(requests.size() >= 6);
  CHECK(answers.size() >= 8);
  for (const std::string& line : requests) {
    CAPTURE(line);
    const auto envelope = parse_client(line, Mapping::kJson);
    REQUIRE_MESSAGE(envelope.has_value(), (envelope ? "" : envelope.error().text));
    if (envelope->has_act()) CHECK(decode(envelope->act()).has_value());
  }
  for (const std::string& line : answers) {
    CAPTURE(line);
    const auto envelope = parse_server(line, Mapping::kJson);
    REQUIRE_MESSAGE(envelope.has_value(), (envelope ? "" : envelope.error().text));
    CHECK(envelope->body_case() != v1::ServerEnvelope::BODY_NOT_SET);
  }
}

TEST_CASE("the document has every error code with its number") {
  const auto& codes = *v1::ErrorCode_descriptor();
  for (int at = 1; at < codes.value_count(); ++at) {
    const std::string name = codes.value(at)->name().substr(std::string("ERROR_CODE_").size());
    const std::string row = "| " + std::to_string(codes.value(at)->number()) + " | " + name + " |";
    CHECK_MESSAGE(names(row), row);
  }
}

TEST_CASE("the document names every request, answer, action and column") {
  std::vector<const google::protobuf::Descriptor*> types{
      v1::ClientEnvelope::descriptor(), v1::ServerEnvelope::descriptor(),    v1::Action::descriptor(),
      v1::SeatColumns::descriptor(),    v1::EnterpriseColumns::descriptor(), v1::HistoryColumns::descriptor()};
  for (const auto* type : types)
    for (int at = 0; at < type->field_count(); ++at)
      CHECK_MESSAGE(names("`" + type->field(at)->name() + "`"), type->field(at)->full_name());
}

TEST_CASE("the document states the limits in force") {
  CHECK(names(std::to_string(kClientFrameBytesMax) + " bytes"));
  CHECK(names(std::to_string(kServerFrameBytesMax) + " bytes"));
  CHECK(names(std::to_string(kRequestIdMax)));
  CHECK(names(kSubprotocolBinary));
  CHECK(names(kSubprotocolJson));
}

}  // namespace tt::protocol
