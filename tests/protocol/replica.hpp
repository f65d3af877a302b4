// A client's copy of the public part, kept as docs/protocol.md tells strangers to: rows merged by id, history and
// events appended.
#pragma once

#include "technotariat/v1/view.pb.h"

namespace tt::test {

void merge(technotariat::v1::Snapshot& held, const technotariat::v1::Delta& news);

/// Whether every non-empty column of a table has as many entries as its first.
[[nodiscard]] bool is_rectangular(const google::protobuf::Message& columns);

}  // namespace tt::test
