// A correction opens where something was asked for, checks what was asked for and changed, and asks
// before it goes with nothing changed.
#include <gmock/gmock.h>

#include "sql/case_store.h"
#include "tests/handlers/review/review_fixture.h"
#include "tests/support/sample_files.h"

namespace permit::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class AskedPartsTest : public ReviewTest {
 protected:
  // A returned case with these remarks: a field's name, or "file:" and a slot.
  void ReturnWith(CaseEvent how, const std::vector<std::string>& targets) {
    receipt = SendWith(Service::kExchange, kSingle, {});
    ASSERT_TRUE(Return(receipt, how));
    const std::uint64_t history = std::stoull(Column("SELECT MAX(id) AS id FROM case_history"));
    const std::uint64_t case_id = std::stoull(Column("SELECT id FROM application_case"));
    std::vector<sql::CaseRemark> remarks;
    remarks.reserve(targets.size());
    for (const std::string& target : targets) {
      const bool file = target.starts_with("file:");
      const auto kind = file ? sql::RemarkKind::kFile : sql::RemarkKind::kField;
      remarks.push_back({history, kind, file ? FileIn(target.substr(5)) : target, "請再確認"});
    }
    database.Transact([&](sql::Transaction& transaction) {
      for (const sql::CaseRemark& remark : remarks) {
        sql::InsertRemark(transaction, case_id, remark);
      }
      return true;
    });
  }
  std::string FileIn(const std::string& slot) {
    return Column("SELECT id FROM upload WHERE slot = '" + slot + "'");
  }
  std::string Form() { return std::string(kStudent) + "/corrections/" + receipt + "/form"; }
  std::string Check() { return std::string(kStudent) + "/corrections/" + receipt + "/check"; }
  Response Post(Fields fields, const std::vector<SentFile>& files = {}) {
    browser.Get(Form());
    return browser.PostFiles(Form(), std::move(fields), files);
  }
  static bool Has(const std::string& page, const std::string& name) {
    return page.find("id=\"" + name + "\"") != std::string::npos;
  }
  std::string State() { return Column("SELECT state FROM application_case"); }

  std::string receipt;
};

TEST_F(AskedPartsTest, OneFieldThatWasAskedForIsTheWholePage) {
  ReturnWith(CaseEvent::kReturnForCorrection, {"taiwan_address"});
  const std::string page = browser.Get(Form()).body;
  EXPECT_TRUE(Has(page, "taiwan_address"));
  EXPECT_TRUE(Has(page, "reply"));
  for (const char* other : {"chinese_name", "photo", "single-permit", "father_name", "email"}) {
    EXPECT_FALSE(Has(page, other)) << other;
  }
  EXPECT_THAT(page, HasSubstr("href=\"" + Form() + "?all=yes\""));
  const std::string whole = browser.Get(Form() + "?all=yes").body;
  for (const char* other : {"chinese_name", "photo", "single-permit", "father_name", "email"}) {
    EXPECT_TRUE(Has(whole, other)) << other;
  }
  EXPECT_THAT(whole, HasSubstr("href=\"" + Form() + "\">"));
}

TEST_F(AskedPartsTest, WithAFieldComesWhatDependsOnIt) {
  ReturnWith(CaseEvent::kReturnForCorrection, {"father_life"});
  const std::string page = browser.Get(Form()).body;
  EXPECT_TRUE(Has(page, "father_phone"));
  EXPECT_THAT(page, HasSubstr("data-shown-when=\"father_life\""));
  EXPECT_FALSE(Has(page, "father_name"));
  EXPECT_FALSE(Has(page, "mother_phone"));
}

// A script shows a row with its choice alone, so one without its choice on the page is plain.
TEST_F(AskedPartsTest, WhatDependsOnAnAnswerThatIsNotShownIsShown) {
  ReturnWith(CaseEvent::kReturnForCorrection, {"father_phone"});
  const std::string page = browser.Get(Form()).body;
  EXPECT_TRUE(Has(page, "father_phone"));
  EXPECT_THAT(page, Not(HasSubstr("data-shown-when")));
}

TEST_F(AskedPartsTest, WithoutARemarkEverythingIsShown) {
  ReturnWith(CaseEvent::kReturnForCorrection, {});
  const std::string page = browser.Get(Form()).body;
  for (const char* each : {"chinese_name", "photo", "single-permit", "father_name", "email"}) {
    EXPECT_TRUE(Has(page, each)) << each;
  }
}

TEST_F(AskedPartsTest, WhatWasChangedElsewhereIsShownToo) {
  ReturnWith(CaseEvent::kReturnForCorrection, {"taiwan_address"});
  browser.Get(Form() + "?all=yes");
  EXPECT_EQ(
      Form() + "?saved=yes",
      HeaderOf(browser.Post(Form(), {{"section", "all"}, {"former_name", "陳舊"}, {"do", "save"}}),
               "Location"));
  const std::string page = browser.Get(Form()).body;
  EXPECT_EQ("陳舊", InputValue(page, "former_name"));
  EXPECT_FALSE(Has(page, "chinese_name"));
}

