#include "tests/simulation/founded_town.hpp"

#include <stdexcept>

#include "server/lobby/founding.hpp"
#include "tests/persistence/raw.hpp"
#include "tests/support/temp_folder.hpp"

namespace tt::test {

std::string founded_town(std::uint32_t spectator_delay_ticks, const std::string& laws) {
  const TempFolder folder;
  server::Founding founding;
  founding.name = "town";
  founding.scenario = "hamlet";
  founding.seed = 11;
  founding.bots = false;
  founding.laws = laws;
  if (spectator_delay_ticks > 0)
    founding.house.emplace_back().mutable_rules()->set_spectator_delay_ticks(spectator_delay_ticks);
  if (const auto file = server::found_world_file(folder / "town.world", founding); !file)
    throw std::runtime_error(file.error().text());
  return bytes_of(folder / "town.world");
}

const std::string& founded_town() {
  static const std::string kBytes = founded_town(0);
  return kBytes;
}

}  // namespace tt::test
