// A program of somebody else's that plays: how it is started, how long it may think, what it may use.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace tt::tournament {

/// How messages travel: JSON, a line each; or protobuf, each after its length as a varint.
enum class Transport : std::uint8_t { kJson, kProtobuf };

struct Program {
  std::string name;
  std::vector<std::string> words;  ///< the command; the first is looked for in PATH
  std::filesystem::path folder;    ///< it runs in
  Transport transport = Transport::kJson;
  bool restart = false;  ///< a new process for every match
};

/// Files and folders that programs must not read: they hold the seeds.
using Hidden = std::vector<std::filesystem::path>;

/// Times in milliseconds.
struct TimeControl {
  bool clocks = true;  ///< without them a decision takes as long as it takes, and results can be reproduced
  std::uint32_t start_ms = 10'000;
  std::uint32_t decision_ms = 1'000;   ///< for each decision
  std::uint32_t bank_ms = 10'000;      ///< for what goes beyond, all of a match together
  std::uint32_t strikes = 3;           ///< faults after which a seat idles to the end
  std::uint32_t patience_ms = 60'000;  ///< without clocks: a program that says nothing for so long has hung
  bool operator==(const TimeControl&) const = default;
};

/// What one process may use.
struct Caps {
  std::uint32_t memory_mib = 1'024;      ///< of data (RLIMIT_DATA)
  std::uint32_t processes = 16;          ///< of its own, itself included
  std::uint32_t open_files = 256;        ///< RLIMIT_NOFILE
  std::uint32_t file_mib = 16;           ///< largest file it may write (RLIMIT_FSIZE)
  std::size_t stderr_bytes = 64 * 1024;  ///< of each process kept in its log; the rest is thrown away
};
inline constexpr Caps kCaps{};

/// Orders taken in a tick: twice what the rules let one person do, so that what they refuse costs nothing of it.
inline constexpr std::size_t kOrdersMax = 64;

}  // namespace tt::tournament
