// A finished PDF file taken apart as far as changing it needs: its objects and its trailer.
//
// It takes what cairo 1.16 writes, and that alone: one section with a classic cross-reference table
// whose every entry leads to its object. Anything else (a cross-reference stream, a later section,
// encryption, bytes after the end) is a PdfFormatError and never guessed at (ISO 32000-1, 7.5).
#pragma once

#include <cstddef>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace permit::views {

// The library writes other files than it used to.
class PdfFormatError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

struct PdfObject {
  int number = 0;
  std::string body;  // between "obj" and "endobj"
};

class PdfFile {
 public:
  explicit PdfFile(std::string bytes);

  const std::string& bytes() const { return bytes_; }
  int size() const { return static_cast<int>(offsets_.size()); }  // the first free number
  int catalog() const { return catalog_; }
  std::vector<int> Pages() const;  // in their order
  int FirstPage() const { return Pages().front(); }

  bool Has(int number) const;
  std::string_view Body(int number) const;        // between "obj" and "endobj"
  std::string_view Dictionary(int number) const;  // a body that is "<< … >>"

  // The same file with other bodies of some objects, and with identifiers made from its bytes. An
  // empty body takes an object out; numbers from size() on, without a gap, are new objects.
  std::string Rewritten(const std::map<int, std::string>& bodies) const;

  // The same bytes followed by a section with new objects and with new versions of old ones.
  std::string WithSection(std::vector<PdfObject> objects) const;

 private:
  void FindBodies();
  std::string Trailer(int size) const;

  std::string bytes_;
  std::size_t table_ = 0;             // where the cross-reference table starts
  std::vector<std::size_t> offsets_;  // of the objects, by number; 0: free
  std::vector<int> order_;            // the numbers as the objects follow each other
  std::vector<std::size_t> ends_;     // of the bodies, by number
  int catalog_ = 0;
  int info_ = 0;
  std::string identifier_;  // "<…>"; empty: none
};

// The dictionary with the entries at its end.
std::string WithEntries(std::string_view dictionary, std::string_view entries);

// The number in "/Key 12 0 R" of a dictionary; throws PdfFormatError without one.
int Reference(std::string_view dictionary, std::string_view key);

// A text string as UTF-16 in hexadecimal, "<FEFF…>".
std::string PdfText(std::string_view utf8);

}  // namespace permit::views
