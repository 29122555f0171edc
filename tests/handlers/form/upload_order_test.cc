// Files that were handed in together are shown in the order in which they were chosen.
#include <gtest/gtest.h>

#include <map>

#include "sql/case_store.h"
#include "tests/handlers/application/apply_fixture.h"
#include "tests/handlers/operator/shell.h"
#include "tests/support/papers/pdf_reader.h"
#include "tests/support/sample_files.h"

namespace permit::test {
namespace {

const std::vector<std::string> kNames = {"m.pdf", "z.pdf", "a.pdf", "q.pdf", "b.pdf"};

class UploadOrderTest : public AtShell<ApplyTest> {
 protected:
  // Those of kNames in the order in which the text names them first.
  static std::vector<std::string> Shown(const std::string& text) {
    std::map<std::size_t, std::string> places;
    for (const std::string& name : kNames) {
      const std::size_t at = text.find(name);
      if (at != std::string::npos) places[at] = name;
    }
    std::vector<std::string> names;
    for (const auto& [at, name] : places) names.push_back(name);
    return names;
  }
  static std::vector<SentFile> Files() {
    std::vector<SentFile> files;
    for (const std::string& name : kNames) files.push_back({"other", name, MakePdf(name)});
    return files;
  }
};

TEST_F(UploadOrderTest, OnTheFormTheCheckPageTheCaseTheCopyAndForTheReviewer) {
  const std::string draft = Complete(Service::kExchange, kSingle);
  browser.Get(draft);
  browser.PostFiles(draft, {{"do", "upload"}}, Files());
  EXPECT_EQ(Shown(browser.Get(draft + "?all=yes").body), kNames);
  const std::string check = browser.Get(draft + "/check").body;
  EXPECT_EQ(Shown(check), kNames);
  EXPECT_EQ(browser.Post(draft + "/send").status, 303);
  const sql::Case sent =
      sql::FindCaseByReceipt(database, Column("SELECT receipt_number FROM application_case"))
          .value();
  std::string files;
  for (const sql::CaseFile& file : sql::CaseFiles(database, sent.id)) files += file.name + "\n";
  EXPECT_EQ(Shown(files), kNames);
  EXPECT_EQ(Shown(browser.Get(std::string(kStudent) + "/cases/" + sent.receipt_number).body),
            kNames);
  const std::string copy =
      browser.Get(std::string(kStudent) + "/cases/" + sent.receipt_number + "/application.pdf")
          .body;
  EXPECT_EQ(Shown(PdfReader(copy).Text()), kNames);
  EXPECT_EQ(Shown(Run({"case", "show", sent.receipt_number}).out), kNames);
}

TEST_F(UploadOrderTest, TheSixthIsRefusedByTheNameOfItsSlot) {
  browser.SetCookie("lang", "en");
  const std::string draft = Begin(Service::kExchange, kSingle);
  browser.Get(draft);
  std::vector<SentFile> files = Files();
  files.push_back({"other", "sixth.pdf", MakePdf("sixth")});
  const Response answer = browser.PostFiles(draft, {{"do", "upload"}}, files);
  EXPECT_EQ(answer.status, 422);
  EXPECT_NE(answer.body.find("you can upload up to 5 files, so sixth.pdf was not added."),
            std::string::npos);
  EXPECT_EQ(answer.body.find("sixth.pdf: you can upload"), std::string::npos);
  EXPECT_EQ(Shown(browser.Get(draft + "?all=yes").body), kNames);
}

}  // namespace
}  // namespace permit::test
