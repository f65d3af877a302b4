#include "rules/core/assert.hpp"

#include <cstdio>
#include <cstdlib>

namespace tt::rules {

void assertion_failed(const char* sentence, const char* file, int line) {
  std::fprintf(stderr, "broken promise: %s (%s:%d)\n", sentence, file, line);
  std::abort();
}

}  // namespace tt::rules
