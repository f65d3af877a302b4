// What a process costs, as the kernel counts it; and what a series of waits looks like.
#pragma once

#include <sys/types.h>

#include <cstddef>
#include <string>
#include <vector>

namespace tt::load {

/// Bytes of memory of its own that the process has in use. Throws if there is no such process.
[[nodiscard]] std::size_t resident_bytes(pid_t process);
/// Seconds of a processor, in the program and in the kernel for it.
[[nodiscard]] double cpu_seconds(pid_t process);

struct Waits {
  double p50_ms = 0;
  double p99_ms = 0;
  double max_ms = 0;

  [[nodiscard]] std::string text() const;
};
[[nodiscard]] Waits waits_of(std::vector<double> ms);

/// With one decimal.
[[nodiscard]] std::string tenths(double value);

/// As many files as the machine lets this process open.
void open_many_files();

}  // namespace tt::load
