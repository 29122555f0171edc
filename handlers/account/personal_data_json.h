// data.json of a student's own data: one object, a member a table, each an array of objects.
#pragma once

#include <string>
#include <vector>

#include "handlers/rules/calendar.h"
#include "sql/personal_data_store.h"

namespace permit {

// UTF-8. A column keeps its name; a stored form becomes an object, a time of the database (…_at,
// …_since) ISO 8601 in UTC, everything else a string or null.
std::string PersonalDataJson(const std::vector<sql::PersonalTable>& tables, Instant made_at);

}  // namespace permit
