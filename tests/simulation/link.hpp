// One connection through a network that delays, drops, doubles, swaps and cuts, as the draws will have it.
#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <string>

#include "server/net/connection.hpp"
#include "tests/simulation/fake_clock.hpp"
#include "tests/support/seed.hpp"

namespace tt::test {

class Link final : public server::Connection, public std::enable_shared_from_this<Link> {
 public:
  /// An orderly link keeps what it carries in order and whole until it is cut, as TCP does; the other kind stands for
  /// clients that do as they please.
  Link(FakeClock& clock, Draws& draws, bool orderly) : clock_(clock), draws_(draws), orderly_(orderly) {}

  void connect(std::shared_ptr<server::ConnectionUser> user);
  void send_to_server(std::string frame) { put(to_server_, std::move(frame)); }
  /// From the server's side: its end of the connection.
  void send(server::SharedBytes frame) override { put(to_client_, *frame); }
  void close(server::SharedBytes farewell) override;
  void pause() override { paused_ = true; }
  void resume() override { paused_ = false; }

  /// Gone on both sides at once, with all that was on its way.
  void cut();
  /// The same without a word to the server: it is gone itself.
  void vanish();
  [[nodiscard]] bool is_open() const { return user_ != nullptr; }
  /// From now on everything arrives, and at once.
  void heal() { healed_ = true; }

  /// When there is something to hand over on either side.
  [[nodiscard]] std::optional<FakeClock::Time> next() const;
  [[nodiscard]] bool server_has_mail() const { return !paused_ && is_due(to_server_); }
  [[nodiscard]] bool client_has_mail() const { return is_due(to_client_); }
  void hand_to_server();
  [[nodiscard]] std::string take_at_client();

 private:
  struct Letter {
    FakeClock::Time at;
    std::string frame;
  };
  using Queue = std::deque<Letter>;
  void put(Queue& queue, std::string frame);
  [[nodiscard]] bool is_due(const Queue& queue) const { return !queue.empty() && queue.front().at <= clock_.now(); }

  FakeClock& clock_;
  Draws& draws_;
  std::shared_ptr<server::ConnectionUser> user_;
  Queue to_server_;
  Queue to_client_;
  bool orderly_;
  bool healed_ = false;
  bool paused_ = false;
  bool closing_ = false;
};

}  // namespace tt::test
