#include "server/hooks/hook_plan.hpp"

#include <algorithm>
#include <boost/url/src.hpp>
#include <fstream>
#include <iterator>

namespace tt::server {
namespace {

using persistence::Failure;
using persistence::Result;

constexpr char kBetterSecret[] = "Write 16 to 256 bytes, such as from: openssl rand -hex 32";

}  // namespace

std::optional<HookAddress> parse_hook_address(std::string_view url) {
  const auto parsed = boost::urls::parse_uri(boost::urls::string_view(url.data(), url.size()));
  if (!parsed) return std::nullopt;
  const auto& parts = parsed.value();
  const bool tls = parts.scheme_id() == boost::urls::scheme::https;
  if (!tls && parts.scheme_id() != boost::urls::scheme::http) return std::nullopt;
  if (parts.has_userinfo() || parts.has_fragment() || parts.encoded_host().empty()) return std::nullopt;
  if (parts.has_port() && parts.port_number() == 0) return std::nullopt;
  const std::string host(parts.encoded_host());
  if (host.find('%') != std::string::npos) return std::nullopt;  // no name of a machine is written so
  HookAddress address;
  address.tls = tls;
  address.host = host.front() == '[' ? host.substr(1, host.size() - 2) : host;
  address.port = parts.has_port() ? std::to_string(parts.port_number()) : tls ? "443" : "80";
  address.header = host + (parts.has_port() ? ":" + address.port : "");
  address.target = parts.encoded_path().empty() ? std::string("/") : std::string(parts.encoded_path());
  if (parts.has_query()) address.target.append("?").append(parts.encoded_query());
  return address;
}

Result<std::string> secret_of(const HookPlan& plan) {
  std::string secret = plan.secret;
  const std::string where = plan.secret_file.string();
  if (!plan.secret_file.empty()) {
    std::error_code ec;
    std::ifstream file(plan.secret_file, std::ios::binary);
    if (!file || !std::filesystem::is_regular_file(plan.secret_file, ec))
      return Failure{"The secret of a webhook cannot be read.", where,
                     "Check the path, and that the server's account may read it."};
    secret.resize(kHookSecretBytesMax + 2);
    file.read(secret.data(), static_cast<std::streamsize>(secret.size()));
    secret.resize(static_cast<std::size_t>(file.gcount()));
    if (secret.ends_with('\n')) secret.pop_back();
    if (secret.ends_with('\r')) secret.pop_back();
  } else if (secret.empty()) {
    return secret;
  }
  if (secret.size() < kHookSecretBytesMin)
    return Failure{"The secret of a webhook is too short.", where, kBetterSecret};
  if (secret.size() > kHookSecretBytesMax) return Failure{"The secret of a webhook is too long.", where, kBetterSecret};
  return secret;
}

std::vector<std::string> doubts_about(const std::vector<HookPlan>& plans, const std::vector<std::string>& worlds) {
  std::vector<std::string> doubts;
  for (const HookPlan& plan : plans)
    if (plan.world != "*" && std::find(worlds.begin(), worlds.end(), plan.world) == worlds.end())
      doubts.push_back("A webhook names the world '" + plan.world +
                       "', and there is none here; it hears nothing until one of that name is founded.");
  return doubts;
}

}  // namespace tt::server
