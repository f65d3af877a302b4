// How the store fails: a value, with words for the person who has to do something about it.
#pragma once

#include <boost/system/result.hpp>
#include <string>
#include <utility>

namespace tt::persistence {

/// Text for people. Every part is a sentence or a place, never empty but for `where`.
struct Failure {
  Failure() = default;
  // A constructor, because a C++20 aggregate could also be made of one string, and Result<std::string> would not know
  // which is meant.
  Failure(std::string what_was, std::string where_it_was, std::string what_to_do)
      : what(std::move(what_was)), where(std::move(where_it_was)), remedy(std::move(what_to_do)) {}

  std::string what;    ///< what was wrong
  std::string where;   ///< the file, and the row or entry if known
  std::string remedy;  ///< what to do about it

  /// All three in one line.
  [[nodiscard]] std::string text() const;
};

template <class T>
using Result = boost::system::result<T, Failure>;

/// Taking the value of a failed result without asking first is a fault of the caller: std::logic_error with the
/// failure's text.
[[noreturn]] void throw_exception_from_error(const Failure& failure, const boost::source_location& where);

}  // namespace tt::persistence
