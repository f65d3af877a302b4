// News as the message a receiver gets: docs/webhooks.md is its description.
#pragma once

#include <string>

#include "server/hooks/hook_plan.hpp"
#include "server/world/news.hpp"

namespace tt::server {

struct HookMessage {
  HookEvent event = HookEvent::kTurnOpen;
  std::string id;    ///< of the event: the same in every try, and after a restart; safe in a header
  std::string body;  ///< JSON
};

[[nodiscard]] HookMessage message_of(const WorldNews& news);

/// "sha256=" and the HMAC-SHA256, in hexadecimal, of timestamp + "." + body under the secret.
[[nodiscard]] std::string signature_of(const std::string& secret, const std::string& timestamp,
                                       const std::string& body);

}  // namespace tt::server
