// Our writer of JSON against protobuf's reader and writer.
#include "protocol/codec/write_json.hpp"

#include <doctest/doctest.h>
#include <google/protobuf/util/json_util.h>
#include <google/protobuf/util/message_differencer.h>

#include <algorithm>
#include <memory>
#include <set>

#include "technotariat/v1/bot.pb.h"
#include "technotariat/v1/session.pb.h"
#include "tests/protocol/random_message.hpp"

namespace tt::protocol {

namespace {

namespace pb = google::protobuf;
namespace v1 = ::technotariat::v1;

std::string theirs(const pb::Message& message) {
  pb::util::JsonPrintOptions options;
  options.preserve_proto_field_names = true;
  options.always_print_primitive_fields = true;
  std::string text;
  REQUIRE(pb::util::MessageToJsonString(message, &text, options).ok());
  return text;
}

std::string ours(const pb::Message& message) {
  std::string text;
  append_json(message, text);
  return text;
}

/// The characters of a text: the same for two that differ in the order of their parts only.
std::string sorted(std::string text) {
  std::sort(text.begin(), text.end());
  return text;
}

/// Every message type that can be reached from this one.
void reach(const pb::Descriptor& type, std::set<const pb::Descriptor*>& found) {
  if (!found.insert(&type).second) return;
  for (int at = 0; at < type.field_count(); ++at)
    if (const pb::Descriptor* inner = type.field(at)->message_type()) reach(*inner, found);
}

std::set<const pb::Descriptor*> written_types() {
  std::set<const pb::Descriptor*> types;
  for (const auto* type : {v1::ServerEnvelope::descriptor(), v1::ClientEnvelope::descriptor(),
                           v1::BotInput::descriptor(), v1::BotOutput::descriptor()})
    reach(*type, types);
  return types;
}

}  // namespace

TEST_CASE("what our writer writes, protobuf reads as the same message") {
  test::Draws draws(611);
  for (const pb::Descriptor* type : written_types()) {
    CAPTURE(type->full_name());
    const pb::Message& kind = *pb::MessageFactory::generated_factory()->GetPrototype(type);
    const std::unique_ptr<pb::Message> message(kind.New());
    test::fill(*message, draws);
    const std::unique_ptr<pb::Message> read(kind.New());
    const std::string text = ours(*message);
    CAPTURE(text);
    REQUIRE(pb::util::JsonStringToMessage(text, read.get(), {}).ok());
    CHECK(pb::util::MessageDifferencer::Equals(*message, *read));
  }
}

TEST_CASE("our writer and protobuf's write the same text but for the order of fields, full or empty") {
  test::Draws draws(612);
  for (const pb::Descriptor* type : written_types()) {
    CAPTURE(type->full_name());
    const std::unique_ptr<pb::Message> message(pb::MessageFactory::generated_factory()->GetPrototype(type)->New());
    CHECK(sorted(ours(*message)) == sorted(theirs(*message)));
    test::fill(*message, draws);
    CHECK(sorted(ours(*message)) == sorted(theirs(*message)));
  }
}

TEST_CASE("text in JSON keeps its quotes, backslashes, line ends and other scripts") {
  v1::Hello hello;
  hello.set_name("a\"b\\c\n\x01 \xC3\xA9\xE2\x82\xAC");
  v1::Hello read;
  REQUIRE(pb::util::JsonStringToMessage(ours(hello), &read, {}).ok());
  CHECK(read.name() == hello.name());
  CHECK(ours(hello).find("\"a\\\"b\\\\c\\u000a\\u0001 \xC3\xA9\xE2\x82\xAC\"") != std::string::npos);
}

TEST_CASE("the schema has no field types that our writer does not know") {
  for (const pb::Descriptor* type : written_types())
    for (int at = 0; at < type->field_count(); ++at) {
      const auto kind = type->field(at)->type();
      CAPTURE(type->field(at)->full_name());
      CHECK(kind != pb::FieldDescriptor::TYPE_BYTES);
      CHECK(kind != pb::FieldDescriptor::TYPE_FLOAT);
      CHECK(kind != pb::FieldDescriptor::TYPE_DOUBLE);
      CHECK_FALSE(type->field(at)->is_map());
    }
}

}  // namespace tt::protocol
