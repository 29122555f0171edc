// What the pages of one draft share: finding it, checking it, showing its form.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "handlers/form/form_place.h"
#include "handlers/form/held_form.h"
#include "handlers/rules/application_form.h"
#include "handlers/rules/eligibility.h"
#include "handlers/web/context.h"
#include "sql/draft_store.h"
#include "views/fields/application_fields.h"
#include "views/layout/answers.h"
#include "views/pages/application_pages.h"

namespace permit {

// The account's draft, in which the school and the identity fields follow the register where the
// student claims nothing else. `register_changed`: the fields that it has changed since the draft
// was last saved.
struct OpenDraft : sql::Draft {
  std::vector<std::string> register_changed;
};
std::optional<OpenDraft> FindDraft(sql::Executor& executor, std::uint64_t account_id,
                                   const std::string& id);
// Nobody else saves, sends or discards it until the transaction ends.
std::optional<OpenDraft> LockDraft(sql::Transaction& transaction, std::uint64_t account_id,
                                   const std::string& id);

HeldForm HeldFormOf(const OpenDraft& draft);

// What keeps a draft from being sent.
struct DraftReading {
  FormValues values;     // tidied, only what applies
  FieldErrors errors;    // of fields and of slots
  FieldErrors warnings;  // of slots
  bool changes_nothing = false;
  bool infected = false;    // a virus was found in one of its files
  Eligibility eligibility;  // today
  std::vector<views::FormError> form_errors() const;
  bool may_be_sent() const {
    return errors.empty() && !changes_nothing && !infected && eligibility.allowed();
  }
};
DraftReading ReadDraft(const Context& context, const OpenDraft& draft);

std::vector<views::AnsweredFile> AnsweredFiles(const sql::Draft& draft);

// What the form's page says beside its fields.
struct DraftRemarks {
  FormPlace place = {};  // which page it is
  FieldErrors errors = {};
  Eligibility eligibility = {};
  std::vector<views::FormError> form_errors = {};
  std::map<std::string, std::string> conflicts = {};  // by field: what is saved
};
views::ApplicationFormPage FormPageOf(Context& context, const OpenDraft& draft,
                                      const FormValues& values, DraftRemarks remarks);
// The form's page, 422 when it shows errors: the list of the sections, one of them, or the whole
// form, which also shows errors that are not of the section.
Response DraftResponse(Context& context, const OpenDraft& draft, const FormValues& values,
                       DraftRemarks remarks);

// Where a draft that is no longer there went: the page of its case. Throws HttpError 404 when the
// visitor never had such a draft.
Response AfterDraft(Context& context, const std::string& draft_id);

}  // namespace permit
