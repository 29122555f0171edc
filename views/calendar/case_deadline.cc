#include "views/calendar/case_deadline.h"

#include "handlers/rules/case_deadline.h"
#include "views/calendar/calendar_file.h"
#include "views/translator.h"
#include "views/words/case_words.h"

namespace permit::views {

std::string RenderCaseDeadline(const Renderer& renderer, Language language,
                               const CaseDeadline& data) {
  const Translator tr(renderer, language);
  const bool pay = data.state == CaseState::kAwaitingPayment;
  return WriteCalendarFile({.uid = data.receipt_number + (pay ? "-pay@" : "-answer@") + data.host,
                            .date = data.last_day,
                            .summary = pay ? tr("Last day to pay the fee for application {RECEIPT}",
                                                {{"RECEIPT", data.receipt_number}})
                                           : tr("Last day to respond about application {RECEIPT}",
                                                {{"RECEIPT", data.receipt_number}}),
                            .description = ServiceName(tr, data.service) + "\n" +
                                           DeadlineText(tr, data.state, data.last_day) + "\n" +
                                           data.link,
                            .revised = data.state_since,
                            .days_before = kReminderDays});
}

}  // namespace permit::views
