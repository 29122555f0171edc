// The names that a student types beside those of the register: the same when their keys are, and
// then the register's spelling is what is kept.
#pragma once

#include "handlers/rules/registration.h"
#include "sql/register_store.h"

namespace permit {

bool HasNamesOf(const BasicData& data, const sql::Applicant& applicant);

// Each name that is the register's in another spelling takes the register's.
BasicData InSpellingOf(const sql::Applicant& applicant, BasicData data);

}  // namespace permit
