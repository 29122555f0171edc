// What differs between what is on record of a student and what the form says, field by field.
#pragma once

#include <string>
#include <vector>

#include "handlers/rules/application_form.h"

namespace permit {

struct FieldChange {
  std::string field;
  std::string before;  // empty: nothing was on record
  std::string after;   // empty: nothing holds any more
};

// Every field whose value differs, in the order of the form.
std::vector<FieldChange> Differences(Service service, const FormValues& before,
                                     const FormValues& after);

// Those of a data change. Answers that every application asks anew (why one applies, declared
// posts) are no data of the record. What the record lacks and the form wants all the same is given
// for the first time, not changed, unless it follows from another change.
std::vector<FieldChange> DataChanges(Service service, const FormValues& on_record,
                                     const FormValues& values);

}  // namespace permit
