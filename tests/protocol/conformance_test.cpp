// The examples in protocol/conformance are what a stranger's client is written against: they must be true.
#include <doctest/doctest.h>
#include <google/protobuf/util/json_util.h>
#include <google/protobuf/util/message_differencer.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>

#include "protocol/codec/actions.hpp"
#include "protocol/codec/envelope.hpp"
#include "tests/support/source_folder.hpp"

namespace tt::protocol {

namespace {

namespace pb = google::protobuf;

std::filesystem::path folder(const char* name) {
  return std::filesystem::path(test::source_folder()) / "protocol" / "conformance" / name;
}

std::string text_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  REQUIRE_MESSAGE(file.good(), path.string());
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

std::vector<std::filesystem::path> files(const char* name, const char* extension) {
  std::vector<std::filesystem::path> found;
  for (const auto& entry : std::filesystem::directory_iterator(folder(name)))
    if (entry.path().extension() == extension) found.push_back(entry.path());
  return found;
}

/// 32 bytes a line.
std::string to_hex(std::string_view bytes) {
  constexpr char kDigits[] = "0123456789abcdef";
  std::string hex;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const auto byte = static_cast<unsigned char>(bytes[at]);
    hex += kDigits[byte >> 4U];
    hex += kDigits[byte & 15U];
    if (at % 32 == 31) hex += '\n';
  }
  if (!hex.empty() && hex.back() != '\n') hex += '\n';
  return hex;
}

std::string from_hex(const std::string& hex) {
  std::string bytes;
  std::string pair;
  for (const char c : hex) {
    if (c == '\n') continue;
    pair += c;
    if (pair.size() < 2) continue;
    bytes += static_cast<char>(std::stoi(pair, nullptr, 16));
    pair.clear();
  }
  CHECK(pair.empty());
  return bytes;
}

template <class Envelope>
Envelope strictly_read(const std::string& json) {
  Envelope envelope;
  const auto status = pb::util::JsonStringToMessage(json, &envelope);
  REQUIRE_MESSAGE(status.ok(), status.ToString());
  return envelope;
}

/// The hexadecimal beside a JSON example; written first if the run is asked to.
template <class Envelope>
std::string binary_of(const std::filesystem::path& json, const Envelope& envelope) {
  std::filesystem::path hex = json;
  hex.replace_extension(".hex");
  if (std::getenv("TT_REGENERATE") != nullptr)
    std::ofstream(hex, std::ios::binary) << to_hex(envelope.SerializeAsString());
  return from_hex(text_of(hex));
}

void expect_all_chosen(const pb::Descriptor& type, const std::set<std::string>& seen) {
  for (int at = 0; at < type.field_count(); ++at)
    if (type.field(at)->containing_oneof() != nullptr)
      CHECK_MESSAGE(seen.contains(type.field(at)->name()), type.field(at)->full_name() << " has no example");
}

}  // namespace

TEST_CASE("every client example is read alike from both mappings, and its action is understood") {
  std::set<std::string> requests;
  std::set<std::string> actions;
  std::set<std::string> changes;
  for (const auto& path : files("client", ".json")) {
    CAPTURE(path.string());
    const auto json = parse_client(text_of(path), Mapping::kJson);
    REQUIRE_MESSAGE(json.has_value(), (json ? "" : json.error().text));
    const auto binary = parse_client(binary_of(path, *json), Mapping::kBinary);
    REQUIRE(binary.has_value());
    CHECK(pb::util::MessageDifferencer::Equals(*json, *binary));

    requests.insert(v1::ClientEnvelope::descriptor()->FindFieldByNumber(json->body_case())->name());
    if (!json->has_act()) continue;
    const auto action = decode(json->act());
    REQUIRE_MESSAGE(action.has_value(), (action ? "" : action.error().text));
    actions.emplace(wire_name(*action));
    CHECK(pb::util::MessageDifferencer::Equals(encode(*action), json->act()));
    if (!json->act().has_propose_motion()) continue;
    const v1::MotionChange& change = json->act().propose_motion().change();
    changes.insert(v1::MotionChange::descriptor()->FindFieldByNumber(change.change_case())->name());
  }
  expect_all_chosen(*v1::ClientEnvelope::descriptor(), requests);
  expect_all_chosen(*v1::Action::descriptor(), actions);
  expect_all_chosen(*v1::MotionChange::descriptor(), changes);
}

TEST_CASE("every server example is what the server would send, in both mappings") {
  std::set<std::string> answers;
  for (const auto& path : files("server", ".json")) {
    CAPTURE(path.string());
    const std::string text = text_of(path);
    const auto envelope = strictly_read<v1::ServerEnvelope>(text);
    const auto binary = parse_server(binary_of(path, envelope), Mapping::kBinary);
    REQUIRE(binary.has_value());
    CHECK(pb::util::MessageDifferencer::Equals(envelope, *binary));

    const auto again = parse_server(serialise(*binary, Mapping::kJson), Mapping::kJson);
    REQUIRE(again.has_value());
    CHECK(pb::util::MessageDifferencer::Equals(envelope, *again));
    answers.insert(v1::ServerEnvelope::descriptor()->FindFieldByNumber(envelope.body_case())->name());
  }
  expect_all_chosen(*v1::ServerEnvelope::descriptor(), answers);
}

TEST_CASE("every refused example is refused with the answer it names") {
  const auto examples = files("refused", ".txt");
  CHECK(examples.size() >= 9);
  for (const auto& path : examples) {
    CAPTURE(path.string());
    const std::string text = text_of(path);
    std::istringstream first_line(text.substr(0, text.find('\n')));
    std::string code;
    std::string field;
    std::uint64_t request_id = 0;
    first_line >> code >> field >> request_id;
    const auto envelope = parse_client(text.substr(text.find('\n') + 1), Mapping::kJson);
    REQUIRE(envelope.has_error());
    CHECK(v1::ErrorCode_Name(envelope.error().code) == code);
    CHECK(envelope.error().field == (field == "-" ? "" : field));
    CHECK(envelope.error().request_id == request_id);
  }
}

}  // namespace tt::protocol
