#include "sql/row_set.h"

#include <cstdio>
#include <stdexcept>
#include <utility>

namespace permit::sql {
namespace {

// The connector sends a longer text than 256 KiB as bytes, and MySQL reads no JSON out of these
// (3144).
constexpr std::size_t kPieceBytes = 192 * 1024;

struct CellWriter {
  std::string& out;

  void operator()(std::nullptr_t) { out += "null"; }
  void operator()(std::int64_t number) { out += std::to_string(number); }
  void operator()(std::uint64_t number) { out += std::to_string(number); }
  void operator()(const Blob&) { throw std::logic_error("a row set holds no bytes"); }
  void operator()(const std::string& text) {
    out += '"';
    std::size_t written = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
      const char c = text[at];
      const bool control = static_cast<unsigned char>(c) < 0x20;
      if (!control && c != '"' && c != '\\') continue;
      out.append(text, written, at - written);
      written = at + 1;
      if (control) {
        char escape[8];
        std::snprintf(escape, sizeof escape, "\\u%04x", static_cast<unsigned>(c));
        out += escape;
      } else {
        out += '\\';
        out += c;
      }
    }
    out.append(text, written);
    out += '"';
  }
};

std::vector<Value> With(const std::string& piece, const std::vector<Value>& after) {
  std::vector<Value> values = {piece};
  values.insert(values.end(), after.begin(), after.end());
  return values;
}

}  // namespace

void RowSet::Add(const std::vector<Value>& cells) {
  if (pieces_.empty() || pieces_.back().size() > kPieceBytes) {
    pieces_.emplace_back("[");
  } else {
    pieces_.back().back() = ',';
  }
  std::string& piece = pieces_.back();
  char before = '[';
  for (const Value& cell : cells) {
    piece += before;
    std::visit(CellWriter{piece}, cell.variant());
    before = ',';
  }
  piece += "]]";
  ++rows_;
}

std::vector<Row> QueryEach(Executor& executor, const Statement& statement, const RowSet& rows) {
  std::vector<Row> found;
  for (const std::string& piece : rows.pieces()) {
    for (Row& row : executor.Query(statement, {piece})) found.push_back(std::move(row));
  }
  return found;
}

std::uint64_t ExecuteEach(Executor& executor, const Statement& statement, const RowSet& rows,
                          const std::vector<Value>& after) {
  std::uint64_t affected = 0;
  for (const std::string& piece : rows.pieces()) {
    affected += executor.Execute(statement, With(piece, after));
  }
  return affected;
}

}  // namespace permit::sql