TEST_F(AskedPartsTest, WhatNobodyAskedAboutAndNobodyChangedHoldsNothingUp) {
  ReturnWith(CaseEvent::kReturnForCorrection, {"taiwan_address"});
  // What the case was sent with would be refused today.
  database.Run("UPDATE application_case SET form = JSON_REMOVE(form, '$.mainland_address')");
  EXPECT_EQ(Check(), HeaderOf(Post({{"taiwan_address", "新址"}, {"do", "check"}}), "Location"));
  browser.Get(Check());
  browser.Post(Check());
  EXPECT_EQ("first-review", State());
}

TEST_F(AskedPartsTest, WhatWasAskedForIsCheckedThoughItIsAsItWas) {
  ReturnWith(CaseEvent::kReturnForCorrection, {"mainland_address"});
  database.Run("UPDATE application_case SET form = JSON_REMOVE(form, '$.mainland_address')");
  const Response refused = Post({{"do", "check"}});
  EXPECT_EQ(422, refused.status);
  EXPECT_THAT(refused.body, HasSubstr("<a href=\"#mainland_address\">"));
}

TEST_F(AskedPartsTest, WhatAChangeCallsForIsCheckedAndShown) {
  ReturnWith(CaseEvent::kReturnForCorrection, {"taiwan_address"});
  const Response refused = Post({{"birth_date", "1990/01/01"}, {"do", "check"}});
  EXPECT_EQ(422, refused.status);
  EXPECT_THAT(refused.body, HasSubstr("<a href=\"#mainland_id\">")) << "it has the birthday in it";
  EXPECT_TRUE(Has(refused.body, "mainland_id-error"));
  EXPECT_FALSE(Has(refused.body, "chinese_name"));
}

TEST_F(AskedPartsTest, OfDocumentsThoseThatWereAskedForAreShown) {
  ReturnWith(CaseEvent::kReturnForDocuments, {"file:single-permit"});
  const std::string page = browser.Get(Form()).body;
  EXPECT_TRUE(Has(page, "single-permit"));
  EXPECT_FALSE(Has(page, "travel-document"));
  EXPECT_FALSE(Has(page, "chinese_name"));
  EXPECT_TRUE(Has(browser.Get(Form() + "?all=yes").body, "chinese_name"));
}

TEST_F(AskedPartsTest, WhereNoDocumentIsNamedAllAreShown) {
  ReturnWith(CaseEvent::kReturnForDocuments, {"taiwan_address"});
  const std::string page = browser.Get(Form()).body;
  for (const char* each : {"photo", "single-permit", "travel-document", "other"}) {
    EXPECT_TRUE(Has(page, each)) << each;
  }
  EXPECT_TRUE(Has(page, "taiwan_address"));
  EXPECT_FALSE(Has(page, "chinese_name"));
}

TEST_F(AskedPartsTest, NothingChangedIsAskedAboutBeforeItGoes) {
  ReturnWith(CaseEvent::kReturnForDocuments, {"file:single-permit"});
  EXPECT_EQ(Check(), HeaderOf(Post({{"do", "check"}}), "Location"));
  const std::string asking = browser.Get(Check()).body;
  EXPECT_THAT(asking, HasSubstr("您未變更任何資料或檔案"));
  EXPECT_THAT(asking, HasSubstr("仍要送出"));
  EXPECT_EQ("first-review", (browser.Post(Check()), State()));
}

TEST_F(AskedPartsTest, WhatWasTakenBackInAnotherWindowIsAskedAbout) {
  ReturnWith(CaseEvent::kReturnForDocuments, {"file:single-permit"});
  const std::string old = FileIn("single-permit");
  Post({{"do", "remove:" + old}}, {{"single-permit", "new.pdf", MakePdf("new")}});
  Post({{"do", "check"}});
  EXPECT_THAT(browser.Get(Check()).body, Not(HasSubstr("您未變更任何資料或檔案")));
  Browser other = browser;
  const std::string fresh = Column("SELECT id FROM upload WHERE name = 'new.pdf'");
  for (const std::string& act : {"remove:" + fresh, "restore:" + old}) {
    other.Get(Form());
    EXPECT_EQ(303, other.Post(Form(), {{"do", act}}).status);
  }
  EXPECT_EQ(Check(), HeaderOf(browser.Post(Check()), "Location"));
  EXPECT_EQ("returned-for-documents", State());
  EXPECT_THAT(browser.Get(Check()).body, HasSubstr("您未變更任何資料或檔案"));
  browser.Post(Check());
  EXPECT_EQ("first-review", State());
}

TEST_F(AskedPartsTest, TheCheckLeadsBackToWhereEachAnswerIs) {
  ReturnWith(CaseEvent::kReturnForCorrection, {"taiwan_address"});
  Post({{"taiwan_address", "新址"}, {"do", "check"}});
  const std::string answers = browser.Get(Check()).body;
  EXPECT_THAT(answers, HasSubstr("href=\"" + Form() + "#taiwan_address\""));
  EXPECT_THAT(answers, HasSubstr("href=\"" + Form() + "?all=yes#chinese_name\""));
}

TEST_F(AskedPartsTest, ASectionOfAnApplicationIsNoneOfACorrection) {
  ReturnWith(CaseEvent::kReturnForCorrection, {"taiwan_address"});
  for (const char* section : {"contact", "list", "x"}) {
    EXPECT_EQ(400, Post({{"section", section}, {"taiwan_address", "新址"}, {"do", "save"}}).status)
        << section;
  }
}

}  // namespace
}  // namespace permit::test
