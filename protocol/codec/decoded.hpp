// What comes of reading something a client sent: a value, or a problem that can be answered as it stands.
#pragma once

#include <boost/system/result.hpp>
#include <cstdint>
#include <string>

#include "technotariat/v1/error.pb.h"

namespace tt::protocol {

namespace v1 = ::technotariat::v1;

/// Why a message was not understood. `field` is a path such as "act.offer_work.wage_mils", or empty.
struct Problem {
  v1::ErrorCode code = v1::ERROR_CODE_MALFORMED;
  std::string text;
  std::string field;
  std::uint64_t request_id = 0;  ///< of the message, where it could still be read; 0 otherwise
};

template <class T>
using Decoded = boost::system::result<T, Problem>;

/// Taking the value of a failed result without asking first is a fault of the caller: std::logic_error with the
/// problem's text.
[[noreturn]] void throw_exception_from_error(const Problem& problem, const boost::source_location& where);

}  // namespace tt::protocol
