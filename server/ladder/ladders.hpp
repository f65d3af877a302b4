// All ladders of a host, and the requests about them. Network thread only, but for `load` and `hear`.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/http/stored_file.hpp"
#include "server/ladder/ladder.hpp"
#include "server/world/news.hpp"

namespace tt::server {

class Ladders {
 public:
  /// All must outlive this; `plans` are kept by reference.
  Ladders(LadderGround ground, const std::vector<LadderPlan>& plans);

  /// Opens their files, on the calling thread, before the others run. One that cannot be opened is left out, and the
  /// log says why.
  void load();
  void start();
  void stop();

  /// The answer to a request about ladders, `error` included; news follow at the asker's connection.
  [[nodiscard]] technotariat::v1::ServerEnvelope take(const LadderAsker& asker,
                                                      const technotariat::v1::ClientEnvelope& request);
  /// That connection has closed, or is another guest's now.
  void lose(const Subscriber* connection);
  /// From any thread.
  void hear(const WorldNews& news);

  /// Of /ladder/NAME/FILE.
  [[nodiscard]] std::optional<StoredFile> file(std::string_view path);
  static constexpr std::string_view kFolder = "/ladder/";

 private:
  [[nodiscard]] Ladder* find(std::string_view name);

  LadderGround ground_;
  std::vector<std::unique_ptr<Ladder>> ladders_;
};

}  // namespace tt::server
