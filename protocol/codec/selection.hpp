// Which fields of a message somebody wants to see.
#pragma once

#include <google/protobuf/message.h>

#include <map>
#include <span>
#include <string>
#include <string_view>

#include "protocol/codec/decoded.hpp"

namespace tt::protocol {

class Selection {
 public:
  /// Everything.
  Selection() = default;
  [[nodiscard]] static Selection nothing();

  /// Adds what a path names: "me.cash_mils", "enterprises", from a message of this type. A table comes with its ids.
  /// Refused (MALFORMED, the path as the field), with nothing added, if there is no such field.
  [[nodiscard]] Decoded<bool> add(std::string_view path, const google::protobuf::Descriptor& type);

  [[nodiscard]] bool is_everything() const { return everything_; }
  /// What is wanted of the field of that number; null if it is not.
  [[nodiscard]] const Selection* of(int number) const;

  /// Clears what is not wanted.
  void prune(google::protobuf::Message& message) const;

 private:
  bool everything_ = true;
  std::map<int, Selection> fields_;
};

}  // namespace tt::protocol
