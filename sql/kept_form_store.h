// Forms that were sent in a session that had ended by itself: they wait for their account's next
// login and change nothing.
//
// An account has one a page; sending it again takes the place of the one before.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "sql/database.h"
#include "sql/form_json.h"

namespace permit::sql {

void KeepForm(Executor& executor, std::uint64_t account_id, const std::string& path,
              const FieldPairs& fields, Instant now);

// Of the forms kept since then: the path of the one asked for, else of the latest.
std::optional<std::string> FindKeptPath(Executor& executor, std::uint64_t account_id,
                                        const std::string& wanted_path, Instant since);
std::optional<FieldPairs> FindKeptForm(Executor& executor, std::uint64_t account_id,
                                       const std::string& path, Instant since);

void ForgetKeptForm(Executor& executor, std::uint64_t account_id, const std::string& path);

// Deletes some of those kept before, and of the files kept with them; the number deleted, zero when
// none is left.
std::uint64_t SweepKeptForms(Executor& executor, Instant before);

}  // namespace permit::sql
