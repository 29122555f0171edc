#include "handlers/form/pdf_inspection.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include "handlers/rules/required_documents.h"
#include "tests/support/sample_files.h"

namespace permit::test {
namespace {

std::optional<Problem> InspectPdf(std::string_view bytes) {
  FileBudget budget;
  return permit::InspectPdf(bytes, budget);
}

std::string Packed(const std::string& bytes) {
  uLongf size = compressBound(bytes.size());
  std::string packed(size, '\0');
  compress2(reinterpret_cast<Bytef*>(packed.data()), &size,
            reinterpret_cast<const Bytef*>(bytes.data()), bytes.size(), 9);
  packed.resize(size);
  return packed;
}

// One page, and more in its catalog.
std::string PdfThat(const std::string& catalog_entries, const std::vector<std::string>& more = {}) {
  std::vector<std::string> objects = {"<< /Type /Catalog /Pages 2 0 R " + catalog_entries + " >>",
                                      kPdfPages, kPdfPage, PdfStream("", "q Q")};
  objects.insert(objects.end(), more.begin(), more.end());
  return PdfOf(objects);
}

TEST(PdfInspection, APaperToReadMayCome) {
  EXPECT_EQ(std::nullopt, InspectPdf(MakePdf()));
  EXPECT_EQ(std::nullopt, InspectPdf(PdfThat("/OpenAction [3 0 R /Fit]")));
  EXPECT_EQ(std::nullopt, InspectPdf(PdfThat("/Names << /EmbeddedFiles << /Names [] >> "
                                             "/JavaScript << /Names [] >> >>")));
  EXPECT_EQ(std::nullopt, InspectPdf(PdfThat("/X << /S /URI /URI (https://example.org) >>")));
}

TEST(PdfInspection, ThePasswordOfItsReaderCountsAlone) {
  EXPECT_EQ(Problem::kFileEncrypted, InspectPdf(MakeEncryptedPdf("secret")));
  EXPECT_EQ(std::nullopt, InspectPdf(MakeEncryptedPdf("")));
}

TEST(PdfInspection, WhatNobodyKnowsToOpenIsLocked) {
  std::string locked = MakePdf();
  locked.replace(locked.find("/Root"), 0,
                 "/Encrypt << /Filter /Adobe.PubSec /V 4 >> /ID [(a) (b)] ");
  EXPECT_EQ(Problem::kFileEncrypted, InspectPdf(locked));
}

TEST(PdfInspection, OneWithoutPagesIsNamed) {
  EXPECT_EQ(Problem::kFileWithoutPages, InspectPdf(PdfOf({"<< /Type /Catalog >>"})));
  EXPECT_EQ(Problem::kFileWithoutPages,
            InspectPdf(PdfOf({kPdfCatalog, "<< /Type /Pages /Kids [] /Count 0 >>"})));
}

TEST(PdfInspection, WhatActsOrCarriesIsNoPaper) {
  for (const std::string& active :
       {PdfThat("/OpenAction << /S /JavaScript /JS (app.alert) >>"),
        PdfThat("/Names << /JavaScript << /Names [(a) 5 0 R] >> >>",
                {"<< /S /JavaScript /JS 6 0 R >>", PdfStream("", "app.alert(1)")}),
        PdfThat("/AA << /WC << /S /Launch /F (calc.exe) >> >>"),
        PdfThat("/AcroForm << /Fields [] /XFA 5 0 R >>", {PdfStream("", "<xdp/>")}),
        PdfThat("/Names << /EmbeddedFiles << /Names [(a) 5 0 R] >> >>",
                {"<< /Type /Filespec /F (a.exe) /EF << /F 6 0 R >> >>", PdfStream("", "MZ")}),
        PdfThat("/X [[ << /S /Launch /F (calc.exe) >> ]]"),
        PdfThat("", {PdfStream("/Type /EmbeddedFile", "MZ")}),
        PdfThat("/X << /S /SubmitForm /F (https://a.example) >>"),
        PdfThat("/X << /S /GoToR /F (other.pdf) /D [0 /Fit] >>"),
        PdfThat("/X << /S /GoToE /T << /R /C >> >>"), PdfThat("/X << /S /ImportData /F (a) >>"),
        PdfThat("/X << /S /Rendition /OP 0 >>"), PdfThat("/X << /Subtype /Movie >>"),
        PdfThat("/X << /Subtype /3D >>"), PdfThat("/X << /Subtype /FileAttachment >>"),
        PdfThat("/OpenAction << /S /URI /URI (https://a.example) >>"),
        PdfThat("/AA << /O << /S /URI /URI (https://a.example) >> >>"),
        PdfThat("/X << /Type /Filespec /F (\\\\\\\\a.example\\\\share) >>"),
        PdfThat("/X << /S /URI /URI (file:///etc/passwd) >>")}) {
    EXPECT_EQ(Problem::kFileActive, InspectPdf(active)) << active;
  }
}

// The trailer is no object of its own, and a catalog may stand in it.
TEST(PdfInspection, WhatStandsInTheTrailerCountsToo) {
  const auto with = [](const std::string& entries) {
    std::string pdf = MakePdf();
    return pdf.replace(pdf.find("/Root 1 0 R"), 11, entries);
  };
  EXPECT_EQ(std::nullopt, InspectPdf(with("/Root << /Type /Catalog /Pages 2 0 R >>")));
  EXPECT_EQ(Problem::kFileActive,
            InspectPdf(with("/Root << /Type /Catalog /Pages 2 0 R "
                            "/OpenAction << /S /JavaScript /JS (app.alert) >> >>")));
  EXPECT_EQ(Problem::kFileActive, InspectPdf(with("/Root 1 0 R /EF << /F 4 0 R >>")));
}

std::string Zip(const std::string& comment) {
  std::string zip("PK\x03\x04", 4);
  zip += std::string("PK\x05\x06", 4) + std::string(16, '\0');
  zip += static_cast<char>(comment.size() & 0xff);
  zip += static_cast<char>(comment.size() >> 8);
  return zip + comment;
}

TEST(PdfInspection, AnArchiveThatHangsOnIsFound) {
  EXPECT_EQ(Problem::kFileActive, InspectPdf(MakePdf() + Zip("")));
  EXPECT_EQ(Problem::kFileActive, InspectPdf(MakePdf() + Zip("") + "more"));
  // The rest of the paper is the archive's comment.
  std::string within = MakePdf();
  const std::size_t at = within.find("1 0 obj");
  EXPECT_EQ(Problem::kFileActive,
            InspectPdf(within.substr(0, at) + "% " + Zip("\n" + within.substr(at))));
  // The letters alone are none.
  EXPECT_EQ(std::nullopt, InspectPdf(PdfThat("/X (PK\x05\x06)")));
}

TEST(PdfInspection, APageThatDoesNotUnpackIsDamaged) {
  const std::string packed = Packed(std::string(4000, 'q') + std::string(4000, 'Q'));
  auto with = [](const std::string& content) {
    return PdfOf({kPdfCatalog, kPdfPages, kPdfPage, PdfStream("/Filter /FlateDecode", content)});
  };
  EXPECT_EQ(std::nullopt, InspectPdf(with(packed)));
  EXPECT_EQ(Problem::kFileDamaged, InspectPdf(with("no such thing")));
  std::string changed = packed;
  changed[packed.size() / 2] = static_cast<char>(changed[packed.size() / 2] ^ 0x55);
  EXPECT_EQ(Problem::kFileDamaged, InspectPdf(with(changed)));
}

TEST(PdfInspection, OneThatLostItsObjectsIsDamaged) {
  EXPECT_EQ(Problem::kFileDamaged, InspectPdf("%PDF-1.4\n%%EOF\n"));
  EXPECT_EQ(Problem::kFileDamaged, InspectPdf(PdfOf({"(no dictionary)"})));
}

TEST(PdfInspection, ATableThatPointsWrongIsMended) {
  std::string shifted = MakePdf();
  shifted.insert(shifted.find("1 0 obj"), "% a line more\n");
  EXPECT_EQ(std::nullopt, InspectPdf(shifted));
}

// Zeros without end, packed: one part that is flushed, repeated, with the sum of them all.
std::string PackedZeros(int hundreds_of_megabytes) {
  const std::string zeros(100'000'000, '\0');
  const uLong sum_of_part = adler32(1, reinterpret_cast<const Bytef*>(zeros.data()), 100'000'000);
  z_stream stream{};
  deflateInit2(&stream, 9, Z_DEFLATED, -15, 9, Z_DEFAULT_STRATEGY);
  std::string part(zeros.size() / 500, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(zeros.data()));
  stream.avail_in = static_cast<uInt>(zeros.size());
  stream.next_out = reinterpret_cast<Bytef*>(part.data());
  stream.avail_out = static_cast<uInt>(part.size());
  deflate(&stream, Z_FULL_FLUSH);
  part.resize(stream.total_out);
  deflateEnd(&stream);
  std::string packed = "\x78\xda";
  uLong sum = 1;
  for (int i = 0; i < hundreds_of_megabytes; ++i) {
    packed += part;
    sum = adler32_combine(sum, sum_of_part, 100'000'000);
  }
  packed += std::string("\x03\0", 2);
  for (int shift : {24, 16, 8, 0}) packed += static_cast<char>(sum >> shift);
  return packed;
}

TEST(PdfInspection, OneThatUnpacksWithoutEndIsGivenUp) {
  auto with = [](int hundreds) {
    return PdfOf({kPdfCatalog, kPdfPages, kPdfPage,
                  PdfStream("/Filter [/FlateDecode /FlateDecode]", Packed(PackedZeros(hundreds)))});
  };
  EXPECT_EQ(std::nullopt, InspectPdf(with(1)));
  const std::string bomb = with(600);
  ASSERT_LT(bomb.size(), kMaxFileBytes);
  EXPECT_EQ(Problem::kFileDamaged, InspectPdf(bomb));
}

TEST(PdfInspection, WhatIsUnpackedComesOffTheBudgetOfTheRequest) {
  const std::string pdf =
      PdfOf({kPdfCatalog, kPdfPages, kPdfPage,
             PdfStream("/Filter [/FlateDecode /FlateDecode]", Packed(PackedZeros(1)))});
  FileBudget budget;
  for (int file = 0; file < 4; ++file) {
    EXPECT_EQ(std::nullopt, permit::InspectPdf(pdf, budget)) << file;
  }
  EXPECT_EQ(Problem::kTooMuchAtOnce, permit::InspectPdf(pdf, budget));
  EXPECT_EQ(std::nullopt, InspectPdf(pdf)) << "alone it may come";
  EXPECT_EQ(budget.unpacked, 0u) << "it took the rest before it was given up";
}

}  // namespace
}  // namespace permit::test
