#include "server/log.hpp"

#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <memory>
#include <mutex>

namespace tt::server::log {
namespace {

constexpr char kPlainPattern[] = "%Y-%m-%d %H:%M:%S.%e %l %*";

/// What was said, as it is or in quotes.
class Words final : public spdlog::custom_flag_formatter {
 public:
  explicit Words(bool in_quotes) : in_quotes_(in_quotes) {}
  void format(const spdlog::details::log_msg& message, const std::tm&, spdlog::memory_buf_t& to) override {
    const std::string_view said(message.payload.data(), message.payload.size());
    std::string text = quoted(said);
    if (!in_quotes_) text = text.substr(1, text.size() - 2);
    to.append(text.data(), text.data() + text.size());
  }
  [[nodiscard]] std::unique_ptr<custom_flag_formatter> clone() const override {
    return spdlog::details::make_unique<Words>(in_quotes_);
  }

 private:
  bool in_quotes_;
};

std::unique_ptr<spdlog::formatter> formatter_of(const char* pattern, bool in_quotes) {
  auto formatter = std::make_unique<spdlog::pattern_formatter>(spdlog::pattern_time_type::utc);
  formatter->add_flag<Words>('*', in_quotes).set_pattern(pattern);
  return formatter;
}

spdlog::logger& logger() {
  static const std::shared_ptr<spdlog::logger> kLogger = [] {
    auto made = std::make_shared<spdlog::logger>("technotariat", std::make_shared<spdlog::sinks::stderr_sink_mt>());
    made->set_formatter(formatter_of(kPlainPattern, false));
    return made;
  }();
  return *kLogger;
}

}  // namespace

std::string quoted(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7F)
      out.append("\\u00").append({kDigits[byte >> 4U], kDigits[byte & 15U]});
    else if (c == '"' || c == '\\')
      out.append("\\") += c;
    else
      out += c;
  }
  return out + '"';
}

void use(Format format) {
  switch (format) {
    case Format::kPlain:
      return logger().set_formatter(formatter_of(kPlainPattern, false));
    case Format::kPairs:
      return logger().set_formatter(formatter_of("time=%Y-%m-%dT%H:%M:%S.%eZ level=%l event=%*", true));
    case Format::kJson:
      return logger().set_formatter(
          formatter_of("{\"time\":\"%Y-%m-%dT%H:%M:%S.%eZ\",\"level\":\"%l\",\"event\":%*}", true));
  }
}

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
