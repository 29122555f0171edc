// The papers that an application ends with: the permit of a case and the receipt of a payment.
//
// A row and its PDF are written by the same transaction, so a paper that is recorded is a paper
// that is stored. Both functions may be called again: the second call finds what the first one made
// and gives its number. Neither throws when the paper cannot be drawn (a name with a character that
// no face holds) or no key may sign it, or when the permit that the case starts from no longer
// holds: nothing is written then, the case or the payment stays where it is, and IssueWaitingPapers
// comes back to it.
//
// Both are signed PDFs, and what is stored is what was signed. A permit takes about 14 ms and a
// receipt 7: whoever settles many payments at once leaves the papers to IssueWaitingPapers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "handlers/rules/calendar.h"

namespace permit {

struct Settings;
namespace sql {
class Database;
class Executor;
class Transaction;
struct Case;
}  // namespace sql

enum class IssueRefusal {
  kNotDue,       // the case is neither paid nor approved free of fee; the payment is not paid
  kVoid,         // the permit that the case starts from was revoked or replaced meanwhile
  kOver,         // the new permit would be over on the day of its issue
  kUnprintable,  // `detail` names the text and the character
  kNoKey,        // `detail` says what is wrong with the folder of keys
};

struct Issue {
  std::string number;  // of the permit or the receipt
  std::optional<IssueRefusal> refusal;
  std::string detail;
};

// What stands against the permit of a case, due or not: kVoid or kOver, `detail` says it in a line.
// Nobody but an operator can go on with such a case.
std::optional<Issue> FindObstacle(sql::Executor& executor, const Settings& settings,
                                  const sql::Case& found, Instant now);

// Makes the multiple-entry permit of a case that is paid, or approved without a fee, and moves the
// case to issued. Its number is the case's receipt number. Permit and stay hold `permit.months`
// from an exchange; an extension adds `permit.extension_months` to the present stay; a data change
// keeps the dates. The permit that the case started from is replaced. The seal on the paper is
// stored beside it.
Issue IssuePermit(sql::Transaction& transaction, const Settings& settings, std::uint64_t case_id,
                  Instant now);

// Makes the paper of a permit that holds anew, under the keys that are active now: number and dates
// stay. For the day on which the key that sealed it is no longer to be trusted.
Issue ReissuePermit(sql::Transaction& transaction, const Settings& settings,
                    const std::string& number, Instant now);

// Makes the receipt of a paid payment, numbered without gaps in each ROC year.
Issue IssueReceipt(sql::Transaction& transaction, const Settings& settings,
                   std::uint64_t payment_id, Instant now);

// Issues what is due and not issued yet, at most `limit` of each: receipts first, then permits, a
// short transaction each. One that cannot be issued keeps nobody behind it waiting.
struct IssuedPapers {
  std::size_t receipts = 0;
  std::size_t permits = 0;
  std::size_t refused =
      0;  // by an obstacle, unprintable or without a key; each is a line in the log
  std::size_t broken = 0;  // ended in an error, which is a line in the log
};
IssuedPapers IssueWaitingPapers(sql::Database& database, const Settings& settings, Instant now,
                                std::size_t limit);

}  // namespace permit
