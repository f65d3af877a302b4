// A finished world to take home: its file without what is nobody else's business, made once, off the strand, and
// offered for download.
#include <boost/asio/post.hpp>
#include <fstream>
#include <iterator>
#include <utility>

#include "persistence/copies.hpp"
#include "protocol/codec/errors.hpp"
#include "server/http/downloads.hpp"
#include "server/log.hpp"
#include "server/world/world_actor.hpp"

namespace tt::server {
namespace {

using persistence::Failure;
using persistence::Result;
using protocol::make_error;

/// The bytes of the copy that may be given away, made of a whole one. Both files are gone afterwards.
Result<std::string> without_secrets(const std::filesystem::path& whole) {
  const std::filesystem::path given = whole.string() + ".given";
  const auto made = [&]() -> Result<std::string> {
    auto file = persistence::WorldFile::open(whole);
    if (!file) return file.error();
    const auto copied = persistence::copy_world(*file, given, {.name = {}, .until_tick = {}, .without_secrets = true});
    if (!copied) return copied.error();
    std::ifstream in(given, std::ios::binary);
    std::string content(std::istreambuf_iterator<char>(in), {});
    if (!in) return Failure("The copy cannot be read.", given.string(), "Look at the disk.");
    return content;
  }();
  std::error_code ignored;
  std::filesystem::remove(whole, ignored);
  std::filesystem::remove(given, ignored);
  return made;
}

}  // namespace

void WorldActor::on(const Caller& caller, const v1::AskCopy&) {
  const auto no = [&](v1::ErrorCode code, std::string_view text) { refuse(caller, make_error(code, text), false); };
  if (!world_.finished)
    return no(v1::ERROR_CODE_NOT_YOURS_TO_SEE,
              "A world can be taken home when it has ended: until then it has secrets.");
  if (!is_host(caller) && seat_of(caller.guest) == nullptr)
    return no(v1::ERROR_CODE_NOT_YOURS_TO_SEE, "Whoever hosts this world or has a seat in it can take it home.");
  if (parts_.copies.downloads == nullptr || !journal_) return no(v1::ERROR_CODE_BUSY, "No copies are made here.");
  if (!copy_.path().empty() && parts_.copies.downloads->find(copy_.path())) {
    v1::ServerEnvelope envelope;
    *envelope.mutable_world_copy() = copy_;
    return answer(caller, std::move(envelope));
  }
  awaiting_copy_.push_back(caller);
  if (awaiting_copy_.size() == 1) make_copy();
}

void WorldActor::make_copy() {
  std::error_code ec;
  std::filesystem::create_directories(parts_.copies.folder, ec);
  const auto whole = parts_.copies.folder / (parts_.name + '-' + parts_.epoch);
  // The disk copies pages, which is quick; writing the journal anew is not, and is done on the pool.
  journal_->copy_to(whole, [self = shared_from_this(), whole](const Result<void>& copied) {
    boost::asio::post(self->strand_.get_inner_executor(), [self, whole, copied] {
      auto content = copied ? without_secrets(whole) : Result<std::string>(copied.error());
      boost::asio::post(self->strand_, [self, content = std::move(content)] { self->offer_copy(content); });
    });
  });
}

void WorldActor::offer_copy(const Result<std::string>& content) {
  copy_.Clear();
  if (content) {
    copy_.set_path(parts_.copies.downloads->offer(parts_.name + ".world", *content));
    copy_.set_bytes(static_cast<std::uint32_t>(content->size()));
  } else {
    log::error("a copy of world " + parts_.name + ": " + content.error().text());
  }
  for (const Caller& caller : std::exchange(awaiting_copy_, {})) {
    if (copy_.path().empty()) {
      refuse(caller,
             make_error(v1::ERROR_CODE_PAST_UNREADABLE,
                        content ? "This world is too large to be fetched; its host can export it."
                                : "The copy could not be made; the host's log says why."),
             false);
      continue;
    }
    v1::ServerEnvelope envelope;
    *envelope.mutable_world_copy() = copy_;
    answer(caller, std::move(envelope));
  }
}

}  // namespace tt::server
