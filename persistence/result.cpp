#include "persistence/result.hpp"

#include <stdexcept>

namespace tt::persistence {

std::string Failure::text() const {
  std::string line = where;
  if (!line.empty()) line += ": ";
  line += what;
  if (!remedy.empty()) line.append(" ").append(remedy);
  return line;
}

void throw_exception_from_error(const Failure& failure, const boost::source_location& where) {
  std::string text = where.file_name();
  text.append(":")
      .append(std::to_string(where.line()))
      .append(": the value of a failure was taken: ")
      .append(failure.text());
  throw std::logic_error(text);
}

}  // namespace tt::persistence
