#include "tests/load/stage.hpp"

#include <fstream>
#include <map>
#include <set>
#include <stdexcept>

#include "persistence/verify.hpp"
#include "persistence/world_file.hpp"
#include "server/lobby/founding.hpp"
#include "server/storage/data_folder.hpp"

namespace tt::load {

void found(const std::filesystem::path& data, const std::string& world, const std::string& scenario) {
  const auto path = server::DataFolder::world_path(data, world);
  std::filesystem::create_directories(path.parent_path());
  const auto founded =
      server::found_world_file(path, {.name = world, .scenario = scenario, .title = {}, .seed = 1, .bots = false});
  if (!founded) throw std::runtime_error(founded.error().text());
}

std::vector<std::string> serving(const std::filesystem::path& data, std::uint16_t port, const std::string& more) {
  const auto config = data / "load.toml";
  std::ofstream(config) << "data = \".\"\ndemo = false\nlisten = \"127.0.0.1:" << port << "\"\n" << more;
  return {"serve", "--config", config.string()};
}

Kept look_into(const std::filesystem::path& data, const std::string& world, const Receipts& receipts) {
  const auto path = server::DataFolder::world_path(data, world);
  Kept kept;
  {
    auto file = persistence::WorldFile::open(path);
    if (!file) throw std::runtime_error(file.error().text());
    std::set<std::pair<std::uint64_t, std::uint64_t>> written;
    std::map<std::uint64_t, std::uint64_t> own;  // entries, by player
    std::size_t found = 0;
    const auto read = file->read(1, [&](std::uint64_t, const persistence::Entry& entry) {
      if (const auto* const event = std::get_if<persistence::HouseEvent>(&entry);
          event != nullptr && event->request_id() != 0)
        ++own[event->player()];
      const auto* const command = std::get_if<persistence::Command>(&entry);
      if (command == nullptr || command->request_id == 0) return;
      const std::uint64_t number = ++own[command->player];
      if (!written.insert({command->player, command->request_id}).second) ++kept.doubled;
      const auto receipt = receipts.find({command->player, command->request_id});
      if (receipt != receipts.end() && receipt->second == number) ++found;
    });
    if (!read) throw std::runtime_error(read.error().text());
    kept.unwritten = receipts.size() - found;
  }
  const auto verified = persistence::verify(path);
  kept.problem = verified ? verified->problem : verified.error().text();
  return kept;
}

std::string Kept::text() const {
  return std::to_string(unwritten) + " receipts without their entry, " + std::to_string(doubled) +
         " requests written twice; the file is " + (problem.empty() ? "sound" : problem);
}

}  // namespace tt::load
