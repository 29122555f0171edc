#include "views/pdf/pdf_file.h"

#include <algorithm>
#include <charconv>
#include <cstdio>

#include "fcgi/base/crypto.h"

namespace permit::views {
namespace {

constexpr std::size_t kIdentifierBytes = 16;

[[noreturn]] void Refuse(const std::string& what) {
  throw PdfFormatError("a PDF file of another kind: " + what);
}

bool IsSpace(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

class Cursor {
 public:
  Cursor(std::string_view text, std::size_t at) : text_(text), at_(at) {
    if (at > text.size()) Refuse("an offset behind its end");
  }

  std::size_t at() const { return at_; }
  std::string_view rest() const { return text_.substr(at_); }

  void SkipSpace() {
    while (at_ < text_.size() && IsSpace(text_[at_])) ++at_;
  }
  bool Take(std::string_view expected) {
    if (!rest().starts_with(expected)) return false;
    at_ += expected.size();
    return true;
  }
  void Expect(std::string_view expected) {
    if (!Take(expected)) Refuse("“" + std::string(expected) + "” is missing");
  }
  std::size_t Number() {
    std::size_t number = 0;
    const std::string_view digits = rest();
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc()) Refuse("a number is missing");
    at_ += static_cast<std::size_t>(end - digits.data());
    return number;
  }

 private:
  std::string_view text_;
  std::size_t at_;
};

// Where the last line but one says that the table starts.
std::size_t FindTable(std::string_view bytes) {
  const std::size_t at = bytes.rfind("startxref\n");
  if (at == bytes.npos) Refuse("no startxref");
  Cursor cursor(bytes, at);
  cursor.Expect("startxref\n");
  const std::size_t table = cursor.Number();
  cursor.Expect("\n%%EOF\n");
  if (!cursor.rest().empty()) Refuse("bytes after its end");
  return table;
}

// One entry of twenty bytes; 0 for a free one.
std::size_t ReadEntry(Cursor& cursor) {
  const std::size_t offset = cursor.Number();
  cursor.Expect(" ");
  const std::size_t generation = cursor.Number();
  if (cursor.Take(" f \n")) return 0;
  cursor.Expect(" n \n");
  if (generation != 0) Refuse("an object of a later generation");
  return offset;
}

std::string Heading(int number) { return std::to_string(number) + " 0 obj\n"; }

std::size_t At(int number) { return static_cast<std::size_t>(number); }

std::string Write(const PdfObject& object) {
  return Heading(object.number) + object.body + "\nendobj\n";
}

std::string Entry(std::size_t offset) {
  char entry[32];
  std::snprintf(entry, sizeof entry, "%010zu 00000 n \n", offset);
  return entry;
}

std::string Identifier(std::string_view of) {
  return "<" + HexEncode(Sha256(of)).substr(0, 2 * kIdentifierBytes) + ">";
}

std::string End(std::string_view trailer, std::size_t table) {
  return "trailer\n<< " + std::string(trailer) + " >>\nstartxref\n" + std::to_string(table) +
         "\n%%EOF\n";
}

}  // namespace

PdfFile::PdfFile(std::string bytes) : bytes_(std::move(bytes)), table_(FindTable(bytes_)) {
  Cursor cursor(bytes_, table_);
  cursor.Expect("xref\n0 ");
  offsets_.resize(cursor.Number());
  cursor.Expect("\n");
  for (std::size_t& offset : offsets_) offset = ReadEntry(cursor);
  FindBodies();

  cursor.Expect("trailer\n<<");
  for (cursor.SkipSpace(); !cursor.Take(">>"); cursor.SkipSpace()) {
    if (cursor.Take("/Size ")) {
      if (cursor.Number() != offsets_.size()) Refuse("its sizes differ");
    } else if (cursor.Take("/Root ")) {
      catalog_ = static_cast<int>(cursor.Number());
      cursor.Expect(" 0 R");
    } else if (cursor.Take("/Info ")) {
      info_ = static_cast<int>(cursor.Number());
      cursor.Expect(" 0 R");
    } else if (cursor.Take("/ID [")) {
      const std::string_view first = cursor.rest();
      identifier_ = first.substr(0, first.find('>') + 1);
      cursor.Expect(identifier_ + " " + identifier_ + "]");
    } else {
      Refuse("its trailer says “" + std::string(cursor.rest().substr(0, 20)) + "”");
    }
  }
  cursor.Expect("\nstartxref\n");
  if (cursor.at() < bytes_.rfind("startxref\n")) Refuse("a section after its trailer");
  if (Dictionary(catalog_).find("/Type /Catalog") == std::string_view::npos) {
    Refuse("no catalog");
  }
}

void PdfFile::FindBodies() {
  constexpr std::string_view kEnd = "\nendobj\n";
  for (int number = 1; number < size(); ++number) {
    if (Has(number)) order_.push_back(number);
  }
  const auto offset_of = [&](int number) { return offsets_[At(number)]; };
  std::sort(order_.begin(), order_.end(),
            [&](int a, int b) { return offset_of(a) < offset_of(b); });
  ends_.resize(offsets_.size());
  const std::string_view bytes = bytes_;
  for (std::size_t i = 0; i < order_.size(); ++i) {
    const std::size_t begin = offset_of(order_[i]);
    const std::size_t end = i + 1 < order_.size() ? offset_of(order_[i + 1]) : table_;
    const std::string heading = Heading(order_[i]);
    if (end > bytes.size() || begin + heading.size() + kEnd.size() > end) {
      Refuse("an object of no size");
    }
    const std::string_view object = bytes.substr(begin, end - begin);
    if (!object.starts_with(heading) || !object.ends_with(kEnd)) {
      Refuse("an offset that leads to no object");
    }
    ends_[At(order_[i])] = end - kEnd.size();
  }
}

bool PdfFile::Has(int number) const {
  return number > 0 && number < size() && offsets_[At(number)] != 0;
}

std::string_view PdfFile::Body(int number) const {
  if (!Has(number)) Refuse("an object is missing");
  const std::size_t index = At(number);
  const std::size_t begin = offsets_[index] + Heading(number).size();
  return std::string_view(bytes_).substr(begin, ends_[index] - begin);
}

std::string_view PdfFile::Dictionary(int number) const {
  const std::string_view body = Body(number);
  if (!body.starts_with("<<") || !body.ends_with(">>")) Refuse("an object is no dictionary");
  return body;
}

std::vector<int> PdfFile::Pages() const {
  const std::string_view pages = Dictionary(Reference(Dictionary(catalog_), "/Pages"));
  constexpr std::string_view kKids = "/Kids [";
  const std::size_t kids = pages.find(kKids);
  if (kids == pages.npos) Refuse("no pages");
  std::vector<int> numbers;
  Cursor cursor(pages, kids + kKids.size());
  for (cursor.SkipSpace(); !cursor.Take("]"); cursor.SkipSpace()) {
    numbers.push_back(static_cast<int>(cursor.Number()));
    cursor.Expect(" 0 R");
    if (Dictionary(numbers.back()).find("/Type /Page ") == std::string_view::npos) {
      Refuse("a page of another kind");
    }
  }
  if (numbers.empty()) Refuse("no first page");
  return numbers;
}

std::string PdfFile::Rewritten(const std::map<int, std::string>& bodies) const {
  std::string made = bytes_.substr(0, order_.empty() ? table_ : offsets_[At(order_.front())]);
  made.reserve(bytes_.size());
  std::vector<std::size_t> offsets(offsets_.size());
  const auto write = [&](int number, std::string_view body) {
    if (body.empty()) return;
    offsets[At(number)] = made.size();
    made.append(Heading(number)).append(body).append("\nendobj\n");
  };
  for (int number : order_) {
    const auto changed = bodies.find(number);
    write(number, changed == bodies.end() ? Body(number) : changed->second);
  }
  for (auto added = bodies.lower_bound(size()); added != bodies.end(); ++added) {
    if (At(added->first) != offsets.size()) throw std::logic_error("a gap in the new objects");
    offsets.push_back(0);
    write(added->first, added->second);
  }
  const std::string identifier = Identifier(made);
  const std::size_t table = made.size();
  made += "xref\n0 " + std::to_string(offsets.size()) + "\n0000000000 65535 f \n";
  for (std::size_t number = 1; number < offsets.size(); ++number) {
    made += offsets[number] == 0 ? "0000000000 00000 f \n" : Entry(offsets[number]);
  }
  return made + End(Trailer(static_cast<int>(offsets.size())) + " /ID [" + identifier + " " +
                        identifier + "]",
                    table);
}

std::string PdfFile::Trailer(int size) const {
  return "/Size " + std::to_string(size) + " /Root " + std::to_string(catalog_) + " 0 R /Info " +
         std::to_string(info_) + " 0 R";
}

std::string PdfFile::WithSection(std::vector<PdfObject> objects) const {
  std::sort(objects.begin(), objects.end(),
            [](const PdfObject& a, const PdfObject& b) { return a.number < b.number; });
  std::string made = bytes_;
  std::string entries;
  for (const PdfObject& object : objects) {
    entries += std::to_string(object.number) + " 1\n" + Entry(made.size());
    made += Write(object);
  }
  const std::size_t table = made.size();
  made += "xref\n" + entries;
  const int last = std::max(size() - 1, objects.empty() ? 0 : objects.back().number);
  std::string trailer = Trailer(last + 1) + " /Prev " + std::to_string(table_);
  if (!identifier_.empty()) {
    trailer += " /ID [" + identifier_ + " " +
               Identifier(std::string_view(made).substr(bytes_.size())) + "]";
  }
  return made + End(trailer, table);
}

std::string WithEntries(std::string_view dictionary, std::string_view entries) {
  return std::string(dictionary.substr(0, dictionary.size() - 2)).append(entries).append("\n>>");
}

int Reference(std::string_view dictionary, std::string_view key) {
  const std::size_t found = dictionary.find(std::string(key) + " ");
  if (found == dictionary.npos) Refuse("“" + std::string(key) + "” is missing");
  Cursor cursor(dictionary, found + key.size() + 1);
  const std::size_t number = cursor.Number();
  cursor.Expect(" 0 R");
  return static_cast<int>(number);
}

std::string PdfText(std::string_view utf8) {
  std::string text = "<FEFF";
  const auto unit = [&](char32_t value) {
    char hex[8];
    std::snprintf(hex, sizeof hex, "%04X", static_cast<unsigned>(value));
    text += hex;
  };
  for (std::size_t at = 0; at < utf8.size();) {
    const auto lead = static_cast<unsigned char>(utf8[at]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t point = length == 1 ? lead : lead & (0xFFu >> (length + 1));
    for (std::size_t i = 1; i < length && at + i < utf8.size(); ++i) {
      point = point << 6 | (static_cast<unsigned char>(utf8[at + i]) & 0x3Fu);
    }
    at += length;
    if (point >= 0x10000) {
      unit(0xD800 + ((point - 0x10000) >> 10));
      unit(0xDC00 + ((point - 0x10000) & 0x3FF));
    } else {
      unit(point);
    }
  }
  return text + ">";
}

}  // namespace permit::views
