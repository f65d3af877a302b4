// build/tests/load [GUESTS [SECONDS]]: 2 000 guests for a minute unless told otherwise. Exit code 0 if nothing was
// lost.
#include <cstdio>
#include <cstdlib>
#include <exception>

#include "tests/load/load.hpp"

int main(int argc, char** argv) {
  tt::load::Plan plan;
  if (argc > 1) plan.guests = static_cast<std::size_t>(std::strtoul(argv[1], nullptr, 10));
  if (argc > 2) plan.duration = std::chrono::seconds(std::strtol(argv[2], nullptr, 10));
  if (argc > 3 || plan.guests == 0 || plan.guests > 2'400 || plan.duration.count() <= 0) {
    std::fputs("usage: load [GUESTS, 1 to 2400 [SECONDS]]\n", stderr);
    return 2;
  }
  try {
    const tt::load::Report report = tt::load::play(plan);
    std::fputs(report.text().c_str(), stdout);
    return report.good() ? 0 : 1;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "load: %s\n", error.what());
    return 1;
  }
}
