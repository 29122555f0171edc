// All that is stored about one applicant, as tables of named values: what a student takes out.
//
// 個人資料保護法第3條: people may ask for a copy of the data about them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sql/database.h"

namespace permit::sql {

// Names and values, in the order of the table's columns; times are UTC, as the database writes
// them.
using PersonalRow = std::vector<std::pair<std::string, std::optional<std::string>>>;

struct PersonalTable {
  std::string_view name;  // "accounts", "cases", "files" …
  std::vector<PersonalRow> rows;
};
// A table for each kind of data, also where there is none of it. The contents of files are read one
// by one (upload_store, paper_store).
std::vector<PersonalTable> ReadPersonalData(Executor& executor, std::uint64_t applicant_id);

// The value of that column; empty for none.
std::string ValueIn(const PersonalRow& row, std::string_view column);

}  // namespace permit::sql
