// Does nothing: what was decided before it sat down stays in force. The floor under every table.
#include "tournament/strategy.hpp"

namespace tt::tournament {
namespace {

class Idle final : public Strategy {
 public:
  std::vector<rules::Action> decide(const rules::PublicView&, const rules::PrivateView&, std::uint64_t) override {
    return {};
  }
  [[nodiscard]] bool looks() const override { return false; }
};

}  // namespace

StrategyEntry idle() {
  return entry_of<Idle>("idle", kEveryone, "does nothing at all");
}

}  // namespace tt::tournament
