#include "tests/simulation/public_copy.hpp"

#include <google/protobuf/descriptor.h>
#include <google/protobuf/text_format.h>

namespace tt::test {
namespace {

namespace pb = google::protobuf;

std::string row_of(const pb::Message& columns, int row) {
  std::string text;
  const pb::Descriptor* const shape = columns.GetDescriptor();
  for (int n = 0; n < shape->field_count(); ++n) {
    const pb::FieldDescriptor* const field = shape->field(n);
    if (columns.GetReflection()->FieldSize(columns, field) <= row) continue;
    std::string value;
    pb::TextFormat::PrintFieldValueToString(columns, field, row, &value);
    text += field->name() + "=" + value + " ";
  }
  return text;
}

}  // namespace

template <class Frame>
void PublicCopy::merge(const Frame& frame) {
  if (frame.has_world()) rows_["world"] = frame.world().DebugString();
  for (int row = 0; row < frame.seats().id_size(); ++row)
    rows_["seat " + std::to_string(frame.seats().id(row))] = row_of(frame.seats(), row);
  for (int row = 0; row < frame.enterprises().id_size(); ++row)
    rows_["enterprise " + std::to_string(frame.enterprises().id(row))] = row_of(frame.enterprises(), row);
  for (const auto& market : frame.markets()) rows_["market " + std::to_string(market.good())] = market.DebugString();
  for (int row = 0; row < frame.history().tick_size(); ++row)
    rows_["history " + std::to_string(frame.history().tick(row))] = row_of(frame.history(), row);
}

void PublicCopy::take(const technotariat::v1::Snapshot& snapshot) {
  rows_.clear();
  merge(snapshot);
}

void PublicCopy::take(const technotariat::v1::Delta& delta) {
  merge(delta);
}

std::string PublicCopy::difference(const PublicCopy& other) const {
  for (const auto& [key, row] : rows_) {
    const auto theirs = other.rows_.find(key);
    if (theirs == other.rows_.end()) return key + " is here alone";
    if (theirs->second != row) return key + ":\n" + row + "\nagainst\n" + theirs->second;
  }
  return other.rows_.size() == rows_.size() ? "" : "the other has more rows";
}

}  // namespace tt::test
