// What is left of a PDF in the copy that leaves the system, read back by qpdf's and poppler's own
// programs.
#include "handlers/form/pdf_rebuilding.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

#include "handlers/form/pdf_inspection.h"
#include "tests/support/child_process.h"
#include "tests/support/sample_files.h"

namespace permit::test {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;

std::optional<std::string> RebuildPdf(std::string_view bytes) {
  FileBudget budget;
  return permit::RebuildPdf(bytes, budget);
}

class ReadBack {
 public:
  explicit ReadBack(const std::string& bytes) {
    std::string pattern = std::filesystem::temp_directory_path() / "permit-pdf-XXXXXX";
    folder_ = mkdtemp(pattern.data());
    std::ofstream(Path(), std::ios::binary) << bytes;
  }
  ~ReadBack() { std::filesystem::remove_all(folder_); }

  std::string Path() const { return folder_ / "copy.pdf"; }
  // Every object, with its streams unpacked.
  std::string Objects() const {
    return RunProgram({"qpdf", "--qdf", "--object-streams=disable", Path(), "-"}).output;
  }
  Finished Check() const { return RunProgram({"qpdf", "--check", Path()}); }
  std::string Words() const { return RunProgram({"pdftotext", "-layout", Path(), "-"}).output; }

 private:
  std::filesystem::path folder_;
};

constexpr char kFont[] = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>";

std::string Page(const std::string& entries) {
  return "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> "
         ">> /Contents 4 0 R " +
         entries + " >>";
}

// One page that says "the paper", with more in its catalog and its page; object 5 is its font.
std::string PdfThat(const std::string& catalog_entries, const std::string& page_entries = {},
                    const std::vector<std::string>& more = {}) {
  std::vector<std::string> objects = {
      "<< /Type /Catalog /Pages 2 0 R " + catalog_entries + " >>", kPdfPages, Page(page_entries),
      PdfStream("", "BT /F1 12 Tf 50 700 Td (the paper) Tj ET"), kFont};
  objects.insert(objects.end(), more.begin(), more.end());
  return PdfOf(objects);
}

// Words that no copy may hold: names of actions and carriers, and the samples' own.
constexpr const char* kGone[] = {
    "/OpenAction", "/AA",         "/JS",           "/JavaScript", "/Launch",    "/SubmitForm",
    "/GoToR",      "/GoToE",      "/ImportData",   "/Rendition",  "/Movie",     "/3D",
    "/RichMedia",  "/EF",         "/EmbeddedFile", "/XFA",        "/URI",       "/Annots",
    "/AcroForm",   "/Names",      "/Outlines",     "/Metadata",   "/Info",      "/AF",
    "/Collection", "/GoTo3DView", "/Filespec",     "a.example",   "app.alert",  "calc.exe",
    "MZ payload",  "secret note", "/FileAttach",   "/Encrypt",    "/PieceInfo", "/Sound"};

void ExpectPlain(const std::string& original) {
  const auto copy = RebuildPdf(original);
  ASSERT_TRUE(copy) << original;
  const ReadBack back(*copy);
  const Finished check = back.Check();
  EXPECT_EQ(check.exit_code, 0) << check.output;
  const std::string objects = back.Objects();
  for (const char* gone : kGone) EXPECT_THAT(objects, Not(HasSubstr(gone))) << original;
  EXPECT_THAT(back.Words(), HasSubstr("the paper")) << original;
  EXPECT_THAT(*copy, EndsWith("\n%%EOF\n"));
  FileBudget budget;
  EXPECT_EQ(InspectPdf(*copy, budget), std::nullopt) << "it could be handed in itself";
}

TEST(PdfRebuilding, WhatThePagesShowStays) {
  const auto copy = RebuildPdf(PdfThat(""));
  ASSERT_TRUE(copy);
  EXPECT_THAT(ReadBack(*copy).Words(), HasSubstr("the paper"));
  ExpectPlain(PdfThat(""));
  EXPECT_EQ(copy, RebuildPdf(PdfThat(""))) << "the same each time";
}

TEST(PdfRebuilding, NothingIsDoneWhenItIsOpened) {
  for (const char* action :
       {"<< /S /JavaScript /JS (app.alert) >>", "<< /S /Launch /F (calc.exe) >>",
        "<< /S /SubmitForm /F (https://a.example) >>", "<< /S /GoToR /F (a.example.pdf) /D [0] >>",
        "<< /S /GoToE /T << /R /C >> >>", "<< /S /ImportData /F (a.example) >>",
        "<< /S /Rendition /OP 0 /JS (app.alert) >>", "<< /S /Movie /Operation /Play >>",
        "<< /S /Sound >>", "<< /S /GoTo3DView >>", "<< /S /RichMediaExecute >>",
        "<< /S /URI /URI (https://a.example) >>", "<< /S /URI /URI (\\\\\\\\a.example\\\\x) >>",
        "<< /S /Named /N /Print >>"}) {
    SCOPED_TRACE(action);
    const std::string does(action);
    ExpectPlain(PdfThat("/OpenAction " + does));
    ExpectPlain(PdfThat("/OpenAction 6 0 R", "", {does}));
    ExpectPlain(PdfThat("/AA << /WC " + does + " >>"));
    ExpectPlain(PdfThat("", "/AA << /O " + does + " /C 6 0 R >>", {does}));
    ExpectPlain(
        PdfThat("", "/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A " + does + " >>]"));
    ExpectPlain(PdfThat("/Outlines << /First << /Title (secret note) /A " + does + " >> >>"));
    ExpectPlain(PdfThat("/Names << /JavaScript << /Names [(a) 6 0 R] >> >>", "", {does}));
  }
}

TEST(PdfRebuilding, NothingIsCarriedAlong) {
  const std::string file = "<< /Type /Filespec /F (a.example) /EF << /F 7 0 R >> >>";
  const std::string payload = PdfStream("/Type /EmbeddedFile", "MZ payload");
  ExpectPlain(PdfThat("/Names << /EmbeddedFiles << /Names [(a) 6 0 R] >> >>", "", {file, payload}));
  ExpectPlain(PdfThat("/AF [6 0 R] /Collection << >>", "/AF [6 0 R]", {file, payload}));
  ExpectPlain(
      PdfThat("", "/Annots [<< /Type /Annot /Subtype /FileAttachment /Rect [0 0 9 9] /FS 6 0 R >>]",
              {file, payload}));
  ExpectPlain(PdfThat(
      "",
      "/Annots [<< /Type /Annot /Subtype /RichMedia /Rect [0 0 9 9] /RichMediaContent 6 0 R >>]",
      {file, payload}));
  ExpectPlain(PdfThat("", "/Annots [<< /Type /Annot /Subtype /3D /Rect [0 0 9 9] /3DD 6 0 R >>]",
                      {PdfStream("/Type /3D /Subtype /U3D", "MZ payload")}));
  ExpectPlain(PdfThat("/AcroForm << /Fields [] /XFA 6 0 R >>", "",
                      {PdfStream("", "<xdp>secret note</xdp>")}));
  ExpectPlain(PdfThat("/Metadata 6 0 R /PieceInfo << /X 6 0 R >>", "/PieceInfo << /X 6 0 R >>",
                      {PdfStream("/Type /Metadata /Subtype /XML", "secret note")}));
  ExpectPlain(PdfThat("", "", {PdfStream("", "secret note")}));
}

// What the page draws with may hold what it does not draw.
TEST(PdfRebuilding, WhatThePageDrawsWithCarriesNothingEither) {
  const auto drawing_with = [](const std::string& resources, std::vector<std::string> more) {
    std::vector<std::string> objects = {
        kPdfCatalog, kPdfPages,
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font "
        "<< /F1 5 0 R >> " +
            resources + " >> >>",
        PdfStream("", "BT /F1 12 Tf 50 700 Td (the paper) Tj ET /X Do"), kFont};
    objects.insert(objects.end(), more.begin(), more.end());
    return PdfOf(objects);
  };
  const std::string form = "/Type /XObject /Subtype /Form /BBox [0 0 9 9] ";
  ExpectPlain(drawing_with("/Hidden << /S /Launch /F (calc.exe) >>", {}));
  ExpectPlain(drawing_with("/XObject << /X 6 0 R >>", {PdfStream(form + "/F (a.example)", "q Q")}));
  ExpectPlain(
      drawing_with("/XObject << /X 6 0 R >>",
                   {PdfStream(form + "/Ref << /F (\\\\\\\\a.example\\\\x) /Page 0 >>", "q Q")}));
  ExpectPlain(
      drawing_with("/XObject << /X 6 0 R >>",
                   {PdfStream(form + "/More << /S /JavaScript /JS (app.alert) >>", "q Q")}));
  ExpectPlain(
      drawing_with("/Properties << /X 6 0 R >>", {"[[<< /S /URI /URI (https://a.example) >>]]"}));
  ExpectPlain(
      drawing_with("/XObject << /X 6 0 R >>", {PdfStream("/Type /EmbeddedFile", "MZ payload")}));
}

TEST(PdfRebuilding, WhatFormsAndRemarksShowIsDrawn) {
  const std::string shown = PdfStream(
      "/Type /XObject /Subtype /Form /BBox [0 0 200 20] /Resources << /Font << /F1 5 0 R "
      ">> >>",
      "BT /F1 12 Tf 0 5 Td (filled in) Tj ET");
  const auto copy_of = [](const std::string& form_entries, const std::string& widget_entries,
                          const std::string& picture) {
    const std::string widget =
        "<< /Type /Annot /Subtype /Widget /FT /Tx /T (name) /V (filled in) /F 4 /Rect [50 600 250 "
        "620] /DA (/F1 12 Tf 0 g) " +
        widget_entries + " >>";
    return RebuildPdf(PdfThat(
        "/AcroForm << /Fields [6 0 R] /DR << /Font << /F1 5 0 R >> >> " + form_entries + " >>",
        "/Annots [6 0 R]", {widget, picture}));
  };
  for (const auto& copy : {copy_of("", "/AP << /N 7 0 R >>", shown),
                           copy_of("/NeedAppearances true", "/AP << /N 7 0 R >>", shown),
                           copy_of("/NeedAppearances true", "", "null")}) {
    ASSERT_TRUE(copy);
    const ReadBack back(*copy);
    EXPECT_THAT(back.Words(), HasSubstr("filled in"));
    EXPECT_THAT(back.Objects(), Not(HasSubstr("/AcroForm")));
    EXPECT_THAT(back.Objects(), Not(HasSubstr("/Widget")));
  }
}

TEST(PdfRebuilding, NothingStandsBehindTheEndOrBeforeTheBeginning) {
  ExpectPlain(PdfThat("") + "MZ payload");
  ExpectPlain("MZ payload\n" + PdfThat(""));
  // A later version of the document, to whose objects the trailer no longer leads.
  std::string twice = PdfThat("");
  const std::string start = std::to_string(twice.find("xref\n"));
  const std::string at = std::to_string(twice.size());
  twice += "6 0 obj\n(secret note)\nendobj\nxref\n6 1\n" + std::string(10 - at.size(), '0') + at +
           " 00000 n \ntrailer << /Root 1 0 R /Size 7 /Prev " + start +
           " /Info 6 0 R /X (secret "
           "note) >>\nstartxref\n" +
           std::to_string(twice.size() + std::string("6 0 obj\n(secret note)\nendobj\n").size()) +
           "\n%%EOF\n";
  ExpectPlain(twice);
}

TEST(PdfRebuilding, OneThatOpensWithoutAPasswordIsWrittenOpen) {
  const auto copy = RebuildPdf(MakeEncryptedPdf(""));
  ASSERT_TRUE(copy);
  EXPECT_THAT(ReadBack(*copy).Objects(), Not(HasSubstr("/Encrypt")));
  EXPECT_THAT(ReadBack(*copy).Objects(), HasSubstr("% locked"));
}

TEST(PdfRebuilding, WhatCannotBeReadGivesNone) {
  EXPECT_EQ(RebuildPdf("%PDF-1.4\n%%EOF\n"), std::nullopt);
  EXPECT_EQ(RebuildPdf(""), std::nullopt);
  EXPECT_EQ(RebuildPdf("MZ payload"), std::nullopt);
  EXPECT_EQ(RebuildPdf(MakeEncryptedPdf("secret")), std::nullopt);
  EXPECT_EQ(RebuildPdf(PdfOf({"<< /Type /Catalog >>"})), std::nullopt);
}

}  // namespace
}  // namespace permit::test
