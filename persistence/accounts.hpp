// The host's accounts: who has come by, under which name, by which devices, and who hosts which world. A guest is known
// by a token only they hold; the file keeps its hash, so that a stolen copy opens no seat. A guest who has claimed the
// account with a passphrase can open further sessions. One thread at a time; holds the file's exclusive lock.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "persistence/result.hpp"

namespace tt::persistence {

/// Guests a host can have: a row takes some 150 bytes, so a full file is about 150 MB.
inline constexpr std::int64_t kGuestsMax = 1'000'000;

/// Sessions one guest can have open.
inline constexpr std::size_t kSessionsMax = 32;
inline constexpr std::size_t kLoginCharsMin = 3;
inline constexpr std::size_t kLoginCharsMax = 24;

struct Guest {
  std::uint64_t id = 0;  ///< random, never 0; the `player` of journals
  std::string name;
  bool claimed = false;       ///< has a passphrase
  std::uint64_t session = 0;  ///< by whose token they came
  bool bot = false;           ///< that token was made for a bot
};

/// How somebody comes by: what their program calls itself (at most 128 bytes of UTF-8), and when.
struct Visit {
  std::string client;
  std::uint64_t now_ms = 0;  ///< since 1970
};

/// One device, or one bot, that holds a token.
struct DeviceSession {
  std::uint64_t id = 0;
  std::string client;
  std::uint64_t made_ms = 0;
  std::uint64_t seen_ms = 0;  ///< to the hour
};

struct Account {
  std::string login;
  std::string passphrase;  ///< argon2id, as libsodium writes it
  std::string recovery;    ///< BLAKE2b-256 of the recovery code
};

struct NewSession {
  std::string token;
  std::uint64_t ended = 0;  ///< the session that made room; 0: none had to
};

/// What a look for idle guests came to.
struct Forgotten {
  std::int64_t last = 0;  ///< where to go on after
  bool more = false;
  std::size_t gone = 0;
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
  Result<NewGuest> create_guest(std::string_view name, const Visit& visit = {});
  /// Nothing for a token that was never given out, whatever it looks like.
  Result<std::optional<Guest>> find_by_token(std::string_view token, const Visit& visit = {});
  Result<std::optional<Guest>> find(std::uint64_t guest);
  /// False if there is no such guest.
  Result<bool> rename(std::uint64_t guest, std::string_view name);

  /// The guest's account; nothing for who has not claimed it.
  Result<std::optional<Account>> account_of(std::uint64_t guest);
  /// Gives the guest this login and these secrets in place of any before. False if the login is another's.
  Result<bool> claim(std::uint64_t guest, const Account& account);
  Result<std::optional<std::uint64_t>> guest_of_login(std::string_view login);
  /// By number, in digits, or by login; 0 if there is none.
  Result<std::uint64_t> guest_called(std::string_view who);
  enum class For : std::uint8_t { kDevice, kBot };
  /// Another token of a guest's. On the disk when this returns. Where there are kSessionsMax, the one not seen for
  /// longest ends, but never `kept`.
  Result<NewSession> open_session(std::uint64_t guest, const Visit& visit, For whom = For::kDevice,
                                  std::uint64_t kept = 0);
  Result<bool> has_session(std::uint64_t guest, std::uint64_t session);
  /// They are here now: written down once an hour.
  Result<void> see(std::uint64_t guest, std::uint64_t session, std::uint64_t now_ms);
  /// Where the look for idle guests begins.
  static constexpr std::int64_t kFromTheFirst = std::numeric_limits<std::int64_t>::min();
  /// Looks at `most` guests after that one, and forgets those who have not been seen since `before_ms`, have no
  /// account, host no world and are not `needed`: their tokens are good for nothing from then on.
  Result<Forgotten> forget_idle(std::int64_t after, std::size_t most, std::uint64_t before_ms,
                                const std::function<bool(std::uint64_t guest)>& needed);
  /// The latest seen first.
  Result<std::vector<DeviceSession>> sessions_of(std::uint64_t guest);
  /// False if that is no session of theirs.
  Result<bool> end_session(std::uint64_t guest, std::uint64_t session);

  /// Makes the guest the host of a world; the one before, if any, no longer is. `founded_ms`: when they founded it from
  /// the lobby; 0 where it did not come about so.
  Result<void> set_host(std::string_view world, std::uint64_t guest, std::uint64_t founded_ms = 0);
  /// Nobody hosts it.
  Result<void> clear_host(std::string_view world);
  /// 0 for a world that did not come from the lobby, or from before this was written down.
  Result<std::uint64_t> founded_ms(std::string_view world);
  Result<std::optional<std::uint64_t>> host_of(std::string_view world);
  /// In the order of their names.
  Result<std::vector<std::string>> worlds_hosted_by(std::uint64_t guest);

 private:
  struct State;
  explicit AccountsFile(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

/// 3 to 24 of a to z, 0 to 9, "-", "_" and ".", so that no two look alike.
[[nodiscard]] bool is_login(std::string_view text);

}  // namespace tt::persistence
