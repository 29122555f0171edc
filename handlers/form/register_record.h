// The register's record of an applicant as values of the application form.
//
// The register is what a permit bears and what an application is compared with, see
// handlers/rules/claim.h.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "handlers/rules/claim.h"
#include "sql/register_store.h"

namespace permit {

// The identity fields and the school.
FormValues RegisteredValues(const sql::Applicant& applicant);

// The identity fields in which the form differs from the register.
std::vector<FieldChange> ClaimsAgainst(const sql::Applicant& applicant, const FormValues& form);

// The applicant after an approved data change: the accepted claims, and the studies and the unified
// number of the form. `claims`: before is the register's value, after the accepted one.
sql::Applicant ChangedApplicant(sql::Applicant applicant, const std::vector<FieldChange>& claims,
                                const FormValues& form);

// A form that is being filled in takes over what the register has changed since `registered`: the
// school, and identity fields in which the student claims nothing. The names of those fields.
std::vector<std::string> FollowRegister(const sql::Applicant& applicant,
                                        const std::optional<FormValues>& registered,
                                        FormValues& form);

// What differs between two records of an applicant: identity fields, studies, unified number.
std::vector<FieldChange> RegisterChanges(const sql::Applicant& before, const sql::Applicant& after);

}  // namespace permit
