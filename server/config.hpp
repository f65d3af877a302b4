// What a host chooses when starting the server. Tests choose smaller limits.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/rules.hpp"
#include "server/hooks/hook_plan.hpp"
#include "server/http/forwarded.hpp"
#include "server/ladder/plan.hpp"
#include "server/limits.hpp"
#include "server/log.hpp"
#include "server/net/certificate.hpp"
#include "server/tournaments/plan.hpp"

namespace tt::server {

/// Plays one seat: asked before every close, with what a person in its place would see. `bot_seed` is the seat's own
/// chance.
using Bot = std::function<std::vector<rules::Action>(const rules::PublicView& world, const rules::PrivateView& mine,
                                                     std::uint64_t bot_seed)>;
/// Who plays a seat of this role that no person has. A seat that goes by the name of a built-in strategy is played by
/// that one.
using MakeBot = std::function<Bot(rules::Role role, std::uint64_t bot_seed, std::string_view name)>;

struct Caps {
  std::size_t connections = kConnectionsMax;
  std::size_t connections_per_address = kConnectionsPerAddressMax;
  std::size_t connections_loopback = kConnectionsLoopbackMax;
  std::size_t connections_per_account = kConnectionsPerAccountMax;
  std::size_t inbox = kInboxMax;
  std::size_t write_queue_bytes = kWriteQueueBytesMax;
  milliseconds write_stall = kWriteStallMax;
  milliseconds handshake = kHeaderTimeMax;
  std::size_t worlds = kWorldsMax;
  std::size_t worlds_per_guest = kWorldsPerGuestMax;
  double requests_per_second = kRequestsPerSecond;
  double requests_burst = kRequestsBurst;
  milliseconds presence_grace = kPresenceGrace;
  double login_tries_per_minute = kLoginTriesPerMinute;
  double login_tries_burst = kLoginTriesBurst;
  double login_tries_per_address_per_minute = kLoginTriesPerAddressPerMinute;
  double login_tries_per_address_burst = kLoginTriesPerAddressBurst;
  std::size_t hashes_per_address = kHashesPerAddressMax;
  double guests_per_address_per_hour = kGuestsPerAddressPerHour;
  double worlds_per_address_per_hour = kWorldsPerAddressPerHour;
  double chat_per_address_per_minute = kChatPerAddressPerMinute;
  double chat_per_address_burst = kChatPerAddressBurst;
  milliseconds unplayed_world = kUnplayedWorldDays * kDay;  ///< 0: never
  milliseconds waiting_world = kWaitingWorldDays * kDay;    ///< 0: never
  milliseconds idle_guest = kIdleGuestDays * kDay;          ///< 0: never
};

/// Copies of every world while it runs.
struct BackupPlan {
  std::chrono::minutes every{0};  ///< 0: none
  std::size_t keep = 14;          ///< of each world
  std::filesystem::path folder;   ///< empty: `backups` in the data folder
};

struct Config {
  std::filesystem::path data;
  std::string address = "127.0.0.1";
  std::uint16_t port = 0;  ///< 0: any free one
  std::optional<std::filesystem::path> port_file;
  std::optional<std::filesystem::path> web_root;  ///< instead of the page built in
  std::vector<std::string> hosts;                 ///< names people reach this server by; empty: see http/host_names.hpp
  std::optional<milliseconds> tick;               ///< instead of every world's own pace
  bool demo = true;                               ///< see that there is a world to play at once
  MakeBot make_bot;                               ///< empty: bots keep their seats and do nothing
  bool metrics = false;                           ///< answer /metrics
  std::optional<TlsFiles> tls;                    ///< empty: in the clear
  ProxyPlan proxies;                              ///< reverse proxies whose word is taken for who asks
  log::Format log = log::Format::kPlain;
  BackupPlan backup;
  std::vector<HookPlan> webhooks;
  HookPace hook_pace;
  TournamentsPlan tournaments;
  std::vector<LadderPlan> ladders;
  Caps caps;
};

}  // namespace tt::server
