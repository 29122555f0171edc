// The papers that are due and not issued yet: what was left by a payment that settled many, by a
// key that was missing, by a program that died.
#pragma once

#include <cstddef>

#include "handlers/rules/calendar.h"

namespace permit {

struct Settings;
namespace sql {
class Database;
}  // namespace sql

// Issues what is due and not issued yet, at most `limit` of each: receipts first, then permits, a
// short transaction each. One that cannot be issued keeps nobody behind it waiting.
struct IssuedPapers {
  std::size_t receipts = 0;
  std::size_t permits = 0;
  std::size_t refused =
      0;  // by an obstacle, unprintable or without a key; each is a line in the log
  std::size_t broken = 0;  // ended in an error, which is a line in the log
};
// `paid_since` bounds how far back payments are looked at.
IssuedPapers IssueWaitingPapers(sql::Database& database, const Settings& settings, Instant now,
                                std::size_t limit, Instant paid_since = {});

// The same of all payments there ever were: it goes back to the one that has waited the longest,
// and notes that those before have their receipt.
IssuedPapers IssueAllWaitingPapers(sql::Database& database, const Settings& settings, Instant now,
                                   std::size_t limit);

}  // namespace permit
