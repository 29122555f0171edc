// What is sent after the session has ended by idleness is kept for its account and nothing else.
#include <gmock/gmock.h>

#include "handlers/account/captcha.h"
#include "sql/case_store.h"
#include "tests/handlers/forms/form_samples.h"
#include "tests/support/sample_files.h"

namespace permit::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string At(const std::string& page) { return std::string(kStudent) + "/" + page; }

class KeptFormTest : public FormScenario {
 protected:
  void Idle() { clock.Advance(std::chrono::minutes(settings.session_idle_minutes)); }

  // Logs in where the browser stands; says where that leads.
  std::string Enter(const std::string& login_name, const std::string& next) {
    browser.Get(At("login?next=" + next));
    const std::string id = InputValue(browser.page(), "captcha_id");
    return HeaderOf(
        browser.Post(At("login"), {{"login_name", login_name},
                                   {"password", kPassword},
                                   {"captcha_id", id},
                                   {"captcha", CaptchaSolution(services.secret, id, clock.Now())},
                                   {"proof", ""},
                                   {"next", next}}),
        "Location");
  }
  static std::string KeptAt(const std::string& page) { return At("login?done=kept&next=") + page; }
  std::string Count(const std::string& table) { return Column("SELECT count(*) FROM " + table); }
};

class KeptDraftTest : public KeptFormTest {
 protected:
  KeptDraftTest() : draft(Begin(Service::kExchange, kSingle)) { browser.Get(draft); }

  Response SendLate(Fields fields, const std::vector<SentFile>& files = {}) {
    fields.emplace_back("do", "check");
    return browser.PostFiles(draft, std::move(fields), files);
  }

  std::string draft;
};

TEST_F(KeptDraftTest, WaitsForTheNextLoginAndIsThenOnTheFormAgain) {
  Idle();
  RowWatch rows(database);
  const Response answer = SendLate({{"taiwan_address", "臺北市大安區𠮷林路"}, {"department", ""}});
  EXPECT_EQ(HeaderOf(answer, "Location"), KeptAt(draft));
  EXPECT_EQ(rows.Changes(), "audit +1\nkept_form +1");
  EXPECT_THAT(browser.Follow(answer).body, HasSubstr("並未遺失"));

  const std::string there = Enter("student1", draft);
  EXPECT_EQ(there, draft + "?kept=yes");
  rows.Changes();
  const Response form = browser.Get(there);
  EXPECT_EQ(InputValue(form.body, "taiwan_address"), "臺北市大安區𠮷林路");
  EXPECT_EQ(InputValue(form.body, "department"), "");
  EXPECT_THAT(form.body, HasSubstr("尚未儲存"));
  EXPECT_EQ(rows.Changes(), "");

  EXPECT_EQ(browser.PostFiles(draft, {{"do", "save"}, {"taiwan_address", "臺北市"}}, {}).status,
            303);
  EXPECT_EQ(Count("kept_form"), "0");
  EXPECT_THAT(browser.Get(draft + "?kept=yes").body, Not(HasSubstr("尚未儲存")));
}

TEST_F(KeptDraftTest, IsFoundAlsoByALoginFromElsewhere) {
  Idle();
  SendLate({{"taiwan_address", "臺北市"}});
  browser.ForgetCookies();
  EXPECT_EQ(Enter("student1", ""), draft + "?kept=yes");
  EXPECT_EQ(Enter("student1", At("payment")), At("payment"));
}

TEST_F(KeptDraftTest, BelongsToItsAccountAlone) {
  Idle();
  SendLate({{"taiwan_address", "臺北市大安區"}});
  EXPECT_EQ(Enter("student2", draft), draft);
  const Response seen = browser.Get(draft + "?kept=yes");
  EXPECT_EQ(seen.status, 404);
  EXPECT_THAT(seen.body, Not(HasSubstr("大安區")));
  EXPECT_EQ(Count("kept_form"), "1");
}

TEST_F(KeptDraftTest, FilesGoIntoTheListAndReplaceNothing) {
  browser.PostFiles(draft, {}, {{"photo", "first.jpg", MakeJpeg()}});
  const std::string photo = Column("SELECT sha256 FROM upload");
  browser.Get(draft);
  Idle();
  RowWatch rows(database);
  SendLate({{"taiwan_address", "臺北市"}},
           {{"photo", "second.jpg", MakeJpeg(500, 700)}, {"other", "a.pdf", MakePdf()}});
  EXPECT_EQ(rows.Changes(), "audit +1\nkept_file +1\nkept_form +1");
  Enter("student1", draft);
  EXPECT_EQ(Count("kept_file"), "0");
  EXPECT_THAT(browser.Get(draft + "?kept=yes").body, HasSubstr("a.pdf"));
  EXPECT_EQ(Column("SELECT sha256 FROM upload WHERE slot = 'photo'"), photo);
  EXPECT_EQ(Column("SELECT name FROM upload WHERE slot = 'other'"), "a.pdf");
}

