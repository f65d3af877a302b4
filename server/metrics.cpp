#include "server/metrics.hpp"

#include <algorithm>
#include <cstdio>

#include "technotariat/v1/error.pb.h"

namespace tt::server {
namespace {

namespace v1 = technotariat::v1;

void head(std::string& out, const char* name, const char* kind, const char* help) {
  out.append("# HELP technotariat_").append(name).append(" ").append(help).append("\n# TYPE technotariat_");
  out.append(name).append(" ").append(kind).append("\n");
}

void row(std::string& out, const std::string& name_and_labels, const std::string& value) {
  out.append("technotariat_").append(name_and_labels).append(" ").append(value).append("\n");
}

std::string decimal(std::uint64_t number, unsigned digits, std::uint64_t unit) {
  std::string rest = std::to_string(number % unit);
  rest.insert(0, digits - rest.size(), '0');
  return std::to_string(number / unit) + '.' + rest;
}

std::string seconds_of_ms(std::uint64_t ms) {
  return decimal(ms, 3, 1'000);
}

std::string seconds_of_us(std::uint64_t us) {
  return decimal(us, 6, 1'000'000);
}

template <class Value>
void per_world(std::string& out, const char* name, const char* help, const std::vector<WorldGauges>& worlds,
               const Value& value) {
  head(out, name, "gauge", help);
  for (const WorldGauges& world : worlds) {
    // No world's name begins with it.
    const std::string label = world.listed ? world.name : "#" + std::to_string(world.number);
    row(out, std::string(name) + "{world=\"" + label + "\"}", value(world));
  }
}

}  // namespace

void Metrics::committed(std::chrono::steady_clock::duration took) {
  const auto us = static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::microseconds>(took).count());
  const auto at = std::lower_bound(kCommitBounds.begin(), kCommitBounds.end(), us) - kCommitBounds.begin();
  commits_[static_cast<std::size_t>(at)].fetch_add(1, std::memory_order_relaxed);
  commit_us_.fetch_add(us, std::memory_order_relaxed);
}

std::string Metrics::text(std::size_t connections, const std::vector<WorldGauges>& worlds) const {
  std::string out;
  head(out, "connections", "gauge", "Open connections.");
  row(out, "connections", std::to_string(connections));
  head(out, "rejections_total", "counter", "Requests refused, by code.");
  for (std::size_t code = 0; code < kCodesMax; ++code)
    if (const std::uint64_t count = refused_[code].load(std::memory_order_relaxed); count != 0)
      row(out, "rejections_total{code=\"" + v1::ErrorCode_Name(static_cast<v1::ErrorCode>(code)) + "\"}",
          std::to_string(count));
  head(out, "commit_seconds", "histogram", "From an entry handed to the disk until it is on it.");
  std::uint64_t total = 0;
  for (std::size_t at = 0; at < commits_.size(); ++at) {
    total += commits_[at].load(std::memory_order_relaxed);
    const std::string bound = at < kCommitBounds.size() ? seconds_of_us(kCommitBounds[at]) : "+Inf";
    row(out, "commit_seconds_bucket{le=\"" + bound + "\"}", std::to_string(total));
  }
  row(out, "commit_seconds_sum", seconds_of_us(commit_us_.load(std::memory_order_relaxed)));
  row(out, "commit_seconds_count", std::to_string(total));
  head(out, "commits_failed_total", "counter", "Groups of entries that did not get to the disk.");
  row(out, "commits_failed_total", std::to_string(commits_failed_.load(std::memory_order_relaxed)));
  head(out, "webhook_messages_total", "counter", "Messages of webhooks, by how it ended with them.");
  constexpr std::array<const char*, 3> kFates{"sent", "failed", "dropped"};
  for (std::size_t fate = 0; fate < kFates.size(); ++fate)
    row(out, std::string("webhook_messages_total{fate=\"") + kFates[fate] + "\"}",
        std::to_string(hooks_[fate].load(std::memory_order_relaxed)));
  per_world(out, "queue_depth", "Requests on their way to an answer.", worlds,
            [](const WorldGauges& world) { return std::to_string(world.queue); });
  per_world(out, "tick_lag_seconds", "By which the last tick closed after its time.", worlds,
            [](const WorldGauges& world) { return seconds_of_ms(world.lag_ms); });
  per_world(out, "tick_close_seconds", "That the last close took, commit included.", worlds,
            [](const WorldGauges& world) { return seconds_of_ms(world.close_ms); });
  per_world(out, "tick", "Ticks closed.", worlds, [](const WorldGauges& world) { return std::to_string(world.tick); });
  per_world(out, "world_failed", "1 for a world that has stopped.", worlds,
            [](const WorldGauges& world) { return std::string(world.failed ? "1" : "0"); });
  per_world(out, "conservation_error", "1 for a world that has stopped because its books would not have added up.",
            worlds, [](const WorldGauges& world) { return std::string(world.books_broken ? "1" : "0"); });
  return out;
}

}  // namespace tt::server
