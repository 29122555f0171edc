// What a reviewer asks for with the return of a case, and which part of the form that concerns.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "handlers/correction/pending_correction.h"
#include "handlers/rules/field_error.h"
#include "sql/database.h"

namespace permit {

struct ReviewersRequest {
  std::string opinion;
  Instant returned_at;
  std::map<std::string, std::string, std::less<>> remarks;  // by field, or by the upload's id
};
// Of the latest return.
ReviewersRequest ReadRequest(sql::Executor& executor, std::uint64_t case_id);

using FormNames = std::set<std::string, std::less<>>;  // of fields and of slots

// What the remarks speak of. With documents alone asked for, and no file named: every slot.
FormNames AskedNames(const PendingCorrection& correction, const ReviewersRequest& request);

// What was changed of the case as it was sent.
FormNames ChangedNames(const PendingCorrection& correction);

// What the form opens with: what is asked for, what was changed, what is said to be wrong, and what
// is asked for only with one of these. nullopt: everything, as no remark says where.
std::optional<FormNames> OpenNames(const PendingCorrection& correction,
                                   const ReviewersRequest& request, const FormNames& wrong);

// What keeps the correction from being sent: errors in what is asked for or was changed, and those
// that a change brings about. What the case was sent with and nobody asks about holds nothing up.
// With documents alone asked for, the fields are not looked at: the student could not mend them.
FieldErrors FindCorrectionErrors(const Context& context, const PendingCorrection& correction,
                                 const ReviewersRequest& request);

}  // namespace permit
