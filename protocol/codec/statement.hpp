// A statement on the wire: opening, signed parts, closing.
#pragma once

#include "protocol/codec/kinds.hpp"
#include "rules/view/view.hpp"
#include "technotariat/v1/economy.pb.h"

namespace tt::protocol {

inline void write_statement(const rules::Statement& statement, v1::Statement& to) {
  to.set_opening_mils(statement.opening);
  for (const rules::StatementPart& part : statement.parts) {
    auto& contribution = *to.add_contributions();
    contribution.set_reason(to_wire(part.reason));
    contribution.set_amount_mils(part.amount);
  }
  to.set_closing_mils(statement.closing);
}

}  // namespace tt::protocol
