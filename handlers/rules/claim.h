// Claims: answers of an application that differ from the agency's register.
//
// The register is the record. The identity fields are those that a permit's seal or a border
// officer relies on. A value that differs from the register is a claim: the permit bears the
// register's value until a reviewer has accepted the claim.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "handlers/rules/application_form.h"
#include "handlers/rules/data_change.h"

namespace permit {

// Names of form fields, in the order of the form.
std::span<const std::string_view> IdentityFields();
bool IsIdentityField(std::string_view name);

// Whether two texts of an identity field mean the same: another spelling of one name is no claim.
using SameIdentity = bool (*)(std::string_view field, std::string_view registered,
                              std::string_view claimed);

// The identity fields in which the form differs from `registered`, in the order of the form; before
// is the register's value. A field that the form leaves empty claims nothing.
std::vector<FieldChange> Claims(const FormValues& registered, const FormValues& form,
                                SameIdentity same);

}  // namespace permit
