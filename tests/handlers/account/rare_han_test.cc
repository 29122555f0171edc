// A student whose name no common font holds: from registration to every paper.
#include <gtest/gtest.h>

#include "sql/case_store.h"
#include "tests/handlers/account/account_fixture.h"
#include "tests/handlers/application/apply_fixture.h"
#include "tests/support/papers/pdf_reader.h"
#include "views/pdf/printable.h"

namespace permit::test {
namespace {

constexpr char kRare[] = "王𠮷𡘙";     // of Extension B
constexpr char kUnheld[] = "王𰁁";  // Extension G, which the papers' faces do not hold

class RareHanTest : public AccountTest {
 protected:
  RareHanTest() {
    browser.SetCookie("lang", "zh-TW");
    Name(kRare);
  }
  void Name(const std::string& name) {
    database.Run("UPDATE applicant SET chinese_name = '" + name + "'");
  }
};

TEST_F(RareHanTest, GoesFromRegistrationThroughEveryPageAndMail) {
  ASSERT_EQ(Register(HerselfBut("chinese_name", kRare)).status, 303);
  EXPECT_NE(MailText("activate").find(kRare), std::string::npos);
  Activate();
  ASSERT_EQ(LogInAs("xiaomei", kPassword).status, 303);
  browser.Get(Path("basic-data"));
  EXPECT_EQ(InputValue(browser.page(), "chinese_name"), kRare);
  EXPECT_EQ(database.Run("SELECT HEX(chinese_name) AS h FROM applicant").at(0).Text("h"),
            "E78E8BF0A0AEB7F0A19899");
}

TEST_F(RareHanTest, OneThatCannotBePrintedIsRefusedByName) {
  Name(kUnheld);
  ASSERT_EQ(views::FirstUnprintable(kUnheld), "𰁁");
  RowWatch rows(database);
  EXPECT_EQ(Register(HerselfBut("chinese_name", kUnheld)).status, 422);
  EXPECT_TRUE(Says("id=\"chinese_name-error\""));
  EXPECT_TRUE(Says("中的「𰁁」(U+30041) 無法列印"));
  EXPECT_EQ(rows.Changes(), "");
}

class RareHanApplicationTest : public ApplyTest {};

TEST_F(RareHanApplicationTest, ComesOutOfTheApplicationsPagesAndItsPaper) {
  const std::string name = "陳𠮷𡘙";
  database.Run("UPDATE applicant SET chinese_name = '" + name + "'");
  const std::string draft = Begin(Service::kExchange, kSingle);
  EXPECT_EQ(InputValue(browser.Get(draft + "?all=yes").body, "chinese_name"), name);
  Fields answers = Answers();
  answers.insert(answers.end(), {{"chinese_name", name}, {"do", "check"}});
  for (auto& [field, value] : answers) {
    if (field == "taiwan_address") value = "臺北市𡘙里1號";
  }
  ASSERT_EQ(browser.PostFiles(draft, answers, Documents(Service::kExchange)).status, 303);
  EXPECT_NE(browser.Get(draft + "/check").body.find(name), std::string::npos);
  ASSERT_EQ(browser.Post(draft + "/send").status, 303);
  EXPECT_NE(Column("SELECT text_body FROM outbox").find(name), std::string::npos);
  EXPECT_NE(Column("SELECT form FROM application_case").find(name), std::string::npos);
  const std::string path =
      std::string(kStudent) + "/cases/" + Column("SELECT receipt_number FROM application_case");
  EXPECT_NE(browser.Get(path).body.find(name), std::string::npos);
  const std::string text = PdfReader(browser.Get(path + "/application.pdf").body).Text();
  EXPECT_NE(text.find(name), std::string::npos) << text;
  EXPECT_NE(text.find("臺北市𡘙里1號"), std::string::npos) << text;
}

}  // namespace
}  // namespace permit::test
