// The town as founded: the same for all, so that nobody waits for its past each time.
#pragma once

#include <string>

namespace tt::test {

/// The bytes of its file. Made when first asked for; before any faulty disk stands in for the real one.
[[nodiscard]] const std::string& founded_town();
/// The same, whose spectators see so many ticks behind.
/// Under another scenario's laws, if one is named.
std::string founded_town(std::uint32_t spectator_delay_ticks, const std::string& laws = {});

}  // namespace tt::test
