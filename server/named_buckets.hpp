// A rate with a burst for each of many names, such as logins and addresses: so many at once, so many a second, in
// bounded memory. One thread at a time.
#pragma once

#include <algorithm>
#include <boost/multi_index/hashed_index.hpp>
#include <boost/multi_index/member.hpp>
#include <boost/multi_index/ordered_index.hpp>
#include <boost/multi_index_container.hpp>
#include <chrono>
#include <cstddef>
#include <string>

namespace tt::server {

class NamedBuckets {
 public:
  using Time = std::chrono::steady_clock::time_point;

  /// Remembers `watched` names at most, at some 100 bytes each: beyond, the one that has used the fewest of what it has
  /// is forgotten. To make it forget one that has used all, as many must be used of each of `watched` others.
  NamedBuckets(double per_second, double burst, std::size_t watched)
      : one_(std::chrono::duration_cast<Time::duration>(std::chrono::duration<double>(1 / per_second))),
        all_(std::chrono::duration_cast<Time::duration>(one_ * burst)),
        watched_(watched) {}

  /// Uses one up. False if there is none left.
  [[nodiscard]] bool take(const std::string& who, Time now) {
    auto& by_name = rows_.get<0>();
    const auto at = by_name.find(who);
    const Time whole = (at == by_name.end() ? now : std::max(at->whole_again, now)) + one_;
    if (whole > now + all_) return false;
    if (at != by_name.end()) {
      by_name.modify(at, [whole](Row& row) { row.whole_again = whole; });
      return true;
    }
    auto& by_time = rows_.get<1>();
    if (rows_.size() >= watched_) by_time.erase(by_time.begin());
    rows_.insert({who, whole});
    return true;
  }

  /// For one that came to nothing.
  void give_back(const std::string& who) {
    auto& by_name = rows_.get<0>();
    if (const auto at = by_name.find(who); at != by_name.end())
      by_name.modify(at, [this](Row& row) { row.whole_again -= one_; });
  }

 private:
  struct Row {
    std::string who;
    Time whole_again;  ///< when it has all again: says how many are left now
  };
  using ByName = boost::multi_index::hashed_unique<boost::multi_index::member<Row, std::string, &Row::who>>;
  using ByTime = boost::multi_index::ordered_non_unique<boost::multi_index::member<Row, Time, &Row::whole_again>>;

  Time::duration one_;
  Time::duration all_;
  std::size_t watched_;
  boost::multi_index_container<Row, boost::multi_index::indexed_by<ByName, ByTime>> rows_;
};

}  // namespace tt::server