TEST_F(KeptDraftTest, NothingOfTheDraftChangesBeforeTheNextLogin) {
  const auto content = [this] {
    return Column("SELECT CONCAT_WS('|', form, reply, revision, updated_at) FROM draft") +
           Count("draft") + Count("draft_change") + Count("upload") + Count("photo_original");
  };
  const std::string before = content();
  Idle();
  SendLate({{"taiwan_address", "臺北市"}}, {{"other", "a.pdf", MakePdf()}});
  browser.PostFiles(draft, {{"do", "save"}, {"taiwan_address", "臺中市"}}, {});
  browser.PostFiles(draft, {{"do", "keep"}, {"taiwan_address", "臺南市"}}, {});
  browser.PostFiles(draft, {{"do", "upload"}}, {{"other", "b.pdf", MakePdf("second")}});
  browser.PostFiles(draft, {{"do", "crop"}, {"crop_size", "500"}, {"crop_x", "0"}, {"crop_y", "0"}},
                    {{"photo", "p.jpg", MakeJpeg()}});
  EXPECT_EQ(content(), before);
  EXPECT_EQ(Count("kept_file"), "2");
  Enter("student1", draft);
  EXPECT_EQ(Column("SELECT GROUP_CONCAT(name ORDER BY name) FROM upload"), "a.pdf,b.pdf");
  EXPECT_EQ(Column("SELECT count(*) FROM audit WHERE action = 'kept-files-stored'"), "1");
}

TEST_F(KeptDraftTest, KeepsNoMoreFilesThanASlotHolds) {
  Idle();
  for (int i = 1; i <= 7; ++i) {
    const std::string name = std::to_string(i) + ".pdf";
    browser.PostFiles(draft, {{"do", "upload"}}, {{"other", name, MakePdf(name)}});
    browser.PostFiles(draft, {{"do", "upload"}}, {{"other", name, MakePdf(name)}});
  }
  EXPECT_EQ(Count("kept_file"), "5");
  LogIn(browser, account);
  browser.Get(draft);
  browser.PostFiles(draft, {{"do", "upload"}}, {{"other", "own.pdf", MakePdf("own")}});
  Enter("student1", draft);
  EXPECT_EQ(Count("upload"), "5");
  EXPECT_EQ(Count("kept_file"), "0");
}

TEST_F(KeptDraftTest, NoButtonDoesItsAction) {
  browser.PostFiles(draft, {}, {{"other", "a.pdf", MakePdf()}});
  const std::string file = Column("SELECT id FROM upload");
  browser.Get(draft);
  Idle();
  EXPECT_EQ(browser.PostFiles(draft, {{"do", "remove:" + file}}, {}).status, 303);
  EXPECT_EQ(Column("SELECT id FROM upload"), file);
  RowWatch rows(database);
  EXPECT_THAT(HeaderOf(browser.Post(draft + "/send"), "Location"), HasSubstr("done=ended"));
  EXPECT_THAT(HeaderOf(browser.Post(draft + "/discard"), "Location"), HasSubstr("done=ended"));
  EXPECT_EQ(rows.Changes(), "");
}

TEST_F(KeptDraftTest, AfterALogoutNothingIsKept) {
  Browser other = browser;
  other.Get(draft);
  browser.Get(At("todo"));
  browser.Post(At("logout"));
  RowWatch rows(database);
  EXPECT_EQ(HeaderOf(other.PostFiles(draft, {{"taiwan_address", "x"}}, {}), "Location"),
            At("login?done=ended&next=") + draft);
  EXPECT_EQ(rows.Changes(), "");
}

TEST_F(KeptDraftTest, NothingIsKeptWithoutTheTokenOrForAStranger) {
  Idle();
  RowWatch rows(database);
  EXPECT_EQ(SendLate({{"no_such_field", "x"}}).status, 400);
  EXPECT_EQ(SendLate({{"csrf", "forged"}, {"taiwan_address", "x"}}).status, 403);
  Browser nobody(dispatcher);
  nobody.Get(At("login"));
  EXPECT_EQ(nobody.PostFiles(draft, {{"taiwan_address", "x"}}, {}).status, 303);
  EXPECT_EQ(rows.Changes(), "");
}

TEST_F(KeptDraftTest, NothingIsKeptOnAnothersDraft) {
  browser.ForgetCookies();
  LogIn(browser, stranger);
  browser.Get(At("todo"));
  Idle();
  RowWatch rows(database);
  EXPECT_EQ(HeaderOf(SendLate({{"taiwan_address", "x"}}), "Location"), At("login?done=ended"));
  EXPECT_EQ(rows.Changes(), "");
}

TEST_F(KeptDraftTest, TheTimeForItEnds) {
  Idle();
  clock.Advance(std::chrono::hours(settings.session_kept_hours));
  RowWatch rows(database);
  EXPECT_THAT(HeaderOf(SendLate({{"taiwan_address", "x"}}), "Location"), HasSubstr("done=ended"));
  EXPECT_EQ(rows.Changes(), "");
}

