#include "views/calendar/slip_deadline.h"

#include "views/calendar/calendar_file.h"
#include "views/translator.h"
#include "views/words/payment_words.h"

namespace permit::views {
namespace {

// A slip is good for a few days only.
constexpr int kDaysBefore[] = {1, 0};

}  // namespace

std::string RenderSlipDeadline(const Renderer& renderer, Language language,
                               const SlipDeadline& slip) {
  const Translator tr(renderer, language);
  return WriteCalendarFile({.uid = slip.reference + "-slip@" + slip.host,
                            .date = slip.last_day,
                            .summary = tr("Last day to pay {AMOUNT} with your payment slip",
                                          {{"AMOUNT", tr.Money(slip.amount)}}),
                            .description = MethodName(tr, slip.method) + "\n" + slip.link,
                            .revised = slip.made_at,
                            .days_before = kDaysBefore});
}

}  // namespace permit::views
