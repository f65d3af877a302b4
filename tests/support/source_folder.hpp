// Where the project's sources are, for tests that read a file of theirs or of the project.
#pragma once

#include <string>

namespace tt::test {

[[nodiscard]] std::string source_folder();

}  // namespace tt::test
