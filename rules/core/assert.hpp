// Our own promises. A broken one stops the process, in release too: the world restarts from its journal, never carries
// on wrong.
#pragma once

namespace tt::rules {

[[noreturn]] void assertion_failed(const char* sentence, const char* file, int line);

}  // namespace tt::rules

#define TT_ASSERT(sentence) \
  ((sentence) ? static_cast<void>(0) : ::tt::rules::assertion_failed(#sentence, __FILE__, __LINE__))
