// One conversation: a connection, who is at its other end, and the world they have entered. Checks size, rate, shape
// and order; what a world has to decide goes to the world. Network thread only, but for `deliver`.
#pragma once

#include <boost/asio/io_context.hpp>
#include <functional>
#include <memory>
#include <string>

#include "server/clock.hpp"
#include "server/config.hpp"
#include "server/ladder/ladders.hpp"
#include "server/lobby/worlds.hpp"
#include "server/net/connection.hpp"
#include "server/net/places.hpp"
#include "server/session/token_bucket.hpp"
#include "server/tournaments/tournaments.hpp"
#include "server/world/fan_out.hpp"
#include "technotariat/v1/session.pb.h"

namespace tt::server {

/// What all sessions of a server share; outlives them.
struct SessionGround {
  boost::asio::io_context& io;
  Guests& guests;
  Worlds& worlds;
  Clock& clock;
  const Config& config;
  Metrics& metrics;
  std::string asset_version;
  Places<std::uint64_t>& by_account;  ///< connections of each guest
  std::function<void(std::uint64_t id, std::weak_ptr<class Session>)> opened;
  std::function<void(std::uint64_t id)> closed;
  /// Whoever came with this session's token is sent away; with any of the guest's, if `session` is 0.
  std::function<void(std::uint64_t guest, std::uint64_t session)> ended;
  Tournaments* tournaments = nullptr;  ///< null: there are none
  Ladders* ladders = nullptr;          ///< null: there are none
};

class Session final : public ConnectionUser, public Subscriber, public std::enable_shared_from_this<Session> {
 public:
  /// `address`: of the client, for the log.
  Session(const SessionGround& ground, std::uint64_t id, protocol::Mapping mapping, std::string address = {});

  void on_open(std::shared_ptr<Connection> connection) override;
  void on_frame(std::string_view frame) override;
  void on_closed() override;
  SharedBytes too_slow() override;

  [[nodiscard]] protocol::Mapping mapping() const override { return mapping_; }
  void deliver(SharedBytes frame) override;
  void show_out(const std::string& world, SharedBytes frame) override;

  /// Who this is; number 0 before they have been welcomed.
  [[nodiscard]] const persistence::Guest& guest() const { return guest_; }
  /// Says goodbye: the server stops, and will be back.
  void dismiss();
  /// Sent away, if this is their session, or `session` is 0 and they are this guest.
  void end_if(std::uint64_t guest, std::uint64_t session);
  /// Lets go of everything, when the network thread has ended.
  void abandon();

 private:
  void handle(const v1::ClientEnvelope& request, std::string_view frame);
  void hello(std::uint64_t request_id, const v1::Hello& hello);
  void welcome(std::uint64_t request_id, const Guests::Answer& answer);
  void log_in(std::uint64_t request_id, const v1::LogIn& wish);
  void claim(std::uint64_t request_id, const v1::Claim& wish);
  void end_session(std::uint64_t request_id, const v1::EndSession& wish);
  void make_token(std::uint64_t request_id, const v1::MakeToken& wish);
  /// Takes an answer about the account to the network thread, then to the client. Whose session has ended is sent away.
  [[nodiscard]] std::function<void(Guests::Card)> card_to(std::uint64_t request_id,
                                                          std::function<void(Session&)> before = {});
  void list_worlds(std::uint64_t request_id);
  void create_world(std::uint64_t request_id, const v1::CreateWorld& wish);
  void enter(const v1::ClientEnvelope& request, std::string_view frame);
  /// A match of a tournament is shown as a world when somebody wants to enter it.
  void open_match(const v1::ClientEnvelope& request, std::string_view frame);
  void to_world(std::uint64_t request_id, std::string_view frame, WorldRequest request);
  void pong(std::uint64_t request_id);
  void to_house(const v1::ClientEnvelope& request, std::string_view frame);
  void to_tournaments(const v1::ClientEnvelope& request);
  void to_ladders(const v1::ClientEnvelope& request);
  void to_account(const v1::ClientEnvelope& request);
  void take_seat(const v1::ClientEnvelope& request, std::string_view frame);
  void ask_why(const v1::ClientEnvelope& request, std::string_view frame);
  void set_routine(const v1::ClientEnvelope& request, std::string_view frame);
  void ask_forecast(const v1::ClientEnvelope& request, std::string_view frame);
  void act(const v1::ClientEnvelope& request, std::string_view frame);
  void leave_world();
  /// Takes a place among the connections of this guest. False if there are enough of them: then this one is closed.
  [[nodiscard]] bool take_place(std::uint64_t guest, bool bot);
  void send(v1::ServerEnvelope& envelope, std::uint64_t request_id);
  void refuse(std::uint64_t request_id, const v1::Error& error);
  void close(const v1::Error& reason, bool reconnect);
  [[nodiscard]] SharedBytes goodbye(const v1::Error& reason, bool reconnect) const;
  [[nodiscard]] bool allowed();

  const SessionGround& ground_;
  std::uint64_t id_;
  protocol::Mapping mapping_;
  std::string address_;
  std::string counted_as_;  ///< the address, where what strangers do is limited by it; empty: this machine's own
  std::shared_ptr<Connection> connection_;
  TokenBucket bucket_;
  std::uint32_t refused_more_ = 0;
  bool known_ = false;     ///< has been welcomed
  bool creating_ = false;  ///< a world is being founded for this session
  bool opening_ = false;   ///< a match is being opened for it
  persistence::Guest guest_;
  std::shared_ptr<void> place_;  ///< among the connections of the account
  std::shared_ptr<WorldActor> world_;
  std::string world_name_;
};

}  // namespace tt::server
