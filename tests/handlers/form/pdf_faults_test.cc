#include "handlers/form/pdf_faults.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/support/pictures/page_photo.h"
#include "tests/support/sample_files.h"

namespace permit::test {
namespace {

Picture Page() {
  Chance chance(11);
  return Photograph(DrawDocument(chance), ShotOf(chance), chance);
}

std::string Number(unsigned number) { return std::to_string(number); }

// How a picture is packed: as a camera's scanner does, or as plain pixels.
enum class Packed { kJpeg, kPlain, kGrey };

std::string Image(const Picture& picture, Packed packed) {
  const std::string size = "/Type /XObject /Subtype /Image /BitsPerComponent 8 /Width " +
                           Number(picture.width) + " /Height " + Number(picture.height);
  std::string plain(picture.pixels.begin(), picture.pixels.end());
  switch (packed) {
    case Packed::kJpeg:
      return PdfStream(size + " /ColorSpace /DeviceRGB /Filter /DCTDecode",
                       EncodeJpegBelow(picture, 512 * 1024).value());
    case Packed::kPlain:
      return PdfStream(size + " /ColorSpace /DeviceRGB", plain);
    case Packed::kGrey:
      for (std::size_t i = 0; i * 3 < plain.size(); ++i) plain[i] = plain[i * 3];
      plain.resize(plain.size() / 3);
      return PdfStream(size + " /ColorSpace /DeviceGray", plain);
  }
  return {};
}

struct PdfPage {
  std::string image;
  std::string content = "q 595 0 0 842 0 0 cm /Im0 Do Q";
  std::string rotate = "0";
};

std::string Pdf(const std::vector<PdfPage>& pages) {
  std::string kids;
  std::vector<std::string> of_pages;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const std::string first = std::to_string(3 + i * 3), content = std::to_string(4 + i * 3),
                      image = std::to_string(5 + i * 3);
    kids += first + " 0 R ";
    of_pages.push_back("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate " +
                       pages[i].rotate + " /Resources << /XObject << /Im0 " + image +
                       " 0 R >> >> /Contents " + content + " 0 R >>");
    of_pages.push_back(PdfStream("", pages[i].content));
    of_pages.push_back(pages[i].image);
  }
  std::vector<std::string> objects = {kPdfCatalog, "<< /Type /Pages /Kids [" + kids + "] /Count " +
                                                       std::to_string(pages.size()) + " >>"};
  objects.insert(objects.end(), of_pages.begin(), of_pages.end());
  return PdfOf(objects);
}

std::string FaultsOf(const std::vector<PdfPage>& pages) {
  FileBudget budget;
  return WriteFaults(FindPdfFaults(Pdf(pages), budget));
}

TEST(PdfFaults, PagesThatArePicturesAreLookedAtHoweverTheyArePacked) {
  const Picture page = Page();
  for (const Packed packed : {Packed::kJpeg, Packed::kPlain, Packed::kGrey}) {
    EXPECT_EQ(FaultsOf({{Image(page, packed)}}), "");
    EXPECT_EQ(FaultsOf({{Image(Turned(page, 2), packed)}}), "page-upside-down");
  }
}

TEST(PdfFaults, AFaultNamesItsPageAmongSeveral) {
  const Picture page = Page();
  EXPECT_EQ(FaultsOf({{Image(page, Packed::kJpeg)},
                      {Image(Turned(page, 2), Packed::kJpeg)},
                      {Image(Blur(page, 6), Packed::kJpeg)}}),
            "page-upside-down:2 page-blurred:3");
}

TEST(PdfFaults, APageIsSeenAsItIsShown) {
  const Picture page = Page();
  const std::string turned = Image(Turned(page, 2), Packed::kJpeg);
  const std::string upright = Image(page, Packed::kJpeg);
  EXPECT_EQ(FaultsOf({{turned, "q -595 0 0 -842 595 842 cm /Im0 Do Q"}}), "");
  EXPECT_EQ(FaultsOf({{turned, "q 595 0 0 842 0 0 cm /Im0 Do Q", "180"}}), "");
  EXPECT_EQ(FaultsOf({{upright, "q 595 0 0 842 0 0 cm /Im0 Do Q", "180"}}), "page-upside-down");
  EXPECT_EQ(FaultsOf({{upright, "q 595 0 0 842 0 0 cm /Im0 Do Q", "90"}}), "page-on-its-side");
  EXPECT_EQ(
      FaultsOf({{Image(Turned(page, 3), Packed::kJpeg), "q 595 0 0 842 0 0 cm /Im0 Do Q", "90"}}),
      "");
  EXPECT_EQ(
      FaultsOf({{Image(Turned(page, 1), Packed::kJpeg), "q 0 842 -595 0 595 0 cm /Im0 Do Q"}}), "");
}

TEST(PdfFaults, WhatIsNoPictureOfAPageIsPassedOver) {
  FileBudget budget;
  EXPECT_TRUE(FindPdfFaults(MakePdf(), budget).empty());
  EXPECT_TRUE(FindPdfFaults("%PDF-1.4 nothing", budget).empty());
  const std::string turned = Image(Turned(Page(), 2), Packed::kJpeg);
  EXPECT_EQ(FaultsOf({{turned, "q 100 0 0 120 40 700 cm /Im0 Do Q"}}), "") << "a small picture";
  EXPECT_EQ(FaultsOf({{turned, "q 595 0 0 -842 0 842 cm /Im0 Do Q"}}), "") << "mirrored";
  EXPECT_EQ(FaultsOf({{turned, "q 595 0 0 842 0 0 cm /Im9 Do Q"}}), "") << "not there";
}

TEST(PdfFaults, TheTimeForThemNeverRefusesAFile) {
  FileBudget budget;
  budget.cpu = std::chrono::milliseconds(1);
  FindPdfFaults(Pdf({{Image(Page(), Packed::kJpeg)}}), budget);
  EXPECT_GT(budget.cpu.count(), 0);
}

}  // namespace
}  // namespace permit::test
