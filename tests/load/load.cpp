#include "tests/load/load.hpp"

#include <algorithm>
#include <csignal>
#include <stdexcept>
#include <utility>

#include "persistence/verify.hpp"
#include "persistence/world_file.hpp"
#include "server/lobby/founding.hpp"
#include "server/storage/data_folder.hpp"
#include "tests/load/crowd.hpp"
#include "tests/server/support/program.hpp"
#include "tests/support/temp_folder.hpp"

namespace tt::load {
namespace {

double percentile(const std::vector<double>& sorted, double share) {
  if (sorted.empty()) return 0;
  return sorted[std::min(sorted.size() - 1, static_cast<std::size_t>(share * static_cast<double>(sorted.size())))];
}

/// How many receipts name an entry that is not theirs.
std::size_t missing_in(const std::filesystem::path& world, const Crowd& crowd) {
  auto file = persistence::WorldFile::open(world);
  if (!file) throw std::runtime_error(file.error().text());
  std::size_t found = 0;
  const auto read = file->read(1, [&](std::uint64_t index, const persistence::Entry& entry) {
    const auto* const command = std::get_if<persistence::Command>(&entry);
    if (command == nullptr) return;
    const auto receipt = crowd.receipts.find({command->player, command->request_id});
    if (receipt != crowd.receipts.end() && receipt->second == index) ++found;
  });
  if (!read) throw std::runtime_error(read.error().text());
  return crowd.receipts.size() - found;
}

}  // namespace

Report play(const Plan& plan) {
  const test::TempFolder folder;
  const auto world = server::DataFolder::world_path(folder.path(), "crowd");
  std::filesystem::create_directories(world.parent_path());
  {
    const auto founded =
        server::found_world_file(world, {.name = "crowd", .scenario = "crowd", .title = {}, .seed = 1, .bots = false});
    if (!founded) throw std::runtime_error(founded.error().text());
  }
  test::Program program({"serve", "--data", folder.path().string(), "--listen", "127.0.0.1:0", "--no-demo"});
  Crowd crowd = act(program.port(), plan);
  // No farewell: whatever was acknowledged has to be on the disk already.
  program.signal(SIGKILL);
  program.wait();
  Report& report = crowd.report;
  report.unwritten = missing_in(world, crowd);
  const auto verified = persistence::verify(world);
  report.problem = verified ? verified->problem : verified.error().text();
  std::sort(crowd.latencies_ms.begin(), crowd.latencies_ms.end());
  report.p50_ms = percentile(crowd.latencies_ms, 0.50);
  report.p99_ms = percentile(crowd.latencies_ms, 0.99);
  report.max_ms = percentile(crowd.latencies_ms, 1.0);
  return report;
}

std::string Report::text() const {
  const auto ms = [](double value) {
    return std::to_string(static_cast<long long>(value * 10) / 10) + "." +
           std::to_string(static_cast<long long>(value * 10) % 10) + " ms";
  };
  return std::to_string(seated) + " guests seated; " + std::to_string(sent) + " actions, " + std::to_string(receipts) +
         " receipts, " + std::to_string(refusals) + " refused, " + std::to_string(lost) + " connections lost, " +
         std::to_string(unwritten) + " receipts without their entry\nreceipt after: p50 " + ms(p50_ms) + ", p99 " +
         ms(p99_ms) + ", longest " + ms(max_ms) + "\n" + std::to_string(frames) + " frames, " +
         std::to_string(bytes / 1024 / 1024) +
         " MiB received\nthe world's file: " + (problem.empty() ? "sound" : problem) + "\n";
}

}  // namespace tt::load
