#include "tests/support/source_folder.hpp"

namespace tt::test {

std::string source_folder() {
  return TT_SOURCE_FOLDER;
}

}  // namespace tt::test
