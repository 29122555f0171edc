#include "handlers/todo/permit_calendar.h"

#include "handlers/mail/deliver.h"
#include "handlers/rules/permit_days.h"
#include "handlers/web/paths.h"
#include "sql/register_store.h"
#include "views/calendar/permit_day.h"

namespace permit {
namespace {

Response CalendarFile(Context& context, PermitDay day) {
  const std::string number(context.PathValue("number"));
  const std::uint64_t applicant = context.visitor->applicant_id;
  const auto found = sql::FindPermitByNumber(context.services.database, number);
  if (!found || found->applicant_id != applicant) {
    throw HttpError(404, "the applicant has no such permit");
  }
  const auto date = DayOf(sql::FactsOf(*found, applicant), day);
  if (!date || found->status != PermitStatus::kValid) return Response::SeeOther(kTodoPath);
  const Settings& settings = context.services.settings;
  return Response::File(views::RenderPermitDay(context.services.renderer, context.language,
                                               {.permit_number = number,
                                                .day = day,
                                                .date = *date,
                                                .revised = StartOfDay(found->issued_on),
                                                .host = HostOfUrl(settings.base_url),
                                                .link = SiteUrl(settings, kTodoPath)}),
                        "text/calendar; charset=utf-8",
                        number + "-" + std::string(Code(day)) + ".ics", true);
}

}  // namespace

Response ShowExchangeDay(Context& context) { return CalendarFile(context, PermitDay::kExchange); }
Response ShowExtensionDay(Context& context) { return CalendarFile(context, PermitDay::kExtend); }
Response ShowStayDay(Context& context) { return CalendarFile(context, PermitDay::kStay); }

}  // namespace permit
