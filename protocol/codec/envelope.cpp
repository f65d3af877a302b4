#include "protocol/codec/envelope.hpp"

#include <google/protobuf/stubs/logging.h>
#include <google/protobuf/unknown_field_set.h>
#include <google/protobuf/util/json_util.h>

#include <optional>
#include <vector>

#include "protocol/codec/json_shape.hpp"
#include "protocol/codec/read_json.hpp"
#include "protocol/codec/write_json.hpp"
#include "protocol/limits.hpp"

namespace tt::protocol {

namespace {

namespace pb = google::protobuf;

Problem malformed(std::string text, std::string field = {}) {
  return {v1::ERROR_CODE_MALFORMED, std::move(text), std::move(field), 0};
}

Problem unknown_request(std::string field) {
  return {v1::ERROR_CODE_UNKNOWN_REQUEST, "This server does not know that request; it may be older than the client.",
          std::move(field), 0};
}

/// The path of the first field this version does not know, as "act.offer_work.#99"; nothing if all are known.
std::optional<std::string> unknown_field(const pb::Message& message) {
  const pb::Reflection& reflection = *message.GetReflection();
  const pb::UnknownFieldSet& unknown = reflection.GetUnknownFields(message);
  if (!unknown.empty()) return std::string("#").append(std::to_string(unknown.field(0).number()));
  std::vector<const pb::FieldDescriptor*> set;
  reflection.ListFields(message, &set);
  for (const pb::FieldDescriptor* field : set) {
    if (field->cpp_type() != pb::FieldDescriptor::CPPTYPE_MESSAGE) continue;
    if (!field->is_repeated()) {
      if (auto inner = unknown_field(reflection.GetMessage(message, field))) return field->name() + "." + *inner;
      continue;
    }
    for (int at = 0; at < reflection.FieldSize(message, field); ++at)
      if (auto inner = unknown_field(reflection.GetRepeatedMessage(message, field, at)))
        return field->name() + "[" + std::to_string(at) + "]." + *inner;
  }
  return std::nullopt;
}

pb::util::Status read_json(std::string_view text, bool ignore_unknown, pb::Message& to) {
  if (read_plain_json(text, to)) return {};
  to.Clear();
  pb::util::JsonParseOptions options;
  options.ignore_unknown_fields = ignore_unknown;
  return pb::util::JsonStringToMessage({text.data(), text.size()}, &to, options);
}

/// protobuf says "INVALID_ARGUMENT:(act.offer_work) wages: Cannot find field."; what follows the code is fit for
/// people.
std::string json_complaint(const pb::util::Status& status) {
  std::string text(status.message().data(), status.message().size());
  constexpr std::size_t kTextMax = 300;  // it quotes the input; the answer must not grow with it
  if (text.size() > kTextMax) text.resize(kTextMax);
  while (!is_utf8(text)) text.pop_back();
  return text;
}

/// The path out of "(act.offer_work) wages: Cannot find field.", as "act.offer_work.wages"; empty if it is another
/// complaint.
std::string unknown_json_field(std::string_view complaint) {
  const std::size_t end = complaint.find(": Cannot find field");
  if (end == std::string_view::npos) return {};
  std::string path(complaint.substr(0, end));
  if (!path.empty() && path.front() == '(') {
    const std::size_t close = path.find(") ");
    if (close != std::string::npos) path = path.substr(1, close - 1) + "." + path.substr(close + 2);
  }
  return path;
}

/// The path out of "(act.offer_work.places): invalid value -1 for type TYPE_UINT32"; empty if it is another complaint.
std::string bad_json_field(std::string_view complaint) {
  const std::size_t end = complaint.find("): ");
  if (end == std::string_view::npos || !complaint.starts_with('(')) return {};
  return std::string(complaint.substr(1, end - 1));
}

/// The number of a request that could not be read, if that much of it can be.
std::uint64_t request_id_of(std::string_view json) {
  v1::NumberedRequest request;
  return read_json(json, true, request).ok() ? request.request_id() : 0;
}

Decoded<v1::ClientEnvelope> parse_json(std::string_view frame) {
  if (!is_utf8(frame)) return malformed("The text is not valid UTF-8.");
  if (json_depth(frame, kJsonDepthMax) > kJsonDepthMax)
    return malformed("The JSON is nested too deeply; no request needs more than 8 levels.");

  v1::ClientEnvelope envelope;
  const pb::util::Status status = read_json(frame, false, envelope);
  if (status.ok()) return envelope;

  const std::string complaint = json_complaint(status);
  const std::string field = unknown_json_field(complaint);
  Problem problem =
      malformed("The JSON does not fit the protocol: " + complaint, field.empty() ? bad_json_field(complaint) : field);
  v1::ClientEnvelope rough;
  const bool readable = !field.empty() && read_json(frame, true, rough).ok();
  if (readable && rough.body_case() == v1::ClientEnvelope::BODY_NOT_SET) problem = unknown_request(field);
  problem.request_id = readable ? rough.request_id() : request_id_of(frame);
  return problem;
}

Decoded<v1::ClientEnvelope> parse_binary(std::string_view frame) {
  v1::ClientEnvelope envelope;
  if (!envelope.ParseFromArray(frame.data(), static_cast<int>(frame.size())))
    return malformed("The frame is not a ClientEnvelope, or a string in it is not valid UTF-8.");
  if (auto field = unknown_field(envelope)) {
    Problem problem = envelope.body_case() == v1::ClientEnvelope::BODY_NOT_SET
                          ? unknown_request(*field)
                          : malformed("This protocol version has no field " + *field + ".", *field);
    problem.request_id = envelope.request_id();
    return problem;
  }
  return envelope;
}

/// A message of at most `most` bytes with nothing in it that this version does not know.
template <class Message>
Decoded<Message> parse_strictly(std::string_view frame, Mapping mapping, std::size_t most, int depth) {
  quiet_protobuf();
  if (frame.size() > most)
    return Problem{v1::ERROR_CODE_TOO_LARGE, "The message is larger than " + std::to_string(most) + " bytes.", "", 0};
  Message message;
  if (mapping == Mapping::kBinary) {
    if (!message.ParseFromArray(frame.data(), static_cast<int>(frame.size())))
      return malformed("This is no " + Message::descriptor()->name() + ", or a string in it is not valid UTF-8.");
    if (auto field = unknown_field(message))
      return malformed("This protocol version has no field " + *field + ".", *field);
  } else {
    if (!is_utf8(frame)) return malformed("The text is not valid UTF-8.");
    if (json_depth(frame, depth) > depth) return malformed("The JSON is nested too deeply.");
    const pb::util::Status status = read_json(frame, false, message);
    if (!status.ok()) return malformed("The JSON does not fit the protocol: " + json_complaint(status));
  }
  return message;
}

std::string write(const pb::Message& message, Mapping mapping) {
  quiet_protobuf();
  if (mapping == Mapping::kBinary) return message.SerializeAsString();
  std::string text;
  append_json(message, text);
  return text;
}

}  // namespace

void quiet_protobuf() {
  [[maybe_unused]] static pb::LogHandler* const previous = pb::SetLogHandler(nullptr);
}

Decoded<v1::ClientEnvelope> parse_client(std::string_view frame, Mapping mapping) {
  quiet_protobuf();
  if (frame.size() > kClientFrameBytesMax)
    return Problem{
        v1::ERROR_CODE_TOO_LARGE,
        "The frame is larger than " + std::to_string(kClientFrameBytesMax) + " bytes; send one request a frame.", "",
        0};

  auto envelope = mapping == Mapping::kJson ? parse_json(frame) : parse_binary(frame);
  if (!envelope) {
    Problem problem = envelope.error();
    if (problem.request_id > kRequestIdMax) problem.request_id = 0;  // an id that cannot be answered to is none
    return problem;
  }
  if (envelope->request_id() == 0 || envelope->request_id() > kRequestIdMax)
    return malformed("A request id is a number from 1 to 9007199254740991.", "request_id");
  if (envelope->body_case() == v1::ClientEnvelope::BODY_NOT_SET) {
    Problem problem = malformed("The envelope holds no request; set exactly one.");
    problem.request_id = envelope->request_id();
    return problem;
  }
  return envelope;
}

std::string serialise(const v1::ServerEnvelope& envelope, Mapping mapping) {
  return write(envelope, mapping);
}

std::string serialise(const v1::ClientEnvelope& envelope, Mapping mapping) {
  return write(envelope, mapping);
}

Decoded<v1::BotOutput> parse_bot(std::string_view frame, Mapping mapping) {
  auto output = parse_strictly<v1::BotOutput>(frame, mapping, kBotFrameBytesMax, kJsonDepthMax);
  if (output && output->body_case() == v1::BotOutput::BODY_NOT_SET)
    return malformed("The message holds neither \"ready\" nor \"orders\".");
  return output;
}

Decoded<v1::TableInput> parse_table(std::string_view frame) {
  constexpr int kDepthMax = kJsonDepthMax + 2;  // orders of several seats are a list more
  auto input = parse_strictly<v1::TableInput>(frame, Mapping::kJson, kTableFrameBytesMax, kDepthMax);
  if (input && input->body_case() == v1::TableInput::BODY_NOT_SET)
    return malformed("The message holds neither \"reset\" nor \"step\".");
  return input;
}

Decoded<v1::ServerEnvelope> parse_server(std::string_view frame, Mapping mapping) {
  quiet_protobuf();
  v1::ServerEnvelope envelope;
  if (mapping == Mapping::kBinary) {
    if (!envelope.ParseFromArray(frame.data(), static_cast<int>(frame.size())))
      return malformed("The frame is not a ServerEnvelope.");
    return envelope;
  }
  const pb::util::Status status = read_json(frame, true, envelope);
  if (!status.ok()) return malformed("The JSON does not fit the protocol: " + json_complaint(status));
  return envelope;
}

}  // namespace tt::protocol
