// Accounts that nobody has logged in to for retention.account_days and that have no case, payment,
// or permit that holds: their students are told 30 days ahead, then the accounts are removed.
#pragma once

#include <chrono>
#include <cstdint>

#include "fcgi/base/settings.h"
#include "handlers/rules/calendar.h"
#include "sql/database.h"
#include "views/renderer.h"

namespace permit {

inline constexpr std::chrono::days kAccountNotice{30};

struct IdleAccountsDone {
  std::uint64_t noticed = 0;
  std::uint64_t removed = 0;
};

// Never without kAccountNotice of notice, however late the notice was; a login in between keeps the
// account. A closed one gets no mail. One account a transaction, with a row of the audit when it is
// removed; may be stopped and run again at any time.
IdleAccountsDone LookAfterIdleAccounts(sql::Database& database, const Settings& settings,
                                       const views::Renderer& renderer, Instant now);

}  // namespace permit
