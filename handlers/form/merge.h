// What a page sends of a form that others may have saved since that page was made.
//
// A page carries the form's revision that it shows (`revision`) and a name of its own (`page`).
// Each field that it sends is one of these:
//   changed by nobody else since        taken
//   changed by others, not by the page  stays as it was saved
//   changed by both                     a conflict: stays as it was saved, and the page shows both
// A page that shows a conflict names it in `open`; then `pick_FIELD` says which answer counts:
// `saved` or `typed`. Without a pick it stays a conflict. A page without a revision is held to show
// the form as it was before its first save. Of a page that shows another form (a correction of an
// earlier return) nothing is known, so every field in which it differs is a conflict.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fcgi/http/request.h"
#include "handlers/form/held_form.h"
#include "handlers/form/typed_form.h"
#include "sql/draft_change_store.h"

namespace permit {

// What the page carries as its revision.
std::string RevisionOf(const HeldForm& held);

// HttpError 400 for a revision, a page or a pick that no page writes.
void CheckMergeFields(const Params& form);

// The saves since the page was made.
class SavesSince {
 public:
  SavesSince(sql::Executor& executor, const Params& form, const HeldForm& held);

  // The field's value before others changed it, after the page's own last save of it; nullopt: they
  // did not.
  std::optional<std::string> BeforeOthers(std::string_view field) const;
  bool known() const { return known_; }  // which form the page shows

 private:
  bool known_ = false;
  std::string page_;
  std::vector<sql::DraftChange> changes_;
};

struct MergedForm {
  TypedForm typed;                               // what the page shows next
  std::map<std::string, std::string> conflicts;  // by field: what is saved
};
MergedForm Merge(TypedForm typed, const Params& form, const HeldForm& held,
                 const SavesSince& since);
// The same of a form that was kept.
MergedForm ReadMerged(sql::Executor& executor, const Params& form, const HeldForm& held);

// In what a save by that page has changed the form, for sql::WriteDraftChanges; its revision is a
// new one then.
std::vector<sql::DraftChange> Revise(const HeldForm& before, HeldForm& held, const Params& form);

}  // namespace permit
