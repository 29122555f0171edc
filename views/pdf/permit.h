// The multiple-entry permit: two pages of A4, the front with the holder's data and the first four
// inspection boxes, the back with boxes 5 to 20.
#pragma once

#include <optional>
#include <string>

#include "handlers/rules/calendar.h"
#include "views/pdf/paper.h"
#include "views/pdf/photo.h"

namespace permit::views {

struct PermitPaper {
  std::string number;
  Date issued_on;
  Date expires_on;
  Date stay_until;
  std::optional<Date> entered_on;  // on the permit that was exchanged
  std::string chinese_name;
  std::string english_name;  // "ZHENG, YA-WEN"
  std::string travel_permit_number;
  std::string identity_number;
  Date birth_date;
  bool male = false;
  std::string birth_place;
  std::string address;  // in Taiwan
  std::string school;
  std::string unified_number;  // may be empty
  Photo photo;
  std::string seal;           // the bytes of its code; drawn as they are
  std::string check_address;  // of the smaller code
};

Paper DrawPermit(const PermitPaper& permit);

}  // namespace permit::views
