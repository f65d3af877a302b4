// What the guests of one load test share while it runs, whatever each of them does.
#pragma once

#include <boost/asio/io_context.hpp>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/load/guest.hpp"
#include "tests/load/stage.hpp"

namespace tt::load {

using Clock = std::chrono::steady_clock;

/// A report counts `receipts`, `refusals` and, in the end, what is `kept`.
template <class Plan, class Report>
struct Scene {
  const Plan& plan;
  std::uint16_t port = 0;
  std::string town;  ///< what its worlds' names begin with
  std::size_t worlds = 1;
  boost::asio::io_context io{1};
  Report report{};
  std::vector<Receipts> receipts = std::vector<Receipts>(worlds);
  Clock::time_point end{};

  [[nodiscard]] std::string world_name(std::size_t number) const { return town + '-' + std::to_string(number); }

  /// False for an answer that is no receipt.
  bool take(const Guest& guest, std::size_t world, const v1::ServerEnvelope& answer) {
    if (!answer.has_receipt()) {
      ++report.refusals;
      return false;
    }
    ++report.receipts;
    receipts[world][{guest.id, answer.request_id()}] = answer.receipt().journal_index();
    return true;
  }

  /// Once the server has gone.
  void look_into_all(const std::filesystem::path& data) {
    for (std::size_t number = 0; number < worlds; ++number) {
      const Kept kept = look_into(data, world_name(number), receipts[number]);
      report.kept.unwritten += kept.unwritten;
      report.kept.doubled += kept.doubled;
      if (report.kept.problem.empty()) report.kept.problem = kept.problem;
    }
  }
};

/// An action that is always taken, and another one each time.
[[nodiscard]] inline v1::ClientEnvelope some_effort(const Guest& guest) {
  v1::ClientEnvelope act;
  act.mutable_act()->mutable_set_effort()->set_effort_bp(9'000 +
                                                         static_cast<std::uint32_t>(guest.last_request % 1'000));
  return act;
}

}  // namespace tt::load
