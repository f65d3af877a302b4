// How the store fails: a value, with words for the person who has to do something about it.
#pragma once

#include <boost/system/result.hpp>
#include <string>

namespace tt::persistence {

/// Text for people. Every part is a sentence or a place, never empty but for `where`.
struct Failure {
  std::string what;    ///< what was wrong
  std::string where;   ///< the file, and the row or entry if known
  std::string remedy;  ///< what to do about it

  /// All three in one line.
  [[nodiscard]] std::string text() const { return where.empty() ? what + " " + remedy : where + ": " + what + " " + remedy; }
};

template <class T>
using Result = boost::system::result<T, Failure>;

/// Taking the value of a failed result without asking first is a fault of the caller: std::logic_error with the failure's text.
[[noreturn]] void throw_exception_from_error(const Failure& failure, const boost::source_location& where);

}  // namespace tt::persistence
