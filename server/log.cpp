#include "server/log.hpp"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <memory>
#include <mutex>

namespace tt::server::log {
namespace {

spdlog::logger& logger() {
  static const std::shared_ptr<spdlog::logger> kLogger = [] {
    auto made = std::make_shared<spdlog::logger>("technotariat", std::make_shared<spdlog::sinks::stderr_sink_mt>());
    made->set_pattern("%Y-%m-%d %H:%M:%S.%e %l %v");
    return made;
  }();
  return *kLogger;
}

}  // namespace

void info(std::string_view line) {
  logger().info(line);
}
void warn(std::string_view line) {
  logger().warn(line);
}
void error(std::string_view line) {
  logger().error(line);
}
void quiet() {
  logger().set_level(spdlog::level::warn);
}

}  // namespace tt::server::log
