// What every load test stands on: worlds in a folder, and the real program serving them.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace tt::load {

/// Journal index by guest and request.
using Receipts = std::map<std::pair<std::uint64_t, std::uint64_t>, std::uint64_t>;

/// Founds a world of this scenario, all of its seats free.
void found(const std::filesystem::path& data, const std::string& world, const std::string& scenario);

/// The program's arguments for serving that folder on loopback; `more` is TOML for the configuration. Port 0: any.
[[nodiscard]] std::vector<std::string> serving(const std::filesystem::path& data, std::uint16_t port = 0,
                                               const std::string& more = {});

/// A world's file after its server has gone, against what that server said.
struct Kept {
  std::size_t unwritten = 0;  ///< receipts whose entry is not in the journal
  std::size_t doubled = 0;    ///< requests that are in it more than once
  std::string problem;        ///< of the world's verification; empty if sound

  [[nodiscard]] bool all() const { return unwritten == 0 && doubled == 0 && problem.empty(); }
  [[nodiscard]] std::string text() const;
};
[[nodiscard]] Kept look_into(const std::filesystem::path& data, const std::string& world, const Receipts& receipts);

}  // namespace tt::load
