// The fields of a student's basic data: for registering, and for keeping them up to date.
//
// Each stands at the marker that is its name in capitals.
#pragma once

#include "handlers/rules/registration.h"
#include "views/page.h"

namespace permit::views {

// `fixed`: what ties the account to its applicant (identity number, birth date, sex) is shown and
// cannot be changed.
void AddBasicData(Page& page, const BasicData& data, const FieldErrors& errors, bool fixed = false);

}  // namespace permit::views
