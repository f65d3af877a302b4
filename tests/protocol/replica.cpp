#include "tests/protocol/replica.hpp"

#include <google/protobuf/message.h>

#include <algorithm>

namespace tt::test {

namespace {

namespace pb = google::protobuf;
namespace v1 = technotariat::v1;

/// Copies entry `from` of one column of `news` to entry `to` of `held`, which may be its end.
void put(pb::Message& held, int to, const pb::Message& news, int from, const pb::FieldDescriptor* column) {
  const pb::Reflection& h = *held.GetReflection();
  const pb::Reflection& n = *news.GetReflection();
  const bool append = to == h.FieldSize(held, column);
  switch (column->cpp_type()) {
#define TT_PUT(CASE, NAME)                                                                    \
  case pb::FieldDescriptor::CPPTYPE_##CASE:                                                   \
    append ? h.Add##NAME(&held, column, n.GetRepeated##NAME(news, column, from))              \
           : h.SetRepeated##NAME(&held, column, to, n.GetRepeated##NAME(news, column, from)); \
    break
    TT_PUT(UINT32, UInt32);
    TT_PUT(INT64, Int64);
    TT_PUT(BOOL, Bool);
    TT_PUT(STRING, String);
    TT_PUT(ENUM, EnumValue);
#undef TT_PUT
    default:  // columns hold nothing else
      std::abort();
  }
}

int row_of(const pb::RepeatedField<std::uint32_t>& ids, std::uint32_t id) {
  return static_cast<int>(std::find(ids.begin(), ids.end(), id) - ids.begin());
}

template <class Columns>
void merge_rows(Columns& held, const Columns& news, const pb::RepeatedField<std::uint32_t>& (Columns::*key)() const) {
  const pb::Descriptor& type = *Columns::descriptor();
  for (int row = 0; row < (news.*key)().size(); ++row) {
    const int to = row_of((held.*key)(), (news.*key)().Get(row));
    for (int at = 0; at < type.field_count(); ++at) put(held, to, news, row, type.field(at));
  }
}

}  // namespace

void merge(v1::Snapshot& held, const v1::Delta& news) {
  if (news.has_world()) *held.mutable_world() = news.world();
  if (news.has_seats()) merge_rows(*held.mutable_seats(), news.seats(), &v1::SeatColumns::id);
  if (news.has_enterprises()) merge_rows(*held.mutable_enterprises(), news.enterprises(), &v1::EnterpriseColumns::id);
  if (news.has_history()) merge_rows(*held.mutable_history(), news.history(), &v1::HistoryColumns::tick);
  for (const v1::Market& market : news.markets()) {
    const auto same_good = [&](const v1::Market& other) { return other.good() == market.good(); };
    const auto old = std::find_if(held.mutable_markets()->begin(), held.mutable_markets()->end(), same_good);
    if (old == held.mutable_markets()->end())
      *held.add_markets() = market;
    else
      *old = market;
  }
  held.mutable_events()->MergeFrom(news.events());
}

bool is_rectangular(const pb::Message& columns) {
  const pb::Descriptor& type = *columns.GetDescriptor();
  const pb::Reflection& reflection = *columns.GetReflection();
  const int rows = reflection.FieldSize(columns, type.field(0));
  for (int at = 0; at < type.field_count(); ++at) {
    const int size = reflection.FieldSize(columns, type.field(at));
    if (size != 0 && size != rows) return false;
  }
  return true;
}

}  // namespace tt::test
