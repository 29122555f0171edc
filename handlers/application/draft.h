// What the pages of one draft share: finding it, checking it, showing its form.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "handlers/context.h"
#include "handlers/rules/application_form.h"
#include "handlers/rules/eligibility.h"
#include "handlers/rules/required_documents.h"
#include "sql/draft_store.h"
#include "views/answers.h"
#include "views/application_fields.h"

namespace permit {

FormRules FormRulesOf(const Settings& settings);

// Of a data change that was begun on that record; without one nothing can be wrong.
bool ChangesNothing(Service service, const std::optional<std::string>& on_record,
                    const FormValues& values);

// What keeps a draft from being sent.
struct DraftReading {
  FormValues values;     // tidied, only what applies
  FieldErrors errors;    // of fields and of slots
  FieldErrors warnings;  // of slots
  bool changes_nothing = false;
  Eligibility eligibility;  // today
  bool may_be_sent() const { return errors.empty() && !changes_nothing && eligibility.allowed(); }
};
DraftReading ReadDraft(const Context& context, const sql::Draft& draft);

std::vector<views::AnsweredFile> AnsweredFiles(const sql::Draft& draft);

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
bool MovesFiles(const Request& request, std::string_view deed);

// The form's page, 422 when it shows errors.
Response DraftResponse(Context& context, const sql::Draft& draft, const FormValues& values,
                       const FieldErrors& errors, const Eligibility& eligibility = {},
                       std::vector<views::FormTrouble> troubles = {});

// Where a draft that is no longer there went: the page of its case. Throws HttpError 404 when the
// visitor never had such a draft.
Response AfterDraft(Context& context, const std::string& draft_id);

}  // namespace permit
