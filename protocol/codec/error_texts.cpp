// The words of every error code. Exhaustive on purpose: a new code without words does not compile.
#include "protocol/codec/errors.hpp"

namespace tt::protocol {

namespace {

std::string_view ladder_text(v1::ErrorCode code) {
  switch (static_cast<int>(code)) {
    case v1::ERROR_CODE_UNKNOWN_LADDER:
      return "There is no ladder of that name; list them to see which there are.";
    case v1::ERROR_CODE_AT_A_TABLE:
      return "You have a match of this ladder under way; play it to its end first.";
    case v1::ERROR_CODE_LADDER_FULL:
      return "This ladder's queue is full, or you have as many bots on it as one may have.";
  }
  return "";
}

std::string_view tournament_text(v1::ErrorCode code) {
  switch (static_cast<int>(code)) {
    case v1::ERROR_CODE_UNKNOWN_TOURNAMENT:
      return "There is no tournament of that name; list them to see which there are.";
    case v1::ERROR_CODE_MAY_NOT_OPEN:
      return "This server's host has not allowed you to open tournaments.";
    case v1::ERROR_CODE_NOT_OPENER:
      return "Only whoever opened this tournament can do that.";
    case v1::ERROR_CODE_TOURNAMENT_LIMIT:
      return "There are as many tournaments as there may be: wait for yours to end, or ask the host to clear old ones "
             "away.";
    case v1::ERROR_CODE_BAD_TOURNAMENT:
      return "Such a tournament cannot be played; choose otherwise.";
  }
  return ladder_text(code);
}

std::string_view house_text(v1::ErrorCode code) {
  switch (static_cast<int>(code)) {
    case v1::ERROR_CODE_KEY_NEEDED:
      return "This world is private: you need an invitation or its password.";
    case v1::ERROR_CODE_BAD_KEY:
      return "That is neither the world's password nor an invitation that is still good; ask its host for a new one.";
    case v1::ERROR_CODE_BANNED:
      return "The hosts of this world have shut you out.";
    case v1::ERROR_CODE_WATCHING_ONLY:
      return "You are invited to watch here; ask a host for a seat.";
    case v1::ERROR_CODE_ACCOUNT_NEEDED:
      return "A seat in this world needs an account: choose a passphrase under \"Account\" first.";
    case v1::ERROR_CODE_MUTED:
      return "A host has muted you in this world.";
    case v1::ERROR_CODE_CHAT_OFF:
      return "There is no chat in this world.";
    case v1::ERROR_CODE_BAD_TEXT:
      return "A line of chat has 1 to 280 visible characters.";
    case v1::ERROR_CODE_UNKNOWN_GUEST:
      return "Nobody of that number is known in this world.";
    case v1::ERROR_CODE_NOT_MODERATOR:
      return "Only a host may do that, and only to somebody who stands below.";
    case v1::ERROR_CODE_SHOWN_OUT:
      return "A host has shown you out of this world.";
    case v1::ERROR_CODE_INVITATION_LIMIT:
      return "This world has as many open invitations as it can have; revoke one first.";
    case v1::ERROR_CODE_BAD_PASSWORD:
      return "A password has 8 to 64 characters.";
    case v1::ERROR_CODE_NOT_YOURS_TO_SEE:
      return "Until the world has ended, you see the own part of your own seat only, and only of ticks in which you "
             "had it.";
    case v1::ERROR_CODE_ROUTINE_LIMIT:
      return "Eight things at once are kept up for a seat; end one of them first.";
    case v1::ERROR_CODE_UNKNOWN_ROUTINE:
      return "You keep up nothing of that number; it may have been ended.";
    case v1::ERROR_CODE_NAME_TAKEN:
      return "Somebody in this world has that name, or one that looks like it; choose another.";
    case v1::ERROR_CODE_GET_UP_FIRST:
      return "You have a seat in this world, and this link is for watching only. Enter without it; to watch instead, "
             "get "
             "up first.";
    case v1::ERROR_CODE_PAST_UNREADABLE:
      return "The past of this world cannot be read from its file; the host's log says why.";
    case v1::ERROR_CODE_BAD_LOGIN:
      return "A login has 3 to 24 of the letters a to z, digits, \"-\", \"_\" and \".\".";
    case v1::ERROR_CODE_BAD_PASSPHRASE:
      return "A passphrase has 10 to 128 characters.";
    case v1::ERROR_CODE_LOGIN_TAKEN:
      return "Somebody has that login; choose another.";
    case v1::ERROR_CODE_WRONG_SECRET:
      return "Login and passphrase do not go together. Try again, or use your recovery code.";
    case v1::ERROR_CODE_UNKNOWN_SESSION:
      return "That is no session of yours.";
    case v1::ERROR_CODE_SESSION_ENDED:
      return "This session was ended from another device.";
    case v1::ERROR_CODE_NOT_FOR_BOTS:
      return "A bot's token plays, and has no say over the account; use a device where you have logged in.";
  }
  return tournament_text(code);
}

std::string_view session_text(v1::ErrorCode code) {
  switch (static_cast<int>(code)) {
    case v1::ERROR_CODE_MALFORMED:
      return "The message could not be read; check it against the protocol.";
    case v1::ERROR_CODE_TOO_LARGE:
      return "The frame is larger than 8192 bytes; send one request a frame.";
    case v1::ERROR_CODE_UNKNOWN_REQUEST:
      return "This server does not know that request; it may be older than the client.";
    case v1::ERROR_CODE_RATE_LIMITED:
      return "Too many requests; wait a moment and send fewer.";
    case v1::ERROR_CODE_BUSY:
      return "The server is busy; send the same request with the same id again in a moment.";
    case v1::ERROR_CODE_HELLO_REQUIRED:
      return "Say hello first: the first request on a connection is hello.";
    case v1::ERROR_CODE_VERSION_UNSUPPORTED:
      return "This server speaks protocol version 1; update the client.";
    case v1::ERROR_CODE_BAD_TOKEN:
      return "That token is not known here; say hello with an empty token to come as a new guest.";
    case v1::ERROR_CODE_BAD_NAME:
      return "A name has 1 to 24 visible characters of one script, and no space at either end.";
    case v1::ERROR_CODE_GUEST_LIMIT:
      return "So many new guests have come from your address of late that there is no room for another; try again in "
             "some "
             "minutes.";
    case v1::ERROR_CODE_FOUNDING_LIMIT:
      return "So many worlds have been founded from your address of late that it has to wait; join one of them, or try "
             "again in an hour.";
    case v1::ERROR_CODE_UNKNOWN_WORLD:
      return "There is no world of that name; list the worlds to see which there are.";
    case v1::ERROR_CODE_NOT_IN_WORLD:
      return "Enter a world first.";
    case v1::ERROR_CODE_SEAT_TAKEN:
      return "Somebody sits there already; choose another seat.";
    case v1::ERROR_CODE_NO_FREE_SEAT:
      return "No seat of that kind is free; try another role or watch.";
    case v1::ERROR_CODE_NOT_SEATED:
      return "Take a seat first.";
    case v1::ERROR_CODE_ALREADY_SEATED:
      return "You have a seat in this world already; leave it before taking another.";
    case v1::ERROR_CODE_UNKNOWN_SEAT:
      return "There is no such seat in this world.";
    case v1::ERROR_CODE_WORLD_FAILED:
      return "This world stopped because of a fault; its host has to repair or restore it.";
    case v1::ERROR_CODE_REQUEST_ID_REUSED:
      return "That request id was used for another request; use a new id.";
    case v1::ERROR_CODE_NOT_HOST:
      return "Only the host of this world can do that.";
    case v1::ERROR_CODE_WORLD_LIMIT:
      return "This server has as many worlds as it can hold; join one of them.";
    case v1::ERROR_CODE_UNSPECIFIED:
      return "";
  }
  return house_text(code);
}

}  // namespace

std::string_view standard_text(v1::ErrorCode code) {
  if (code <= kRejectionBase) return session_text(code);
  if (code >= kRejectionBase + rules::kRejections) return "";
  return rules::describe(static_cast<rules::Rejection>(static_cast<int>(code) - kRejectionBase)).text;
}

}  // namespace tt::protocol