TEST_F(KeptDraftTest, WhatWasKeptIsForgottenWithItsDraft) {
  Idle();
  SendLate({{"taiwan_address", "x"}}, {{"other", "a.pdf", MakePdf()}});
  LogIn(browser, account);
  browser.Get(draft + "/discard");
  EXPECT_EQ(browser.Post(draft + "/discard").status, 303);
  EXPECT_EQ(Count("kept_form"), "0");
  EXPECT_EQ(Count("kept_file"), "0");
  EXPECT_EQ(Enter("student1", ""), At("todo"));
}

TEST_F(KeptDraftTest, APageThatSavesByItselfIsKeptToo) {
  Idle();
  browser.PostFiles(draft, {{"do", "keep"}, {"taiwan_address", "臺南市"}}, {});
  EXPECT_EQ(Enter("student1", draft), draft + "?kept=yes");
  EXPECT_EQ(InputValue(browser.Get(draft + "?kept=yes").body, "taiwan_address"), "臺南市");
}

TEST_F(KeptFormTest, BasicDataWaitToo) {
  const std::string page = At("basic-data");
  browser.Get(page);
  const std::string phone = InputValue(browser.page(), "phone");
  Idle();
  RowWatch rows(database);
  const Response answer = browser.Post(
      page, {{"chinese_name", "陳小明"}, {"phone", "0987654321"}, {"email", "new@example.org"}});
  EXPECT_EQ(HeaderOf(answer, "Location"), KeptAt(page));
  EXPECT_EQ(rows.Changes(), "audit +1\nkept_form +1");
  EXPECT_EQ(Enter("student1", page), page + "?kept=yes");
  EXPECT_EQ(InputValue(browser.Get(page + "?kept=yes").body, "phone"), "0987654321");
  EXPECT_EQ(InputValue(browser.page(), "email"), "new@example.org");
  EXPECT_EQ(InputValue(browser.Get(page).body, "phone"), phone);
}

TEST_F(KeptFormTest, SoDoesTheAnswerToAReturn) {
  const std::string draft = Complete(Service::kExchange, kSingle);
  EXPECT_EQ(browser.Post(draft + "/send").status, 303);
  const std::uint64_t of = std::stoull(Column("SELECT id FROM application_case"));
  database.Transact([&](sql::Transaction& transaction) {
    sql::MoveCase(transaction, of, CaseEvent::kStartReview, "reviewer:r", "", clock.Now());
    sql::MoveCase(transaction, of, CaseEvent::kReturnForCorrection, "reviewer:r", "缺件",
                  clock.Now());
  });
  const std::string form =
      At("corrections/") + Column("SELECT receipt_number FROM application_case") + "/form";
  browser.Get(form);
  Idle();
  const std::string stored = Column("SELECT form FROM application_case");
  RowWatch rows(database);
  const Response answer =
      browser.PostFiles(form, {{"do", "check"}, {"taiwan_address", "高雄市"}, {"reply", "已更正"}},
                        {{"photo", "new.jpg", MakeJpeg(500, 700)}, {"other", "b.pdf", MakePdf()}});
  EXPECT_EQ(HeaderOf(answer, "Location"), KeptAt(form));
  EXPECT_EQ(Column("SELECT form FROM application_case"), stored);
  EXPECT_EQ(rows.Changes(), "audit +1\nkept_file +1\nkept_form +1");

  EXPECT_EQ(Enter("student1", form), form + "?kept=yes");
  EXPECT_EQ(Column("SELECT name FROM upload WHERE case_id IS NULL"), "b.pdf");
  const Response shown = browser.Get(form + "?kept=yes");
  EXPECT_EQ(InputValue(shown.body, "taiwan_address"), "高雄市");
  EXPECT_THAT(shown.body, HasSubstr("已更正</textarea>"));
  EXPECT_THAT(shown.body, HasSubstr("尚未儲存"));
  EXPECT_EQ(browser.PostFiles(form, {{"do", "save"}, {"reply", "已更正"}}, {}).status, 303);
  EXPECT_EQ(Count("kept_form"), "0");
}

TEST_F(KeptFormTest, PasswordsAreNeverKept) {
  browser.Get(At("password"));
  Idle();
  RowWatch rows(database);
  EXPECT_EQ(HeaderOf(browser.Post(At("password"), {{"present_password", kPassword},
                                                   {"password", "orchard3window"},
                                                   {"password_again", "orchard3window"}}),
                     "Location"),
            At("login?done=ended&next=") + At("password"));
  EXPECT_EQ(rows.Changes(), "");
}

TEST_F(KeptFormTest, APasswordAmongOtherFieldsIsLeftOut) {
  const std::string page = At("basic-data");
  browser.Get(page);
  Idle();
  const Response answer =
      browser.Post(page, {{"email", "new@example.org"}, {"present_password", kPassword}});
  EXPECT_EQ(HeaderOf(answer, "Location"), KeptAt(page));
  const std::string kept = Column("SELECT fields FROM kept_form");
  EXPECT_THAT(kept, HasSubstr("new@example.org"));
  EXPECT_THAT(kept, Not(HasSubstr("password")));
  EXPECT_THAT(kept, Not(HasSubstr(kPassword)));
  Enter("student1", page);
  EXPECT_THAT(browser.Get(page + "?kept=yes").body, HasSubstr("name=\"present_password\""));
}

}  // namespace
}  // namespace permit::test
