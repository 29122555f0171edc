// Scans that are too large to be kept, read back by qpdf's own program and by our reader of JPEG.
#include "handlers/form/pdf_reduction.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "handlers/form/pdf_inspection.h"
#include "handlers/form/picture.h"
#include "handlers/form/reduced_document.h"
#include "handlers/rules/required_documents.h"
#include "tests/support/sample_files.h"

namespace permit::test {
namespace {

ReducedDocument Reduce(std::string_view bytes) {
  FileBudget budget;
  return ReduceDocument(bytes, ReadFileKind(bytes), budget);
}

std::optional<Problem> Inspect(std::string_view bytes) {
  FileBudget budget;
  return InspectPdf(bytes, budget);
}

// A page of print with a scanner's noise; `seed` makes each another.
std::array<unsigned char, 3> Scanned(unsigned x, unsigned y, unsigned seed) {
  const bool dark = y / 40 % 2 == 0 && (x / 9 + seed) % 3 == 0;
  unsigned mixed = x * 374761393u + y * 668265263u + seed;
  mixed = (mixed ^ mixed >> 13) * 1274126177u;
  const auto grain = static_cast<unsigned char>((mixed >> 16) % 23);
  const auto light = static_cast<unsigned char>((dark ? 20 : 225) + grain);
  return {light, light, light};
}

std::string ScanJpeg(unsigned seed, JpegKind kind = JpegKind::kPlain) {
  return PaintJpeg(
      1654, 2339, [=](unsigned x, unsigned y) { return Scanned(x, y, seed); }, kind);
}

std::string Image(const std::string& entries, const std::string& bytes, unsigned width = 1654,
                  unsigned height = 2339) {
  return PdfStream("/Type /XObject /Subtype /Image /Width " + std::to_string(width) + " /Height " +
                       std::to_string(height) + " /BitsPerComponent 8 " + entries,
                   bytes);
}

// One page a picture, with more in the catalog.
std::string ScanPdf(const std::vector<std::string>& images, const std::string& catalog = {}) {
  std::string kids;
  std::vector<std::string> pages;
  for (std::size_t i = 0; i < images.size(); ++i) {
    const std::string page = std::to_string(3 + 3 * i);
    const std::string content = std::to_string(4 + 3 * i);
    const std::string image = std::to_string(5 + 3 * i);
    kids += page + " 0 R ";
    pages.push_back("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents " + content +
                    " 0 R /Resources << /XObject << /Im " + image + " 0 R >> >> >>");
    pages.push_back(PdfStream("", "595 0 0 842 0 0 cm /Im Do"));
    pages.push_back(images[i]);
  }
  std::vector<std::string> objects = {
      "<< /Type /Catalog /Pages 2 0 R " + catalog + " >>",
      "<< /Type /Pages /Kids [" + kids + "] /Count " + std::to_string(images.size()) + " >>"};
  objects.insert(objects.end(), pages.begin(), pages.end());
  return PdfOf(objects);
}

const std::string kJpegInColour = "/ColorSpace /DeviceRGB /Filter /DCTDecode";

// The JPEGs that stand in a PDF.
std::vector<FileReading> PicturesIn(const std::string& pdf) {
  std::vector<FileReading> found;
  for (std::size_t at = pdf.find("\xff\xd8\xff"); at != std::string::npos;
       at = pdf.find("\xff\xd8\xff", at + 1)) {
    const std::size_t end = pdf.find("endstream", at);
    found.push_back(ReadFileKind(std::string_view(pdf).substr(at, end - at)));
  }
  return found;
}

void ExpectPages(const ReducedDocument& document, std::size_t pages) {
  ASSERT_EQ(document.problem, std::nullopt);
  EXPECT_EQ(document.kind, FileKind::kPdf);
  EXPECT_GT(document.made.size(), 0u);
  EXPECT_LT(document.made.size(), kMaxFileBytes);
  EXPECT_EQ(Inspect(document.made), std::nullopt);
  const std::vector<FileReading> pictures = PicturesIn(document.made);
  EXPECT_EQ(pictures.size(), pages);
  for (const FileReading& picture : pictures) {
    EXPECT_EQ(picture.problem, std::nullopt);
    EXPECT_GE(std::max(picture.width, picture.height), 1600u);
  }
}

TEST(PdfReduction, AScanOfPagesIsMadeSmaller) {
  const std::string came =
      ScanPdf({Image(kJpegInColour, ScanJpeg(1)), Image(kJpegInColour, ScanJpeg(2)),
               Image(kJpegInColour, ScanJpeg(3))});
  ASSERT_GT(came.size(), 2 * kMaxFileBytes);
  ExpectPages(Reduce(came), 3);
}

TEST(PdfReduction, PicturesOfEveryPlainKindAreMadeSmaller) {
  std::string raw;
  std::string grey;
  for (unsigned y = 0; y < 2339; ++y) {
    for (unsigned x = 0; x < 1654; ++x) {
      for (unsigned char part : Scanned(x, y, 5)) raw += static_cast<char>(part);
      grey += raw.back();
    }
  }
  ExpectPages(Reduce(ScanPdf({Image("/ColorSpace /DeviceRGB", raw)})), 1);
  ExpectPages(Reduce(ScanPdf({Image("/ColorSpace [/CalGray << /WhitePoint [1 1 1] >>]", grey)})),
              1);
  ExpectPages(Reduce(ScanPdf({Image("/ColorSpace /DeviceGray /Filter [/DCTDecode]",
                                    ScanJpeg(6, JpegKind::kGrey))})),
              1);
}

TEST(PdfReduction, WhatHangsOnThePagesIsDropped) {
  const ReducedDocument document = Reduce(
      ScanPdf({Image(kJpegInColour, ScanJpeg(1))}, "/Lang (zh-TW) /PieceInfo << /x (secret) >>"));
  ExpectPages(document, 1);
  EXPECT_EQ(document.made.find("secret"), std::string::npos);
}

std::string Noise(std::size_t size) {
  std::mt19937 random(7);
  std::string bytes(size, ' ');
  for (char& byte : bytes) byte = static_cast<char>(random());
  return bytes;
}

TEST(PdfReduction, WhatIsNotTheSizeOfPicturesIsRefused) {
  std::string words;
  for (unsigned char byte : Noise(1'200'000)) words += static_cast<char>('a' + byte % 26);
  EXPECT_EQ(Reduce(MakePdf(words)).problem, Problem::kFileNotReduced);
  const std::string unknown = Image("/ColorSpace /DeviceRGB /Filter /JPXDecode", Noise(800'000));
  EXPECT_EQ(Reduce(ScanPdf({unknown})).problem, Problem::kFileNotReduced);
  const std::string broken = Image(kJpegInColour, Noise(800'000));
  EXPECT_EQ(Reduce(ScanPdf({broken})).problem, Problem::kFileNotReduced);
}

TEST(PdfReduction, MorePagesThanCanBeReadInTheRoomAreRefused) {
  const std::string came = ScanPdf(std::vector<std::string>(40, Image(kJpegInColour, ScanJpeg(1))));
  FileBudget budget;
  EXPECT_EQ(ReducePdf(came, kMaxFileBytes, budget), std::nullopt);
}

TEST(PdfReduction, ALargeOneIsInspectedLikeASmallOne) {
  const std::string image = Image(kJpegInColour, ScanJpeg(1));
  EXPECT_EQ(
      Reduce(ScanPdf({image}, "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>")).problem,
      Problem::kFileActive);
  const std::string whole = ScanPdf({image});
  EXPECT_EQ(Reduce(whole.substr(0, whole.size() - 200)).problem, Problem::kFileDamaged);
}

}  // namespace
}  // namespace permit::test
