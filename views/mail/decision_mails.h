// The mails that tell a student what the agency decided.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "handlers/rules/calendar.h"
#include "handlers/rules/case_state.h"
#include "handlers/rules/language.h"
#include "views/mail/mail.h"

namespace permit::views {

class Renderer;

struct CaseNews {
  std::string applicant_name;
  std::string receipt_number;
  Service service = Service::kExchange;
  std::string opinion;                // the reviewer's, or empty
  std::string link;                   // to the page on which the student goes on
  std::optional<Date> last_day = {};  // of the correction or the payment
  bool fee_left = false;              // it was paid, and waits for the cashier
  // With `last_day`, for the file that puts it into a calendar; without a host there is none.
  std::string site_host = {};
  std::string case_link = {};
  Instant waits_since = {};
};

Mail ReturnedForCorrectionMail(const Renderer& renderer, Language language, const CaseNews& news);
Mail ReturnedForDocumentsMail(const Renderer& renderer, Language language, const CaseNews& news);
Mail ApprovedAwaitingPaymentMail(const Renderer& renderer, Language language, const CaseNews& news,
                                 std::int64_t fee);
Mail ApprovedFreeOfFeeMail(const Renderer& renderer, Language language, const CaseNews& news);
Mail DisapprovedMail(const Renderer& renderer, Language language, const CaseNews& news);
Mail NotAcceptedMail(const Renderer& renderer, Language language, const CaseNews& news);

// Reminders of `last_day`, and that it has passed. `waited`: the state in which the case waited.
Mail AnswerDueMail(const Renderer& renderer, Language language, const CaseNews& news,
                   CaseState waited);
Mail PaymentDueMail(const Renderer& renderer, Language language, const CaseNews& news,
                    std::int64_t fee);
Mail LapsedMail(const Renderer& renderer, Language language, const CaseNews& news,
                CaseState waited);

}  // namespace permit::views
