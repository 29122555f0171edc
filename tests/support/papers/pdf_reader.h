// A PDF read back by other people's programs.
#pragma once

#include <string>
#include <vector>

#include "views/pdf/paper.h"

namespace permit::test {

class PdfReader {
 public:
  // Keeps the bytes in a folder of its own until it is gone.
  explicit PdfReader(const std::string& bytes);
  ~PdfReader();
  PdfReader(const PdfReader&) = delete;
  PdfReader& operator=(const PdfReader&) = delete;

  std::string Text() const;   // pdftotext, all white space removed
  std::string Lines() const;  // pdftotext, as it comes
  std::string MutoolLines() const;
  // The text of each piece of content, in the order of the structure (pdfinfo -struct-text).
  std::vector<std::string> StructureTexts() const;

  struct Font {
    std::string name;
    bool embedded = false;
    bool subset = false;
    bool unicode = false;
  };
  std::vector<Font> Fonts() const;  // pdffonts
  std::string Info() const;         // pdfinfo
  std::string Links() const;        // pdfinfo -url
  std::string Language() const;     // of the document, as qpdf reads it
  std::string Check() const;        // qpdf --check: empty when it has nothing to say

  struct Word {
    int page = 1;
    std::string text;
    double left, top, right, bottom;  // millimetres
  };
  std::vector<Word> Words() const;  // pdftotext -bbox

  // What the readers see on the first page at that resolution, sorted.
  std::vector<std::string> Zbar(int dpi) const;
  std::vector<std::string> Zxing(int dpi) const;

  // The first page as a picture in PPM.
  std::string Page(int dpi) const;  // pdftoppm

  // The bytes that a reader gives for the codes in a part of the first page at that resolution.
  std::string ZbarBytes(int dpi, const views::Box& part) const;
  std::string ZxingBytes(int dpi, const views::Box& part) const;
  // The part as a PNG file of this object's folder.
  std::string PartPicture(int dpi, const views::Box& part) const;

  // The first picture of the file as it lies in it.
  std::string FirstPicture() const;  // pdfimages -all

 private:
  std::string Picture(int dpi) const;

  std::string folder_;
  std::string file_;
};

std::string WithoutSpace(std::string_view text);

}  // namespace permit::test
