#include "server/session/session.hpp"

#include <boost/asio/dispatch.hpp>
#include <boost/asio/post.hpp>
#include <utility>

#include "protocol/codec/actions.hpp"
#include "protocol/codec/errors.hpp"
#include "protocol/codec/figures.hpp"
#include "protocol/codec/kinds.hpp"
#include "server/lobby/names.hpp"
#include "server/log.hpp"
#include "server/net/connection_count.hpp"
#include "server/routines/stops.hpp"
#include "server/version.hpp"

namespace tt::server {

using protocol::make_error;
using Body = v1::ClientEnvelope;

namespace {

/// This machine's own address stands for programs of the host's, or for a proxy that is not trusted: for anybody.
std::string limited_as(const std::string& address) {
  boost::system::error_code ec;
  const auto parsed = boost::asio::ip::make_address(address, ec);
  return ec || parsed.is_loopback() ? std::string() : ConnectionCount::counted_as(parsed);
}

}  // namespace

Session::Session(const SessionGround& ground, std::uint64_t id, protocol::Mapping mapping, std::string address)
    : ground_(ground),
      id_(id),
      mapping_(mapping),
      address_(std::move(address)),
      counted_as_(limited_as(address_)),
      bucket_(ground.config.caps.requests_per_second, ground.config.caps.requests_burst, ground.clock.now()) {}

void Session::on_open(std::shared_ptr<Connection> connection) {
  connection_ = std::move(connection);
  ground_.opened(id_, weak_from_this());
}

void Session::abandon() {
  connection_.reset();
  world_.reset();
}

void Session::on_closed() {
  leave_world();
  if (ground_.ladders != nullptr) ground_.ladders->lose(this);
  connection_.reset();
  place_.reset();
  ground_.closed(id_);
}

SharedBytes Session::too_slow() {
  return goodbye(make_error(v1::ERROR_CODE_RATE_LIMITED, "This client does not read what it is sent; it is closed."),
                 true);
}

void Session::deliver(SharedBytes frame) {
  boost::asio::dispatch(ground_.io, [self = shared_from_this(), frame = std::move(frame)]() mutable {
    if (self->connection_) self->connection_->send(std::move(frame));
  });
}

void Session::show_out(const std::string& world, SharedBytes frame) {
  boost::asio::dispatch(ground_.io, [self = shared_from_this(), world, frame = std::move(frame)]() mutable {
    // They may have gone elsewhere by themselves meanwhile.
    if (self->world_name_ != world) return;
    self->leave_world();
    if (self->connection_) self->connection_->send(std::move(frame));
  });
}

void Session::dismiss() {
  close(make_error(v1::ERROR_CODE_BUSY, "The server is stopping; it will be back."), true);
}

void Session::on_frame(std::string_view frame) {
  const bool in_rate = allowed();
  if (refused_more_ > kRefusedMoreMax) {
    // A few frames more may be on their way; the first one tells the log.
    if (refused_more_ == kRefusedMoreMax + 1) log::info("a client at " + address_ + " asks too fast; it is closed");
    return close(make_error(v1::ERROR_CODE_RATE_LIMITED), true);
  }
  const auto request = protocol::parse_client(frame, mapping_);
  if (!in_rate)
    return refuse(request ? request->request_id() : request.error().request_id,
                  make_error(v1::ERROR_CODE_RATE_LIMITED));
  if (!request) return refuse(request.error().request_id, make_error(request.error()));
  if (!known_ && request->body_case() != Body::kHello && request->body_case() != Body::kPing)
    return refuse(request->request_id(), make_error(v1::ERROR_CODE_HELLO_REQUIRED));
  handle(*request, frame);
}

bool Session::allowed() {
  if (bucket_.take(ground_.clock.now())) {
    if (refused_more_ > 0) --refused_more_;  // whoever sends on while some get through goes on regardless, too
    return true;
  }
  ++refused_more_;
  return false;
}

void Session::handle(const v1::ClientEnvelope& request, std::string_view frame) {
  const std::uint64_t id = request.request_id();
  switch (request.body_case()) {
    case Body::kHello:
      return hello(id, request.hello());
    case Body::kListWorlds:
      return list_worlds(id);
    case Body::kEnterWorld:
      return enter(request, frame);
    case Body::kTakeSeat:
      return take_seat(request, frame);
    case Body::kLeaveSeat:
      return to_world(id, frame, Stand{});
    case Body::kAct:
      return act(request, frame);
    case Body::kSetReady:
      return to_world(id, frame, Ready{request.set_ready().ready(), request.set_ready().tick()});
    case Body::kSetClock:
      return to_world(id, frame, ChangeClock(request.set_clock()));
    case Body::kCreateWorld:
      return create_world(id, request.create_world());
    case Body::kAskForecast:
      return ask_forecast(request, frame);
    case Body::kAskWhy:
      return ask_why(request, frame);
    case Body::kAskScores:
      return to_world(id, frame, AskScores{});
    case Body::kSay:
    case Body::kReadHouse:
    case Body::kSetHouse:
    case Body::kMakeInvitation:
    case Body::kRevokeInvitation:
    case Body::kTakeMeasure:
      return to_house(request, frame);
    case Body::kReadPast:
      return to_world(id, frame, request.read_past());
    case Body::kReadCourse:
      return to_world(id, frame, request.read_course());
    case Body::kAskCopy:
      return to_world(id, frame, request.ask_copy());
    case Body::kSetRoutine:
      return set_routine(request, frame);
    case Body::kEndRoutine:
      return to_world(id, frame, request.end_routine());
    case Body::kClaim:
    case Body::kLogIn:
    case Body::kReadAccount:
    case Body::kEndSession:
    case Body::kMakeToken:
      return to_account(request);
    case Body::kListTournaments:
    case Body::kReadTournament:
    case Body::kOpenTournament:
    case Body::kStopTournament:
    case Body::kResumeTournament:
    case Body::kListMatches:
      return to_tournaments(request);
    case Body::kListLadders:
    case Body::kReadLadder:
    case Body::kJoinLadder:
    case Body::kLeaveLadder:
      return to_ladders(request);
    case Body::kPing:
      return pong(id);
    case Body::BODY_NOT_SET:
      return refuse(id, make_error(v1::ERROR_CODE_UNKNOWN_REQUEST));
  }
}

void Session::pong(std::uint64_t request_id) {
  v1::ServerEnvelope pong;
  pong.mutable_pong();
  send(pong, request_id);
}

void Session::to_house(const v1::ClientEnvelope& request, std::string_view frame) {
  const std::uint64_t id = request.request_id();
  if (request.has_say()) return to_world(id, frame, request.say());
  if (request.has_set_house()) return to_world(id, frame, request.set_house());
  if (request.has_make_invitation()) return to_world(id, frame, request.make_invitation());
  if (request.has_revoke_invitation()) return to_world(id, frame, request.revoke_invitation());
  if (request.has_take_measure()) return to_world(id, frame, request.take_measure());
  to_world(id, frame, request.read_house());
}

void Session::to_account(const v1::ClientEnvelope& request) {
  const std::uint64_t id = request.request_id();
  if (request.has_claim()) return claim(id, request.claim());
  if (request.has_log_in()) return log_in(id, request.log_in());
  if (request.has_end_session()) return end_session(id, request.end_session());
  if (request.has_make_token()) return make_token(id, request.make_token());
  ground_.guests.read(guest_, card_to(id));
}

void Session::hello(std::uint64_t request_id, const v1::Hello& hello) {
  // Once known, hello again is how a guest takes another name; without the token it would make another guest.
  if (known_ && hello.token().empty())
    return refuse(request_id, make_error(v1::ERROR_CODE_BAD_TOKEN,
                                         "To change your name, say hello again with your token.", "hello.token"));
  if (hello.protocol_version() != protocol::kProtocolVersion)
    return refuse(request_id, make_error(v1::ERROR_CODE_VERSION_UNSUPPORTED, "", "hello.protocol_version"));
  // Who it is decides everything after it: nothing more is read until the answer is there.
  connection_->pause();
  ground_.guests.welcome(hello.token(), hello.name(), {guest_.id, counted_as_}, hello.client(),
                         [self = shared_from_this(), request_id](Guests::Answer answer) {
                           boost::asio::post(self->ground_.io, [self, request_id, answer = std::move(answer)] {
                             self->welcome(request_id, answer);
                           });
                         });
}

void Session::welcome(std::uint64_t request_id, const Guests::Answer& answer) {
  if (!connection_) return;
  if (const auto* const error = std::get_if<v1::Error>(&answer)) {
    refuse(request_id, *error);
  } else {
    const auto& welcomed = std::get<Welcomed>(answer);
    if (!take_place(welcomed.guest.id, welcomed.guest.bot)) return;
    known_ = true;
    guest_ = welcomed.guest;
    v1::ServerEnvelope envelope;
    v1::Welcome& welcome = *envelope.mutable_welcome();
    welcome.set_protocol_version(protocol::kProtocolVersion);
    welcome.set_asset_version(ground_.asset_version);
    welcome.set_token(welcomed.token);
    welcome.set_guest_id(std::to_string(guest_.id));
    welcome.set_name(guest_.name);
    welcome.set_server_version(kServerVersion);
    welcome.set_claimed(guest_.claimed);
    send(envelope, request_id);
  }
  connection_->resume();
}

bool Session::take_place(std::uint64_t guest, bool bot) {
  if (place_ && guest_.id == guest) return true;
  place_.reset();
  // Bots apart: one that takes all there are does not keep its owner out.
  constexpr std::uint64_t kOfBots = std::uint64_t{1} << 63U;
  place_ = ground_.by_account.take(bot ? guest | kOfBots : guest, ground_.config.caps.connections_per_account);
  if (place_) return true;
  log::info("guest " + std::to_string(guest) + " has too many connections; one from " + address_ + " is closed");
  close(make_error(v1::ERROR_CODE_RATE_LIMITED, "This account has too many connections at once; close another one."),
        false);
  return false;
}

void Session::log_in(std::uint64_t request_id, const v1::LogIn& wish) {
  // As with hello: who it is decides everything after it.
  connection_->pause();
  ground_.guests.log_in({guest_.id, counted_as_}, wish, [self = shared_from_this(), request_id](Guests::Answer answer) {
    boost::asio::post(self->ground_.io, [self, request_id, answer = std::move(answer)] {
      if (std::holds_alternative<Welcomed>(answer)) self->leave_world();
      if (std::holds_alternative<Welcomed>(answer) && self->ground_.ladders != nullptr)
        self->ground_.ladders->lose(self.get());
      self->welcome(request_id, answer);
      // After it: this connection may have come with the session that made room.
      const auto* const welcomed = std::get_if<Welcomed>(&answer);
      if (welcomed != nullptr && welcomed->ended != 0) self->ground_.ended(welcomed->guest.id, welcomed->ended);
    });
  });
}

std::function<void(Guests::Card)> Session::card_to(std::uint64_t request_id, std::function<void(Session&)> before) {
  // One question about the account at a time: the client feels the others as back-pressure.
  connection_->pause();
  return [self = shared_from_this(), request_id, before = std::move(before)](Guests::Card card) {
    boost::asio::post(self->ground_.io, [self, request_id, before, card = std::move(card)] {
      if (self->connection_) self->connection_->resume();
      if (const auto* const error = std::get_if<v1::Error>(&card)) {
        self->refuse(request_id, *error);
        if (error->code() == v1::ERROR_CODE_SESSION_ENDED) self->close(*error, false);
        return;
      }
      if (before) before(*self);
      v1::ServerEnvelope envelope;
      *envelope.mutable_account() = std::get<v1::Account>(card);
      self->send(envelope, request_id);
    });
  };
}

void Session::claim(std::uint64_t request_id, const v1::Claim& wish) {
  ground_.guests.claim(guest_, counted_as_, wish,
                       card_to(request_id, [](Session& self) { self.guest_.claimed = true; }));
}

void Session::end_session(std::uint64_t request_id, const v1::EndSession& wish) {
  const std::uint64_t session = guest_of(wish.session_id());
  ground_.guests.end_session(
      guest_, session, card_to(request_id, [session](Session& self) { self.ground_.ended(self.guest_.id, session); }));
}

void Session::make_token(std::uint64_t request_id, const v1::MakeToken& wish) {
  ground_.guests.make_token(
      guest_, wish.client(),
      [self = shared_from_this()](std::uint64_t session) {
        boost::asio::post(self->ground_.io, [self, session] { self->ground_.ended(self->guest_.id, session); });
      },
      card_to(request_id));
}

void Session::end_if(std::uint64_t guest, std::uint64_t session) {
  if (known_ && guest_.id == guest && (session == 0 || guest_.session == session))
    close(make_error(v1::ERROR_CODE_SESSION_ENDED), false);
}

void Session::list_worlds(std::uint64_t request_id) {
  v1::ServerEnvelope envelope;
  *envelope.mutable_world_list() = ground_.worlds.list(guest_.id);
  send(envelope, request_id);
}

void Session::create_world(std::uint64_t request_id, const v1::CreateWorld& wish) {
  if (creating_)
    return refuse(request_id, make_error(v1::ERROR_CODE_BUSY, "A world of yours is being founded; wait for it."));
  creating_ = true;
  ground_.worlds.create(
      guest_, counted_as_, wish, [self = shared_from_this(), request_id](std::variant<std::string, v1::Error> created) {
        boost::asio::post(self->ground_.io, [self, request_id, created = std::move(created)] {
          self->creating_ = false;
          if (const auto* const error = std::get_if<v1::Error>(&created)) return self->refuse(request_id, *error);
          v1::ServerEnvelope envelope;
          *envelope.mutable_world_list() = self->ground_.worlds.list(self->guest_.id, std::get<std::string>(created));
          self->send(envelope, request_id);
        });
      });
}

void Session::enter(const v1::ClientEnvelope& request, std::string_view frame) {
  const v1::EnterWorld& wish = request.enter_world();
  auto world = ground_.worlds.find(wish.world());
  if (Worlds::is_shown(wish.world()) && ground_.tournaments != nullptr && !opening_) return open_match(request, frame);
  if (!world) {
    const bool failed = ground_.worlds.has_failed(wish.world());
    return refuse(request.request_id(), make_error(failed ? v1::ERROR_CODE_WORLD_FAILED : v1::ERROR_CODE_UNKNOWN_WORLD,
                                                   "", "enter_world.world"));
  }
  leave_world();
  world_ = std::move(world);
  world_name_ = wish.world();
  to_world(request.request_id(), frame, Enter{wish.resume_after(), wish.epoch(), wish.key()});
}

void Session::open_match(const v1::ClientEnvelope& request, std::string_view frame) {
  opening_ = true;
  ground_.tournaments->open_match(
      request.enter_world().world(),
      [self = shared_from_this(), request, frame = std::string(frame)](const std::optional<v1::Error>& why) {
        if (!self->connection_) return;
        if (why)
          self->refuse(request.request_id(), *why);
        else
          self->enter(request, frame);
        self->opening_ = false;
      });
}

void Session::to_tournaments(const v1::ClientEnvelope& request) {
  const std::uint64_t id = request.request_id();
  if (ground_.tournaments == nullptr) return refuse(id, make_error(v1::ERROR_CODE_UNKNOWN_REQUEST));
  ground_.tournaments->take(guest_, request, [self = shared_from_this(), id](v1::ServerEnvelope answer) {
    if (answer.has_error()) return self->refuse(id, answer.error());
    self->send(answer, id);
  });
}

void Session::to_ladders(const v1::ClientEnvelope& request) {
  const std::uint64_t id = request.request_id();
  if (ground_.ladders == nullptr) return refuse(id, make_error(v1::ERROR_CODE_UNKNOWN_REQUEST));
  v1::ServerEnvelope answer = ground_.ladders->take({guest_, shared_from_this()}, request);
  if (answer.has_error()) return refuse(id, answer.error());
  send(answer, id);
}

void Session::take_seat(const v1::ClientEnvelope& request, std::string_view frame) {
  Sit sit;
  if (request.take_seat().seat_id() != 0) {
    sit.seat = protocol::from_wire<rules::HouseholdId>(request.take_seat().seat_id());
  } else if (const auto role = protocol::from_wire(request.take_seat().role())) {
    sit.role = *role;
  } else {
    return refuse(request.request_id(),
                  make_error(v1::ERROR_CODE_MALFORMED, "Name a role or a seat.", "take_seat.role"));
  }
  to_world(request.request_id(), frame, sit);
}

void Session::act(const v1::ClientEnvelope& request, std::string_view frame) {
  auto action = protocol::decode(request.act());
  if (!action) return refuse(request.request_id(), make_error(action.error()));
  if (auto* const founding = std::get_if<rules::FoundEnterprise>(&*action)) {
    auto name = sound_name(founding->name, 3, 40);  // as the rules count them
    if (!name)
      return refuse(request.request_id(),
                    make_error(v1::ERROR_CODE_BAD_ENTERPRISE_NAME, "", "act.found_enterprise.name"));
    founding->name = std::move(*name);
  }
  to_world(request.request_id(), frame, Act{std::move(*action)});
}

void Session::set_routine(const v1::ClientEnvelope& request, std::string_view frame) {
  const v1::SetRoutine& wish = request.set_routine();
  auto action = protocol::decode(wish.action());
  if (!action) return refuse(request.request_id(), within_routine(make_error(action.error())));
  to_world(request.request_id(), frame, Keep{wish.routine_id(), std::move(*action), wish.stops()});
}

void Session::ask_forecast(const v1::ClientEnvelope& request, std::string_view frame) {
  auto draft = protocol::decode(request.ask_forecast());
  if (!draft) return refuse(request.request_id(), make_error(draft.error()));
  to_world(request.request_id(), frame, AskForecast{std::move(*draft)});
}

void Session::ask_why(const v1::ClientEnvelope& request, std::string_view frame) {
  const auto question = protocol::decode(request.ask_why());
  if (!question) return refuse(request.request_id(), make_error(question.error()));
  to_world(request.request_id(), frame, AskWhy{*question});
}

void Session::to_world(std::uint64_t request_id, std::string_view frame, WorldRequest request) {
  if (!world_) return refuse(request_id, make_error(v1::ERROR_CODE_NOT_IN_WORLD));
  const bool entering = std::holds_alternative<Enter>(request);
  Caller caller{.guest = guest_.id,
                .name = guest_.name,
                .address = counted_as_,
                .claimed = guest_.claimed,
                .request_id = request_id,
                .content = RequestMemory::content_of(frame),
                .to = shared_from_this(),
                .place = nullptr};
  if (world_->offer(std::move(caller), std::move(request))) return;
  if (entering) world_.reset();
  refuse(request_id, make_error(v1::ERROR_CODE_BUSY));
}

void Session::leave_world() {
  if (!world_) return;
  world_->go(guest_.id, shared_from_this());
  world_.reset();
}

void Session::send(v1::ServerEnvelope& envelope, std::uint64_t request_id) {
  envelope.set_request_id(request_id);
  if (connection_) connection_->send(frame_of(envelope, mapping_));
}

void Session::refuse(std::uint64_t request_id, const v1::Error& error) {
  ground_.metrics.refused(error.code());
  v1::ServerEnvelope envelope;
  *envelope.mutable_error() = error;
  send(envelope, request_id);
}

SharedBytes Session::goodbye(const v1::Error& reason, bool reconnect) const {
  v1::ServerEnvelope envelope;
  *envelope.mutable_goodbye()->mutable_reason() = reason;
  envelope.mutable_goodbye()->set_reconnect(reconnect);
  return frame_of(envelope, mapping_);
}

void Session::close(const v1::Error& reason, bool reconnect) {
  if (connection_) connection_->close(goodbye(reason, reconnect));
}

}  // namespace tt::server
