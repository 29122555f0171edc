// Comma-separated values as RFC 4180 writes them, with the line of each record.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace permit::ctl {

struct CsvRecord {
  std::size_t line = 0;  // from 1, where it begins
  std::vector<std::string> fields;
};

struct CsvReading {
  std::vector<CsvRecord> records;  // the head line included; empty lines left out
  std::string error;               // with its line; the records are void then
};

// A byte order mark at the start is skipped; lines end with LF or CR LF.
CsvReading ReadCsv(std::string_view text);

}  // namespace permit::ctl
