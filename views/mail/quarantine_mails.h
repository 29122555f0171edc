// The mail that asks for another file in the place of one in which a virus was found.
#pragma once

#include <string>

#include "handlers/rules/case_state.h"
#include "views/mail/mail.h"

namespace permit::views {

struct QuarantineNews {
  std::string applicant_name;
  Service service = Service::kExchange;
  std::string permit_number;   // that the application starts from
  std::string receipt_number;  // empty: it was not sent yet
  std::string slot;            // of required_documents.h
  std::string file_name;
  bool can_be_replaced = false;  // by the student, now
  std::string link = {};         // absolute: of the form, or of the case
};
Mail FileQuarantinedMail(const Renderer& renderer, Language language, const QuarantineNews& news);

}  // namespace permit::views
