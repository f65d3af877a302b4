// The accounts' desk without sockets: how many tries whoever asks has, and from where.
#include "server/lobby/guests.hpp"

#include <doctest/doctest.h>

#include <future>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "tests/simulation/fake_clock.hpp"
#include "tests/support/temp_folder.hpp"

using namespace tt::server;
namespace v1 = technotariat::v1;

namespace {

/// Does each job at once, whoever brings it.
class AtOnce final : public Storage {
 public:
  void post(Job job) override {
    const std::lock_guard lock(mutex_);
    job();
  }

 private:
  std::recursive_mutex mutex_;
};

struct Desk {
  Desk() : guests(storage, hasher, clock, std::move(*tt::persistence::AccountsFile::open(folder / "accounts"))) {}
  ~Desk() { hasher.finish(); }

  tt::persistence::Guest guest() {
    std::promise<tt::persistence::Guest> told;
    guests.welcome("", "", {0, {}}, "",
                   [&](const Guests::Answer& answer) { told.set_value(std::get<Welcomed>(answer).guest); });
    return told.get_future().get();
  }
  v1::ErrorCode claim(const tt::persistence::Guest& guest, const std::string& address, const std::string& login,
                      const std::string& old_secret = {}) {
    v1::Claim wish;
    wish.set_login(login);
    wish.set_passphrase("a warm bread oven");
    wish.set_old_secret(old_secret);
    const auto told = std::make_shared<std::promise<v1::ErrorCode>>();
    guests.claim(guest, address, wish, [told](const Guests::Card& card) {
      const auto* const error = std::get_if<v1::Error>(&card);
      told->set_value(error != nullptr ? error->code() : v1::ERROR_CODE_UNSPECIFIED);
    });
    return told->get_future().get();
  }

  tt::test::TempFolder folder;
  tt::test::FakeClock clock;
  AtOnce storage;
  Hasher hasher;
  Guests guests;
};

}  // namespace

TEST_CASE("an address has so many tries of any logins, and other addresses have theirs") {
  Desk desk;
  REQUIRE(desk.claim(desk.guest(), "b", "ann") == v1::ERROR_CODE_UNSPECIFIED);
  const int all = static_cast<int>(kLoginTriesPerAddressBurst);
  for (int n = 0; n < all; ++n) CHECK(desk.claim(desk.guest(), "a", "ann") == v1::ERROR_CODE_LOGIN_TAKEN);
  CHECK(desk.claim(desk.guest(), "a", "ann") == v1::ERROR_CODE_RATE_LIMITED);
  CHECK(desk.claim(desk.guest(), "b", "ann") == v1::ERROR_CODE_LOGIN_TAKEN);
  for (int n = 0; n < all + 1; ++n) CHECK(desk.claim(desk.guest(), "", "ann") == v1::ERROR_CODE_LOGIN_TAKEN);
  desk.clock.advance_to(desk.clock.now() + std::chrono::seconds(3));
  CHECK(desk.claim(desk.guest(), "a", "ann") == v1::ERROR_CODE_LOGIN_TAKEN);
}

TEST_CASE("a guest whose session has ended has no say any more") {
  Desk desk;
  const auto ann = desk.guest();
  std::promise<std::size_t> ended;
  desk.guests.end_all_sessions(ann.id, [&](std::size_t count) { ended.set_value(count); });
  CHECK(ended.get_future().get() == 1);
  CHECK(desk.claim(ann, "", "ann") == v1::ERROR_CODE_SESSION_ENDED);
  const auto code = [](const Guests::Card& card) {
    const auto* const error = std::get_if<v1::Error>(&card);
    return error != nullptr ? error->code() : v1::ERROR_CODE_UNSPECIFIED;
  };
  v1::ErrorCode told = v1::ERROR_CODE_UNSPECIFIED;
  const auto hear = [&](const Guests::Card& card) { told = code(card); };
  desk.guests.make_token(
      ann, "bot", [](std::uint64_t) {}, hear);
  CHECK(std::exchange(told, v1::ERROR_CODE_UNSPECIFIED) == v1::ERROR_CODE_SESSION_ENDED);
  desk.guests.read(ann, hear);
  CHECK(std::exchange(told, v1::ERROR_CODE_UNSPECIFIED) == v1::ERROR_CODE_SESSION_ENDED);
  desk.guests.end_session(ann, ann.session, hear);
  CHECK(told == v1::ERROR_CODE_SESSION_ENDED);
}
