// Cases that wait for their student: reminded by mail, and lapsed when their last day has passed.
#pragma once

#include <cstdint>

#include "fcgi/base/settings.h"
#include "handlers/rules/calendar.h"
#include "sql/database.h"
#include "views/renderer.h"

namespace permit {

struct CaseWaitsDone {
  std::uint64_t reminded = 0;
  std::uint64_t lapsed = 0;
  std::uint64_t failed = 0;  // each is a line in the log; the next run tries again
};

// A returned case that is not answered within case.answer_days and an approved one that is not paid
// within case.pay_days end as not accepted. Each reminder of kReminderDays is sent once; one that
// is late names the later day on which the case then lapses. One case a transaction, small pages;
// may be stopped and run again at any time, also twice at once.
CaseWaitsDone LookAfterWaitingCases(sql::Database& database, const Settings& settings,
                                    const views::Renderer& renderer, Instant now);

}  // namespace permit
