// What a request says of the application form, for drafts and corrections alike.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "fcgi/base/settings.h"
#include "fcgi/http/request.h"
#include "handlers/rules/application_form.h"
#include "handlers/rules/field_error.h"
#include "handlers/rules/required_documents.h"
#include "sql/draft_store.h"

namespace permit {

FormRules FormRulesOf(const Settings& settings);

// Of a data change that was begun on that record; without one nothing can be wrong.
bool ChangesNothing(Service service, const std::optional<FormValues>& on_record,
                    const FormValues& values);

// How many files each slot holds.
std::vector<SlotCount> CountFiles(const std::vector<sql::DraftFile>& files);

// What was typed. A field that the form does not send stays as it is in `values`.
FormValues TypedValues(const Params& form, Service service, FormValues values);

// Fields that cannot be changed and come back otherwise than they are held: no page sends that.
enum class Fixed { kReadOnlyFields, kEveryField };
FieldErrors ForgedFields(const Request& request, Service service, const FormValues& stored,
                         Fixed fixed = Fixed::kReadOnlyFields);

// The deed of a page that saves by itself: what cannot be stored is left as it was, and nothing is
// said of it until a button is pressed.
inline constexpr std::string_view kKeep = "keep";
void TakeBack(FormValues& values, const FieldErrors& errors, const FormValues& stored);

// Whether files come, go or are cut: then a field that cannot be stored holds up nothing else.
bool MovesFiles(const Request& request, std::string_view action);

}  // namespace permit
