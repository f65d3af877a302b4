#include "tests/simulation/fake_client.hpp"

#include <iterator>
#include <stdexcept>
#include <utility>

#include "protocol/codec/envelope.hpp"
#include "protocol/limits.hpp"

namespace tt::test {
namespace {

/// Without an answer for so long it gives the connection up.
constexpr std::int64_t kPatienceMs = 5'000;

/// Refusals that say nothing about the request: the same may be asked again.
bool is_passing(v1::ErrorCode code) {
  return code == v1::ERROR_CODE_BUSY || code == v1::ERROR_CODE_WORLD_FAILED || code == v1::ERROR_CODE_RATE_LIMITED ||
         code == v1::ERROR_CODE_NOT_IN_WORLD || code == v1::ERROR_CODE_MALFORMED ||
         code == v1::ERROR_CODE_UNKNOWN_REQUEST || code == v1::ERROR_CODE_HELLO_REQUIRED;
}

}  // namespace

void FakeClient::complain(const std::string& what) const {
  throw std::runtime_error(name_ + ": " + what);
}

void FakeClient::lose() {
  if (link_) link_->cut();
  link_.reset();
  stage_ = Stage::kAway;
  awaiting_copy_ = true;
  wait(calm_ ? 10 : draws_.between(50, 2'000));
}

void FakeClient::crash() {
  if (draws_.one_in(2)) {
    epoch_.clear();
    sequence_ = 0;
  }
  lose();
}

void FakeClient::calm_down() {
  calm_ = orderly_ = true;
  lose();
}

void FakeClient::watch_anew() {
  sequence_ = 0;
  enter();
}

void FakeClient::send(v1::ClientEnvelope& envelope) {
  if (envelope.request_id() == 0) envelope.set_request_id(++last_id_);
  link_->send_to_server(protocol::serialise(envelope, protocol::Mapping::kBinary));
  wait(kPatienceMs);
}

void FakeClient::tend(FakeProcess* process) {
  if (link_ && !link_->is_open()) return lose();
  if (clock_.now() < wake_) return;
  if (!link_ && process == nullptr) return wait(500);
  if (!link_) {
    link_ = std::make_shared<Link>(clock_, draws_, orderly_);
    if (calm_) link_->heal();
    link_->connect(process->new_session(protocol::Mapping::kBinary));
    stage_ = Stage::kHello;
    v1::ClientEnvelope hello;
    hello.mutable_hello()->set_protocol_version(protocol::kProtocolVersion);
    hello.mutable_hello()->set_token(token_);
    hello.mutable_hello()->set_name(name_);
    send(hello);
    asked_ = hello.request_id();
    return;
  }
  if (!in_the_world()) return lose();
  ask_something();
}

void FakeClient::enter() {
  stage_ = Stage::kEntering;
  awaiting_copy_ = true;
  v1::ClientEnvelope request;
  request.mutable_enter_world()->set_world("town");
  request.mutable_enter_world()->set_resume_after(sequence_);
  request.mutable_enter_world()->set_epoch(epoch_);
  send(request);
  asked_ = request.request_id();
}

void FakeClient::ask_something() {
  if (pending_) return send(*pending_);
  if (calm_) return wait(kPatienceMs);
  v1::ClientEnvelope request;
  if (!promises_.empty() && draws_.one_in(4)) {
    // One that was answered long ago: the same promise has to come again, and nothing else.
    auto at = kept_.begin();
    std::advance(at, draws_.below(static_cast<std::int64_t>(kept_.size())));
    request = at->second;
  } else if (!seated_) {
    constexpr v1::Role kRoles[] = {v1::ROLE_CAPITALIST, v1::ROLE_MEMBER, v1::ROLE_WORKER};
    request.mutable_take_seat()->set_role(draws_.pick(kRoles));
  } else if (draws_.one_in(6)) {
    request.mutable_set_ready()->set_ready(true);
    request.mutable_set_ready()->set_tick(tick_);
  } else if (draws_.one_in(6)) {
    request.mutable_say()->set_channel(v1::CHAT_CHANNEL_WORLD);
    request.mutable_say()->set_text("Number " + std::to_string(last_id_));
  } else if (draws_.one_in(20)) {
    request.mutable_leave_seat();
  } else if (draws_.one_in(3)) {
    request.mutable_act()->mutable_set_spending()->set_share_bp(static_cast<std::uint32_t>(draws_.below(20'000)));
  } else {
    request.mutable_act()->mutable_set_effort()->set_effort_bp(
        static_cast<std::uint32_t>(draws_.between(1'000, 13'000)));
  }
  if (request.request_id() == 0) request.set_request_id(++last_id_);
  pending_ = std::move(request);
  send(*pending_);
  // An impatient one: asks again before the answer can be there.
  if (draws_.one_in(8)) send(*pending_);
}

void FakeClient::see(const v1::WorldInfo& world) {
  const auto [told, fresh] = hashes_.try_emplace(world.tick(), world.state_hash());
  if (!fresh && told->second != world.state_hash())
    complain("tick " + std::to_string(world.tick()) + " had another state before");
  if (world.tick() < tick_ && orderly_) complain("a tick that was told is not there any more");
  tick_ = world.tick();
}

void FakeClient::take(const std::string& frame) {
  const auto envelope = protocol::parse_server(frame, protocol::Mapping::kBinary);
  if (!envelope || envelope->has_goodbye()) return lose();
  if (envelope->has_snapshot()) {
    if (stage_ != Stage::kInWorld || !awaiting_copy_) return;
    copy_.take(envelope->snapshot());
    see(envelope->snapshot().world());
    sequence_ = envelope->sequence();
    awaiting_copy_ = false;
    return wait(draws_.below(600));
  }
  if (envelope->has_delta()) {
    if (stage_ != Stage::kInWorld || awaiting_copy_ || envelope->sequence() <= sequence_) {
      if (orderly_ && in_the_world()) complain("a public frame came twice");
      return;
    }
    if (envelope->sequence() != sequence_ + 1) {
      if (orderly_) complain("a public frame is missing");
      return enter();
    }
    copy_.take(envelope->delta());
    if (envelope->delta().has_world()) see(envelope->delta().world());
    ++sequence_;
    return;
  }
  if (envelope->request_id() != 0) take_answer(*envelope);
}

void FakeClient::take_answer(const v1::ServerEnvelope& envelope) {
  const std::uint64_t id = envelope.request_id();
  if (envelope.has_welcome() && stage_ == Stage::kHello && id == asked_) {
    const std::uint64_t guest = std::stoull(envelope.welcome().guest_id());
    if (guest_ != 0 && guest != guest_) complain("welcomed as somebody else");
    guest_ = guest;
    token_ = envelope.welcome().token();
    return enter();
  }
  if (envelope.has_entered() && stage_ == Stage::kEntering && id == asked_) {
    stage_ = Stage::kInWorld;
    seated_ = envelope.entered().seat_id() != 0;
    awaiting_copy_ = !envelope.entered().resumed();
    epoch_ = envelope.entered().epoch();
    return wait(awaiting_copy_ ? kPatienceMs : draws_.below(600));
  }
  if (envelope.has_receipt()) return take_receipt(id, envelope.receipt());
  if (envelope.has_error()) return take_error(envelope);
}

void FakeClient::take_receipt(std::uint64_t id, const v1::Receipt& receipt) {
  const auto before = promises_.find(id);
  if (before != promises_.end() &&
      (before->second.index != receipt.journal_index() || before->second.tick != receipt.tick()))
    complain("request " + std::to_string(id) + " was promised entry " + std::to_string(before->second.index) +
             " and now " + std::to_string(receipt.journal_index()));
  if (!pending_ || pending_->request_id() != id) return;
  if (receipt.journal_index() != 0) {
    if (orderly_ && before == promises_.end() && !promises_.empty() &&
        promises_.rbegin()->second.index >= receipt.journal_index())
      complain("a later request has an earlier place");
    promises_[id] = {receipt.journal_index(), receipt.tick()};
    kept_[id] = *pending_;
    if (before == promises_.end() && pending_->has_take_seat()) seated_ = true;
    if (before == promises_.end() && pending_->has_leave_seat()) seated_ = false;
  }
  pending_.reset();
  wait(draws_.below(600));
}

void FakeClient::take_error(const v1::ServerEnvelope& envelope) {
  const std::uint64_t id = envelope.request_id();
  const v1::ErrorCode code = envelope.error().code();
  if (code == v1::ERROR_CODE_BAD_TOKEN && orderly_) complain("the token is not known any more");
  if (code == v1::ERROR_CODE_REQUEST_ID_REUSED) complain("a request sent again was taken for another");
  if (code == v1::ERROR_CODE_WORLD_FAILED) {
    // If this is its host the world is loaded again.
    v1::ClientEnvelope again;
    again.mutable_set_clock();
    send(again);
    return wait(draws_.between(200, 1'500));
  }
  if ((stage_ == Stage::kHello || stage_ == Stage::kEntering) && id == asked_) return lose();
  if (!pending_ || pending_->request_id() != id) return;
  if (is_passing(code)) {
    if (code == v1::ERROR_CODE_NOT_IN_WORLD) return enter();
    return wait(draws_.between(200, 1'500));
  }
  if (promises_.contains(id)) complain("what was promised is refused: " + envelope.error().ShortDebugString());
  if (code == v1::ERROR_CODE_NOT_SEATED) seated_ = false;
  if (code == v1::ERROR_CODE_ALREADY_SEATED) seated_ = true;
  pending_.reset();
  wait(draws_.below(600));
}

}  // namespace tt::test
