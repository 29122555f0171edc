// What a request says of the application form, for drafts and corrections alike.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "fcgi/base/settings.h"
#include "fcgi/http/request.h"
#include "handlers/form/held_form.h"
#include "handlers/rules/application_form.h"
#include "handlers/rules/field_error.h"
#include "handlers/rules/required_documents.h"

namespace permit {

FormRules FormRulesOf(const Settings& settings);

// Of a data change that was begun on that record; without one nothing can be wrong.
bool ChangesNothing(Service service, const std::optional<FormValues>& on_record,
                    const FormValues& values);

// How many files each slot holds; what a correction takes away does not count.
std::vector<SlotCount> CountFiles(const std::vector<sql::DraftFile>& files);

// Whether a virus was found in one of them; what a correction takes away does not count.
bool HoldsInfected(const std::vector<sql::DraftFile>& files);

struct TypedForm {
  FormValues values;
  std::string reply;
  FieldErrors errors;  // of what cannot be stored
};
// A field that the form does not send, or that is fixed, stays as it is held.
TypedForm ReadTyped(const Params& form, const HeldForm& held);

// Fields that cannot be changed and come back otherwise than they are held: no page sends that.
FieldErrors ForgedFields(const Params& form, const HeldForm& held);

// The form takes what was typed; what cannot be stored, and the fields in `left`, stay as they
// were.
void TakeStorable(const TypedForm& typed, const std::vector<std::string>& left, HeldForm& held);

}  // namespace permit
