#include "handlers/operator/csv.h"

namespace permit::ctl {
namespace {

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  CsvReading Read() {
    while (at_ < text_.size() && reading_.error.empty()) ReadRecord();
    return std::move(reading_);
  }

 private:
  void ReadRecord() {
    CsvRecord record;
    record.line = line_;
    do {
      record.fields.push_back(ReadField());
    } while (reading_.error.empty() && Take(','));
    if (!reading_.error.empty()) return;
    Take('\r');
    if (at_ < text_.size() && !Take('\n')) {
      return Fail("a quoted field is followed by something else than a comma");
    }
    ++line_;
    if (record.fields.size() > 1 || !record.fields.front().empty()) {
      reading_.records.push_back(std::move(record));
    }
  }

  std::string ReadField() {
    if (!Take('"')) {
      std::size_t end = text_.find_first_of(",\n\"", at_);
      if (end == std::string_view::npos) end = text_.size();
      std::string field(text_.substr(at_, end - at_));
      at_ = end;
      if (at_ < text_.size() && text_[at_] == '"') Fail("a quote stands inside a bare field");
      if (!field.empty() && field.back() == '\r') field.pop_back();
      return field;
    }
    std::string field;
    while (at_ < text_.size()) {
      char c = text_[at_++];
      if (c == '\n') ++line_;
      if (c != '"') {
        field += c;
      } else if (Take('"')) {
        field += '"';
      } else {
        return field;
      }
    }
    Fail("a quoted field is not closed");
    return field;
  }

  bool Take(char c) {
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  void Fail(const std::string& why) {
    reading_.records.clear();
    reading_.error = "line " + std::to_string(line_) + ": " + why;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  CsvReading reading_;
};

}  // namespace

CsvReading ReadCsv(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  return Reader(text).Read();
}

}  // namespace permit::ctl
