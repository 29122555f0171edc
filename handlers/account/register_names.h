// The names that a student types beside those of the register: the same when their keys are, and
// then the register's spelling is what is kept.
#pragma once

#include "handlers/rules/registration.h"
#include "sql/register_store.h"

namespace permit {

bool HasNamesOf(const BasicData& data, const sql::Applicant& applicant);

// An error for each field of the data that the register knows otherwise, whatever its spelling;
// none for a field among `known`, whose error is told already. The register changes by an approved
// data change alone.
FieldErrors DifferencesFrom(const sql::Applicant& applicant, const BasicData& data,
                            const FieldErrors& known);

}  // namespace permit
