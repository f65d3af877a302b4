// The host's accounts: who has come by, under which name, and who hosts which world. A guest is known by a token only
// they hold; the file keeps its hash, so that a stolen copy opens no seat. One thread at a time; holds the file's
// exclusive lock.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "persistence/result.hpp"

namespace tt::persistence {

/// Guests a host can have: a row takes some 150 bytes, so a full file is about 150 MB.
inline constexpr std::int64_t kGuestsMax = 1'000'000;

struct Guest {
  std::uint64_t id = 0;  ///< random, never 0; the `player` of journals
  std::string name;
  bool claimed = false;  ///< has a passphrase
};

struct NewGuest {
  Guest guest;
  std::string token;  ///< 43 characters of base64url: 256 random bits. Shown once
};

class AccountsFile {
 public:
  /// Opens, or makes an empty one where there is none. Treats the file as hostile, like WorldFile::open.
  static Result<AccountsFile> open(const std::filesystem::path& path);

  AccountsFile(AccountsFile&&) noexcept;
  AccountsFile& operator=(AccountsFile&&) noexcept;
  ~AccountsFile();

  /// A new guest, on the disk when this returns. The name (at most 96 bytes of UTF-8) is the caller's to judge. Fails
  /// at kGuestsMax.
  Result<NewGuest> create_guest(std::string_view name);
  /// Nothing for a token that was never given out, whatever it looks like.
  Result<std::optional<Guest>> find_by_token(std::string_view token);
  Result<std::optional<Guest>> find(std::uint64_t guest);
  /// False if there is no such guest.
  Result<bool> rename(std::uint64_t guest, std::string_view name);

  /// Makes the guest the host of a world; the one before, if any, no longer is.
  Result<void> set_host(std::string_view world, std::uint64_t guest);
  Result<std::optional<std::uint64_t>> host_of(std::string_view world);
  /// In the order of their names.
  Result<std::vector<std::string>> worlds_hosted_by(std::uint64_t guest);

 private:
  struct State;
  explicit AccountsFile(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace tt::persistence
