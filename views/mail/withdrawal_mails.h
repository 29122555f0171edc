// The mail about a withdrawn case.
#pragma once

#include <string>

#include "handlers/rules/calendar.h"
#include "handlers/rules/case_state.h"
#include "handlers/rules/language.h"
#include "views/mail/mail.h"

namespace permit::views {

class Renderer;

struct CaseWithdrawn {
  std::string applicant_name;
  std::string receipt_number;
  Service service = Service::kExchange;
  Instant withdrawn_at;
  std::string link;  // to the case
};

Mail CaseWithdrawnMail(const Renderer& renderer, Language language, const CaseWithdrawn& data);

}  // namespace permit::views
