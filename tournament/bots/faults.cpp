#include "tournament/bots/faults.hpp"

namespace tt::tournament {

std::string_view name_of(Fault fault) {
  switch (fault) {
    case Fault::kNone:
      return "";
    case Fault::kNotStarted:
      return "did-not-start";
    case Fault::kLate:
      return "late";
    case Fault::kUnreadable:
      return "unreadable";
    case Fault::kImpostor:
      return "for-another-seat";
    case Fault::kTooManyOrders:
      return "too-many-orders";
    case Fault::kFlood:
      return "flood";
    case Fault::kCrashed:
      return "crashed";
    case Fault::kHung:
      return "hung";
    case Fault::kTooManyProcesses:
      return "too-many-processes";
  }
  return "";
}

}  // namespace tt::tournament
