// Who comes by: new guests, known guests by their token, and who hosts which world. All of it on the storage thread.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <variant>

#include "persistence/accounts.hpp"
#include "server/storage/storage_thread.hpp"
#include "technotariat/v1/session.pb.h"

namespace tt::server {

struct Welcomed {
  persistence::Guest guest;
  std::string token;
};

class Guests {
 public:
  using Answer = std::variant<Welcomed, technotariat::v1::Error>;

  Guests(StorageThread& storage, persistence::AccountsFile accounts);
  ~Guests();

  /// Who this is, or a new guest if there is no token; a name that is not empty becomes theirs. `already` is who the
  /// connection is known to be, 0 at first: another's token is refused then. The answer comes on the storage thread.
  void welcome(std::string token, std::string name, std::uint64_t already, std::function<void(Answer)> answer);
  void set_host(std::string world, std::uint64_t guest);
  /// 0 if nobody hosts it. Before the storage thread has anything to do with accounts: at the start only.
  [[nodiscard]] std::uint64_t host_of_at_start(const std::string& world);
  /// False once the accounts could not be read or written.
  [[nodiscard]] bool healthy() const { return *healthy_; }

 private:
  StorageThread& storage_;
  std::shared_ptr<persistence::AccountsFile> accounts_;
  std::shared_ptr<std::atomic<bool>> healthy_ = std::make_shared<std::atomic<bool>>(true);
};

}  // namespace tt::server
