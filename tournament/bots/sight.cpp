#include "tournament/bots/sight.hpp"

#include <algorithm>
#include <vector>

namespace tt::tournament {

using protocol::Selection;
namespace v1 = protocol::v1;

protocol::Decoded<Sight> sight_of(const v1::BotReady& ready) {
  constexpr std::string_view kOwn = "me";
  Sight sight;
  if (ready.fields().empty()) return sight;
  sight.world = sight.me = Selection::nothing();
  sight.key = "of ";
  std::vector<std::string> paths(ready.fields().begin(), ready.fields().end());
  std::sort(paths.begin(), paths.end());
  for (const std::string& path : paths) {
    if (path == kOwn) {
      sight.me = Selection{};
      continue;
    }
    const bool own = path.starts_with("me.");
    auto added = own ? sight.me.add(std::string_view(path).substr(3), *v1::Me::descriptor())
                     : sight.world.add(path, *v1::Snapshot::descriptor());
    if (!added)
      return protocol::Problem{v1::ERROR_CODE_MALFORMED, "There is no field '" + path + "' to be seen.",
                               "ready.fields"};
    if (!own) sight.key += path + ' ';
  }
  return sight;
}

}  // namespace tt::tournament
