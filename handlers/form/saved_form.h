// Saving a form with files: one way for drafts and corrections.
//
// What was typed is merged with what others have saved since the page was made (form/merge.h) and
// stored, files are removed, restored, stored and cut, in one transaction. A forged field refuses
// everything. A text that cannot be stored refuses everything as well, unless files come or go or
// the page saves by itself: then it alone is left as it was. So is an answer that others have
// changed as well.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>

#include "handlers/form/held_form.h"
#include "handlers/form/typed_form.h"
#include "handlers/web/context.h"

namespace permit {

struct SavedForm {
  std::string path;  // of its page
  Service service = Service::kExchange;
  bool restores_files = false;  // has files of a case, which may be restored
  // Locks the form until the transaction ends and reads it; nullopt: it can no longer be saved.
  std::function<std::optional<HeldForm>(sql::Transaction&)> lock;
};

struct SaveResult {
  std::string action;  // of the pressed button, see ReadSubmitAction
  bool stored = false;
  TypedForm typed;                               // with the errors of forged fields
  std::map<std::string, std::string> conflicts;  // by field: what is saved
  std::uint32_t revision = 0;                    // of the form that `typed` and they belong to
  FieldErrors file_errors;
  std::string slot;  // where the page goes on; may be empty

  FieldErrors errors() const;  // of fields, then of files
};

// HttpError 400 for what no page of the form sends.
SaveResult SaveForm(Context& context, const SavedForm& form);

// Whether the page that asks or sends shows all that is wrong with the form. Its address says so
// (check=yes), and it goes on to show it while files come and go.
bool ShowsCheck(const Context& context);
// The same of the page that the request is answered with.
bool WillShowCheck(const Context& context);

// What a save is answered with that needs no page of the form; nullopt: there are errors or
// conflicts, or the form or a section of it is to be checked. A page that saves by itself is told
// of conflicts by 409. `path`: of the form, where "save" leads; `page`: of the page that was sent.
std::optional<Response> AfterSave(const Context& context, const SaveResult& saved,
                                  const std::string& path, const std::string& page);

// Of a session that has ended by idleness: keeps the fields and the files beside the form until the
// next login. The form itself is only read.
Response KeepLateForm(Context& context, const SavedForm& form);

}  // namespace permit
