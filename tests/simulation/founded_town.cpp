#include "tests/simulation/founded_town.hpp"

#include <stdexcept>

#include "server/lobby/founding.hpp"
#include "tests/persistence/raw.hpp"
#include "tests/support/temp_folder.hpp"

namespace tt::test {

const std::string& founded_town() {
  static const std::string kBytes = [] {
    const TempFolder folder;
    server::Founding founding;
    founding.name = "town";
    founding.scenario = "hamlet";
    founding.seed = 11;
    founding.bots = false;
    if (const auto file = server::found_world_file(folder / "town.world", founding); !file)
      throw std::runtime_error(file.error().text());
    return bytes_of(folder / "town.world");
  }();
  return kBytes;
}

}  // namespace tt::test
