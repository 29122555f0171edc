// The permit that a case ends with: a row and its signed PDF, written by one transaction.
//
// Each function may be called again: the second call finds what the first one made and gives its
// number. None throws when the paper cannot be drawn (a name with a character that no face holds),
// no key may sign it, or the permit that the case starts from no longer holds: nothing is written
// then, the case stays where it is, and IssueWaitingPapers comes back to it. A permit takes about
// 14 ms of CPU.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "handlers/papers/issue.h"
#include "handlers/rules/calendar.h"

namespace permit {

struct Settings;
namespace sql {
class Executor;
class Transaction;
struct Case;
}  // namespace sql

// What stands against the permit of a case, due or not: kVoid or kOver, `detail` says it in a line.
// Nobody but an operator can go on with such a case.
std::optional<IssueRefusal> FindObstacle(sql::Executor& executor, const Settings& settings,
                                         const sql::Case& found, Instant now);

// Makes the multiple-entry permit of a case that is paid, or approved without a fee, and moves the
// case to issued. Its number is the case's receipt number. Permit and stay hold `permit.months`
// from an exchange; an extension adds `permit.extension_months` to the present stay; a data change
// keeps the dates. It bears the register's identity of its holder, and the claims that were
// accepted; after a data change the register follows it. The permit that the case started from is
// replaced. The seal on the paper is stored beside it.
Issue IssuePermit(sql::Transaction& transaction, const Settings& settings, std::uint64_t case_id,
                  Instant now);

// Makes the paper of a permit that holds anew, under the keys that are active now: number and dates
// stay. For the day on which the key that sealed it is no longer to be trusted.
Issue ReissuePermit(sql::Transaction& transaction, const Settings& settings,
                    const std::string& number, Instant now);

}  // namespace permit
