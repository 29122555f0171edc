// A data change: the present data beside the new ones, from the form to the reviewer.
#include <gmock/gmock.h>

#include "tests/handlers/application/apply_fixture.h"
#include "tests/support/papers/pdf_reader.h"

namespace permit::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class DataChangePagesTest : public ApplyTest {
 protected:
  // The permit was issued for an application made here, so that everything is on record.
  DataChangePagesTest() {
    const std::string before = Complete(Service::kExchange, kSingle);
    EXPECT_EQ(303, browser.Post(before + "/send").status);
    database.Run("UPDATE application_case SET state = 'issued'");
    database.Run(
        "UPDATE entry_permit SET case_id = (SELECT id FROM application_case)"
        " WHERE number = '" +
        std::string(kMultiple) + "'");
    draft = Begin(Service::kDataChange, kMultiple);
  }
  // The answers that no form is filled in with.
  Fields Unchanged() {
    return {{"do", "check"}, {"qualification", "general"}, {"declared_post", "never"}};
  }
  Response Check(const Fields& fields) {
    browser.Get(draft);
    return browser.PostFiles(draft, fields, Documents(Service::kDataChange));
  }

  std::string draft;
};

TEST_F(DataChangePagesTest, NothingChangedIsRefused) {
  EXPECT_THAT(browser.Get(draft + "?all=yes").body, HasSubstr("現有資料：臺北市大安區。"));
  const Response refused = Check(Unchanged());
  EXPECT_EQ(422, refused.status);
  EXPECT_THAT(refused.body, HasSubstr("所有資料均與現有資料相同"));
  EXPECT_EQ(303, browser.Get(draft + "/check").status);
  EXPECT_EQ("1", Column("SELECT count(*) FROM application_case"));
}

TEST_F(DataChangePagesTest, OldAndNewStandSideBySideUntilTheCase) {
  Fields fields = Unchanged();
  fields.emplace_back("taiwan_address", "高雄市左營區");
  const Response checked = Check(fields);
  EXPECT_EQ(draft + "/check", HeaderOf(checked, "Location")) << checked.body;
  const std::string check = browser.Get(draft + "/check").body;
  EXPECT_THAT(check, HasSubstr("<del>臺北市大安區</del>"));
  EXPECT_THAT(check, HasSubstr("高雄市左營區"));
  EXPECT_EQ(check.find("<del>"), check.rfind("<del>")) << "one field was changed";

  // What the register says later makes no difference.
  database.Run("UPDATE applicant SET department = '別系'");
  EXPECT_EQ(303, browser.Post(draft + "/send").status);
  const std::string receipt =
      Column("SELECT receipt_number FROM application_case WHERE service = 'data-change'");
  const std::string page = browser.Get(std::string(kStudent) + "/cases/" + receipt).body;
  EXPECT_THAT(page, HasSubstr("<del>臺北市大安區</del>"));
  EXPECT_EQ(page.find("<del>"), page.rfind("<del>"));
  const std::string copy = std::string(kStudent) + "/cases/" + receipt + "/application.pdf";
  const std::string paper = PdfReader(browser.Get(copy).body).Text();
  EXPECT_THAT(paper, HasSubstr("高雄市左營區（異動；原資料：臺北市大安區）"));
  EXPECT_EQ(paper.find("（異動"), paper.rfind("（異動"));
  EXPECT_THAT(PdfReader(browser.Get(copy + "?lang=en").body).Text(),
              HasSubstr("(changed;before:臺北市大安區)"));
}

TEST_F(DataChangePagesTest, OtherServicesMarkNothing) {
  EXPECT_EQ("0", Column("SELECT count(*) FROM application_case WHERE on_record IS NOT NULL"));
  const std::string receipt = Column("SELECT receipt_number FROM application_case");
  EXPECT_THAT(browser.Get(std::string(kStudent) + "/cases/" + receipt).body,
              Not(HasSubstr("<del>")));
}

// The permit was issued elsewhere: the register knows its holder, and nothing of the family.
class RegisteredDataChangeTest : public ApplyTest {
 protected:
  RegisteredDataChangeTest() {
    database.Run(
        "UPDATE entry_permit SET taiwan_address = '臺北市文山區指南路1號' WHERE number = '" +
        std::string(kMultiple) + "'");
    draft = Begin(Service::kDataChange, kMultiple);
    browser.Get(draft + "?all=yes");
  }
  // What a form of the register alone lacks, and no more.
  static Fields FirstGiven() {
    Fields fields = {{"do", "check"}};
    for (const auto& [name, value] : Answers()) {
      if (!name.starts_with("taiwan_")) fields.emplace_back(name, value);
    }
    return fields;
  }

  std::string draft;
};

TEST_F(RegisteredDataChangeTest, TheFormIsFilledInWithThePermitsAddress) {
  EXPECT_EQ("臺北市文山區指南路1號", InputValue(browser.page(), "taiwan_address"));
  EXPECT_THAT(browser.page(), HasSubstr("現有資料：臺北市文山區指南路1號。"));
}

TEST_F(RegisteredDataChangeTest, WhatIsGivenForTheFirstTimeIsNoChange) {
  const Response refused = browser.PostFiles(draft, FirstGiven(), Documents(Service::kDataChange));
  EXPECT_EQ(422, refused.status);
  EXPECT_THAT(refused.body, HasSubstr("首次補填的必填資料不算異動"));
  EXPECT_THAT(refused.body, Not(HasSubstr("govuk-error-message\" id=")));
  EXPECT_EQ(303, browser.Get(draft + "/check").status);
  browser.Post(draft + "/send", {{"act", draft.substr(draft.rfind('/') + 1)}});
  EXPECT_EQ("0", Column("SELECT count(*) FROM application_case"));
}

TEST_F(RegisteredDataChangeTest, OneNewValueIsEnoughAndAloneIsMarked) {
  Fields fields = FirstGiven();
  fields.emplace_back("taiwan_address", "高雄市左營區");
  const Response checked = browser.PostFiles(draft, fields, Documents(Service::kDataChange));
  EXPECT_EQ(draft + "/check", HeaderOf(checked, "Location")) << checked.body;
  const std::string check = browser.Get(draft + "/check").body;
  EXPECT_THAT(check, HasSubstr("<del>臺北市文山區指南路1號</del>"));
  EXPECT_EQ(check.find("value-before"), check.rfind("value-before")) << "one field was changed";
}

// What an approved change has put on the permit is what the next form holds.
TEST_F(DataChangePagesTest, TheRegisterSaysWhoItIsAndTheFormerFormTheRest) {
  database.Run(
      "UPDATE application_case SET form = JSON_SET(form, '$.travel_permit', 'T99999999',"
      " '$.chinese_name', '陳新名', '$.mainland_address', '新址')");
  database.Run("UPDATE applicant SET department = '哲學系'");
  database.Run("DELETE FROM draft");
  draft = Begin(Service::kExtension, kMultiple);
  browser.Get(draft + "?all=yes");
  EXPECT_EQ("T12345671", InputValue(browser.page(), "travel_permit"));
  EXPECT_EQ("陳小明", InputValue(browser.page(), "chinese_name"));
  EXPECT_TRUE(browser.page().find("新址") != std::string::npos);
  EXPECT_EQ("哲學系", InputValue(browser.page(), "department"));
}

}  // namespace
}  // namespace permit::test
