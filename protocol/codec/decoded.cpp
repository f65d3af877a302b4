#include "protocol/codec/decoded.hpp"

#include <stdexcept>

namespace tt::protocol {

void throw_exception_from_error(const Problem& problem, const boost::source_location& where) {
  throw std::logic_error(std::string(where.file_name()) + ":" + std::to_string(where.line()) +
                         ": the value of a failed decoding was taken: " + problem.text);
}

}  // namespace tt::protocol
