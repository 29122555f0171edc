#include "views/calendar/permit_day.h"

#include <span>

#include "views/calendar/calendar_file.h"
#include "views/translator.h"
#include "views/words/permit_words.h"

namespace permit::views {
namespace {

// A deadline is told in time to gather the documents; a day from which something may be done is
// told when it comes.
constexpr int kBeforeDeadline[] = {30, 7};
constexpr int kOnTheDay[] = {0};

std::span<const int> AlarmsOf(PermitDay day) {
  if (day == PermitDay::kExtend) return kOnTheDay;
  return kBeforeDeadline;
}

}  // namespace

std::string RenderPermitDay(const Renderer& renderer, Language language,
                            const PermitDayEvent& event) {
  const Translator tr(renderer, language);
  const std::string uid =
      event.permit_number + "-" + std::string(Code(event.day)) + "@" + event.host;
  return WriteCalendarFile(
      {.uid = uid,
       .date = event.date,
       .summary = PermitDayName(tr, event.day),
       .description =
           tr("Permit number {NUMBER}", {{"NUMBER", event.permit_number}}) + "\n" + event.link,
       .revised = event.revised,
       .days_before = AlarmsOf(event.day)});
}

}  // namespace permit::views
