#include "handlers/operator/listing.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>

namespace permit::ctl {
namespace {

// In cells of a terminal. A character whose UTF-8 starts with 0xE3 or above (U+3000 and later: Han,
// kana, full-width forms) counts as two; an approximation of Unicode's East Asian Width.
std::size_t Width(const std::string& text) {
  std::size_t width = 0;
  for (unsigned char byte : text) {
    if ((byte & 0xC0) == 0x80) continue;
    width += byte >= 0xE3 ? 2 : 1;
  }
  return width;
}

// Control characters would let a cell forge a line or move the terminal's cursor.
std::string OneLine(std::string text) {
  for (char& c : text) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = ' ';
  }
  return text;
}

bool IsNumber(const std::string& text) {
  const std::size_t digits = text.starts_with('-') ? 1 : 0;
  return text.size() > digits && text.find_first_not_of("0123456789", digits) == std::string::npos;
}

std::string CsvField(std::string text) {
  std::string field = OneLine(std::move(text));
  if (!field.empty() && std::string_view("=+-@").find(field[0]) != std::string_view::npos &&
      !IsNumber(field)) {
    field.insert(0, 1, '\'');
  }
  if (field.find_first_of(",\"") == std::string::npos) return field;
  std::string quoted = "\"";
  for (char c : field) quoted += c == '"' ? "\"\"" : std::string(1, c);
  return quoted + '"';
}

void PrintLines(std::ostream& out, const std::vector<std::string>& head,
                const std::vector<std::vector<std::string>>& rows, const char* between,
                const char* end, std::string (*cell)(std::string)) {
  const auto print = [&](const std::vector<std::string>& row) {
    for (std::size_t i = 0; i < row.size(); ++i) out << (i ? between : "") << cell(row[i]);
    out << end;
  };
  print(head);
  for (const auto& row : rows) print(row);
}

}  // namespace

void Listing::Print(std::ostream& out, Format format) const {
  switch (format) {
    case Format::kTable:
      return PrintTable(out);
    case Format::kJson:
      return PrintJson(out);
    case Format::kTsv:
      return PrintTsv(out);
    case Format::kCsv:
      return PrintCsv(out);
  }
}

void Listing::PrintTable(std::ostream& out) const {
  std::vector<std::size_t> widths;
  for (const std::string& column : columns_) widths.push_back(Width(column));
  for (const auto& row : rows_) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      widths[i] = std::max(widths[i], Width(OneLine(row[i])));
    }
  }
  auto print = [&](const std::vector<std::string>& row) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
      std::string cell = OneLine(row[i]);
      line += cell;
      if (i + 1 < row.size()) line.append(widths[i] - Width(cell) + 2, ' ');
    }
    line.erase(line.find_last_not_of(' ') + 1);
    out << line << '\n';
  };
  print(columns_);
  for (const auto& row : rows_) print(row);
}

void Listing::PrintJson(std::ostream& out) const {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const auto& row : rows_) {
    nlohmann::ordered_json object;
    for (std::size_t i = 0; i < row.size(); ++i) object[columns_[i]] = row[i];
    list.push_back(std::move(object));
  }
  out << list.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
}

void Listing::PrintTsv(std::ostream& out) const {
  PrintLines(out, columns_, rows_, "\t", "\n", OneLine);
}

void Listing::PrintCsv(std::ostream& out) const {
  PrintLines(out, columns_, rows_, ",", "\r\n", CsvField);
}

}  // namespace permit::ctl
