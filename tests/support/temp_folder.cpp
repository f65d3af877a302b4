#include "tests/support/temp_folder.hpp"

#include <cstdlib>
#include <string>
#include <system_error>

namespace tt::test {

TempFolder::TempFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "technotariat-test-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr)
    throw std::system_error(errno, std::generic_category(), "cannot make a folder like " + name);
  path_ = name;
}

TempFolder::~TempFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

}  // namespace tt::test
