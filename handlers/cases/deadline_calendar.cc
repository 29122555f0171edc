#include "handlers/cases/deadline_calendar.h"

#include "handlers/mail/deliver.h"
#include "handlers/web/case_waits.h"
#include "handlers/web/own_case.h"
#include "handlers/web/paths.h"
#include "views/calendar/case_deadline.h"

namespace permit {

Response ShowDeadlineCalendar(Context& context) {
  const Settings& settings = context.services.settings;
  const sql::Case found = FindOwnCase(context);
  const std::string path = CasePath(found.receipt_number);
  const auto last_day =
      LastDayOf(found.state, found.state_since, CaseWaitsOf(settings), context.today());
  if (!last_day) return Response::SeeOther(path);
  return Response::File(views::RenderCaseDeadline(context.services.renderer, context.language,
                                                  {.receipt_number = found.receipt_number,
                                                   .service = found.service,
                                                   .state = found.state,
                                                   .state_since = found.state_since,
                                                   .last_day = *last_day,
                                                   .host = HostOfUrl(settings.base_url),
                                                   .link = SiteUrl(settings, path)}),
                        "text/calendar; charset=utf-8", found.receipt_number + ".ics", true);
}

}  // namespace permit
