// A form with files as the database holds it: a draft, or the correction of a returned case.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "handlers/rules/application_form.h"
#include "handlers/rules/case_state.h"
#include "sql/draft_store.h"

namespace permit {

// Which fields come back as they are held.
enum class Fixed { kReadOnlyFields, kEveryField };

struct HeldForm {
  std::uint64_t account_id = 0;          // whose draft it is
  std::string draft_id;                  // empty: of a correction of which nothing is saved yet
  std::optional<std::uint64_t> case_id;  // of a correction
  Service service = Service::kExchange;
  Fixed fixed = Fixed::kReadOnlyFields;
  FormValues fixed_values;               // what the fields hold that cannot be changed
  FormValues values;                     // as saved
  std::optional<FormValues> registered;  // of a draft: the register's values, saved with it
  std::string edition;                   // of a correction: which return of the case it answers
  std::uint32_t revision = 0;            // how many saves changed an answer
  std::string reply;                     // to the reviewer, of a correction
  std::vector<sql::DraftFile> files;
  std::optional<sql::PhotoOriginal> photo;  // of the draft's own photo
};

}  // namespace permit
