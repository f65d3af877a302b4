// One webhook as the operator wants it: of which world, what, and where to. Nobody else can name an address (see
// docs/decisions/0023-only-the-operator-names-addresses.md).
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "persistence/result.hpp"
#include "server/limits.hpp"

namespace tt::server {

enum class HookEvent { kTurnOpen, kNudge, kFinished };
/// As they are called in the configuration and in messages.
inline constexpr std::array<std::string_view, 3> kHookEvents{"turn_open", "nudge", "finished"};

/// An address of http:// or https://, taken apart.
struct HookAddress {
  bool tls = false;
  std::string host;    ///< a name, or a number without brackets
  std::string port;    ///< in digits
  std::string header;  ///< of Host: with brackets and port where they belong
  std::string target;  ///< path and query, encoded; often a secret

  /// For logs: without the target.
  [[nodiscard]] std::string shown() const { return (tls ? "https://" : "http://") + header; }
};
/// Nothing for what is no such address, or holds a name and password, or a fragment.
[[nodiscard]] std::optional<HookAddress> parse_hook_address(std::string_view url);

struct HookPlan {
  std::string world;  ///< its name, or "*" for all that are open to all
  HookAddress address;
  std::string secret;                 ///< empty: messages are not signed
  std::filesystem::path secret_file;  ///< to take it from; empty: none
  std::array<bool, kHookEvents.size()> events{true, true, true};

  [[nodiscard]] bool wants(HookEvent event) const { return events[static_cast<std::size_t>(event)]; }
};

/// The secret of a plan, from its file if it names one, without the line's end. Fails if the file cannot be read or the
/// secret has not kHookSecretBytesMin to kHookSecretBytesMax bytes.
persistence::Result<std::string> secret_of(const HookPlan& plan);

/// What an operator should look at: a line for each plan that names a world which is not among these. It may be founded
/// later.
[[nodiscard]] std::vector<std::string> doubts_about(const std::vector<HookPlan>& plans,
                                                    const std::vector<std::string>& worlds);

/// How patiently messages are brought. Tests are less patient.
struct HookPace {
  std::size_t queue = kHookQueueMax;
  unsigned tries = kHookTriesMax;
  milliseconds first_pause = kHookFirstPause;
  milliseconds step = kHookStepMax;          ///< each of: finding the address, connecting, TLS, sending, the answer
  milliseconds farewell = kHookFarewellMax;  ///< for what is on its way when the server stops
};

}  // namespace tt::server
