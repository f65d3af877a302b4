#include "server/ladder/ladders.hpp"

#include <algorithm>
#include <array>
#include <boost/asio/post.hpp>
#include <utility>

#include "protocol/codec/errors.hpp"
#include "server/log.hpp"

namespace tt::server {
namespace {

namespace v1 = technotariat::v1;

struct Kind {
  std::string_view file;
  std::string_view type;
};
constexpr std::array<Kind, 4> kFiles{{{"standings.csv", "text/csv; charset=utf-8"},
                                      {"standings.json", "application/json"},
                                      {"matches.csv", "text/csv; charset=utf-8"},
                                      {"matches.json", "application/json"}}};

v1::ServerEnvelope told(Ladder::Answer answer) {
  v1::ServerEnvelope envelope;
  if (auto* const error = std::get_if<v1::Error>(&answer))
    *envelope.mutable_error() = std::move(*error);
  else
    *envelope.mutable_ladder_place() = std::move(std::get<v1::LadderPlace>(answer));
  return envelope;
}

v1::ServerEnvelope refusal(v1::ErrorCode code, std::string_view field = {}) {
  v1::ServerEnvelope envelope;
  *envelope.mutable_error() = protocol::make_error(code, "", field);
  return envelope;
}

}  // namespace

Ladders::Ladders(LadderGround ground, const std::vector<LadderPlan>& plans) : ground_(std::move(ground)) {
  for (const LadderPlan& plan : plans) ladders_.push_back(std::make_unique<Ladder>(ground_, plan));
}

void Ladders::load() {
  std::erase_if(ladders_, [](const std::unique_ptr<Ladder>& ladder) {
    const auto loaded = ladder->load();
    if (!loaded) log::error("ladder " + ladder->name() + " is closed: " + loaded.error().text());
    return !loaded;
  });
}

void Ladders::start() {
  for (const auto& ladder : ladders_) ladder->start();
}

void Ladders::stop() {
  for (const auto& ladder : ladders_) ladder->stop();
}

Ladder* Ladders::find(std::string_view name) {
  const auto at = std::find_if(ladders_.begin(), ladders_.end(), [&](const auto& one) { return one->name() == name; });
  return at == ladders_.end() ? nullptr : at->get();
}

v1::ServerEnvelope Ladders::take(const LadderAsker& asker, const v1::ClientEnvelope& request) {
  using Body = v1::ClientEnvelope;
  v1::ServerEnvelope envelope;
  const auto with = [&](const std::string& name, const char* field, const auto& answer) {
    Ladder* const ladder = find(name);
    return ladder == nullptr ? refusal(v1::ERROR_CODE_UNKNOWN_LADDER, field) : answer(*ladder);
  };
  switch (static_cast<int>(request.body_case())) {
    case Body::kListLadders:
      envelope.mutable_ladder_list();
      for (const auto& ladder : ladders_) *envelope.mutable_ladder_list()->add_ladders() = ladder->summary();
      return envelope;
    case Body::kReadLadder:
      return with(request.read_ladder().name(), "read_ladder.name", [&](Ladder& ladder) {
        *envelope.mutable_ladder() = ladder.card(asker);
        return envelope;
      });
    case Body::kJoinLadder:
      return with(request.join_ladder().name(), "join_ladder.name",
                  [&](Ladder& ladder) { return told(ladder.join(asker, request.join_ladder().bot())); });
    case Body::kLeaveLadder:
      return with(request.leave_ladder().name(), "leave_ladder.name",
                  [&](Ladder& ladder) { return told(ladder.leave(asker, request.leave_ladder().bot())); });
  }
  return refusal(v1::ERROR_CODE_UNKNOWN_REQUEST);
}

void Ladders::lose(const Subscriber* connection) {
  for (const auto& ladder : ladders_) ladder->lose(connection);
}

void Ladders::hear(const WorldNews& news) {
  if (!std::holds_alternative<WorldEnded>(news.what) || !news.world.starts_with(kMatchPrefix)) return;
  boost::asio::post(ground_.io, [this, world = news.world] {
    for (const auto& ladder : ladders_) ladder->world_ended(world);
  });
}

std::optional<StoredFile> Ladders::file(std::string_view path) {
  if (!path.starts_with(kFolder)) return std::nullopt;
  path.remove_prefix(kFolder.size());
  const std::size_t slash = path.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  const auto kind =
      std::find_if(kFiles.begin(), kFiles.end(), [&](const Kind& one) { return one.file == path.substr(slash + 1); });
  Ladder* const ladder = find(path.substr(0, slash));
  if (kind == kFiles.end() || ladder == nullptr) return std::nullopt;
  return StoredFile{kind->type, false,
                    [ladder, file = std::string(kind->file)](const auto& then) { ladder->fetch(file, then); }};
}

}  // namespace tt::server
