// The mails about applying: it was received, a draft will end.
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "handlers/rules/calendar.h"
#include "handlers/rules/case_state.h"
#include "views/mail/mail.h"

namespace permit::views {

struct SentMail {
  Service service = Service::kExchange;
  std::string applicant_name;
  std::string receipt_number;
  std::string group_number;
  Instant submitted_at;
  long fee = 0;
  std::string case_link;  // absolute
  std::optional<std::chrono::seconds> usual_review = {};
};
Mail WriteSentMail(const Renderer& renderer, Language language, const SentMail& data);

struct DraftEndsMail {
  Service service = Service::kExchange;
  std::string applicant_name;
  std::string permit_number;
  int days_kept = 0;  // after it was last saved
  Date last_day;
  std::string draft_link;  // absolute
};
Mail WriteDraftEndsMail(const Renderer& renderer, Language language, const DraftEndsMail& data);

}  // namespace permit::views
