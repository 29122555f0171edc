// What a command prints: rows under named columns, as an aligned table for people, as CSV for their
// spreadsheets, as JSON or tab-separated lines for scripts.
#pragma once

#include <ostream>
#include <string>
#include <vector>

namespace permit::ctl {

enum class Format { kTable, kJson, kTsv, kCsv };

class Listing {
 public:
  explicit Listing(std::vector<std::string> columns) : columns_(std::move(columns)) {}

  void Add(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }
  std::size_t size() const { return rows_.size(); }

  // Table: columns padded by display width, a Han character counting two. JSON: an array of objects
  // of strings. TSV: a head line, then the rows; tabs and line breaks inside cells become spaces.
  // CSV: the same as RFC 4180 writes it; text that a spreadsheet would take for a formula is led by
  // '.
  void Print(std::ostream& out, Format format) const;

 private:
  void PrintTable(std::ostream& out) const;
  void PrintJson(std::ostream& out) const;
  void PrintTsv(std::ostream& out) const;
  void PrintCsv(std::ostream& out) const;

  std::vector<std::string> columns_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace permit::ctl
