// The receipt of a payment: a row and its signed PDF, written by one transaction.
//
// May be called again: the second call finds what the first one made. Does not throw when the paper
// cannot be drawn or signed: nothing is written then, and IssueWaitingPapers comes back to it. A
// receipt takes about 7 ms of CPU.
#pragma once

#include <cstdint>

#include "handlers/papers/issue.h"
#include "handlers/rules/calendar.h"

namespace permit {

struct Settings;
namespace sql {
class Transaction;
}  // namespace sql

// Makes the receipt of a paid payment, numbered without gaps in each ROC year.
Issue IssueReceipt(sql::Transaction& transaction, const Settings& settings,
                   std::uint64_t payment_id, Instant now);

}  // namespace permit
