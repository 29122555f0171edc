// What the pages of one draft share: finding it, checking it, showing its form.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "handlers/form/held_form.h"
#include "handlers/rules/application_form.h"
#include "handlers/rules/eligibility.h"
#include "handlers/web/context.h"
#include "sql/draft_store.h"
#include "views/fields/application_fields.h"
#include "views/layout/answers.h"

namespace permit {

HeldForm HeldFormOf(const sql::Draft& draft);

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

// The form's page, 422 when it shows errors.
Response DraftResponse(Context& context, const sql::Draft& draft, const FormValues& values,
                       FieldErrors errors, const Eligibility& eligibility = {},
                       std::vector<views::FormError> form_errors = {});

// Where a draft that is no longer there went: the page of its case. Throws HttpError 404 when the
// visitor never had such a draft.
Response AfterDraft(Context& context, const std::string& draft_id);

}  // namespace permit
