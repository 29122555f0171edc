// The mail about the audit, to who keeps watch over the site: no student gets it.
#pragma once

#include <cstdint>
#include <string>

#include "handlers/rules/calendar.h"
#include "views/mail/mail.h"

namespace permit::views {

struct AuditHead {
  Date day;                    // on which it was the last
  std::uint64_t sequence = 0;  // of the seal, and so how many rows are sealed
  std::uint64_t audit_id = 0;  // of the row that it covers
  std::string digest;          // hexadecimal
};
Mail AuditHeadMail(const Renderer& renderer, Language language, const AuditHead& head);

}  // namespace permit::views
