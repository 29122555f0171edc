// A student whose account was closed and who registers again goes on with what was sent before.
#include <gmock/gmock.h>

#include "handlers/jobs/case_waits.h"
#include "handlers/jobs/old_drafts.h"
#include "handlers/papers/waiting_papers.h"
#include "sql/case_store.h"
#include "tests/handlers/application/apply_fixture.h"
#include "tests/handlers/operator/shell.h"
#include "tests/support/paid_case.h"
#include "tests/support/papers/sample_papers.h"
#include "tests/support/sample_files.h"

namespace permit::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string At(const std::string& page) { return std::string(kStudent) + "/" + page; }

class ClosedAccountTest : public AtShell<ApplyTest> {
 protected:
  // An account's id is none of an applicant's, so that one in the other's place finds nothing.
  ClosedAccountTest() {
    database.Run("SET foreign_key_checks = 0");
    database.Run("UPDATE applicant SET id = id + 50");
    for (const char* table : {"account", "entry_permit"}) {
      database.Run("UPDATE " + std::string(table) + " SET applicant_id = applicant_id + 50");
    }
    database.Run("SET foreign_key_checks = 1");
  }

  void Close() { EXPECT_EQ(Run({"account", "close", "student1"}).exit_code, 0); }

  // As anybody registers, from the page to the link of the mail; the browser is logged in then.
  void RegisterAgain() {
    browser.ForgetCookies();
    browser.SetCookie("lang", "en");
    database.Run("DELETE FROM outbox");
    browser.Get(At("register"));
    const Response registered =
        browser.Post(At("register"), {{"chinese_name", "陳小明"},
                                      {"surname", "Chen"},
                                      {"given_name", "Xiaoming"},
                                      {"mainland_id", "360426199101010071"},
                                      {"birthplace", "jiangxi"},
                                      {"birth_date", "1991/01/01"},
                                      {"sex", "male"},
                                      {"travel_permit", "T12345671"},
                                      {"phone", "0912345678"},
                                      {"extension", ""},
                                      {"email", "again@example.org"},
                                      {"login_name", "student.again"},
                                      {"password", "harbour7lights"},
                                      {"password_again", "harbour7lights"}});
    ASSERT_EQ(registered.status, 303) << registered.body;
    const std::string text = Column("SELECT text_body FROM outbox");
    const std::string link = At("activate/" + text.substr(text.find("/activate/") + 10, 43));
    browser.Get(link);
    EXPECT_EQ(browser.Post(link).status, 303);
    database.Run("DELETE FROM outbox");
    again = std::stoull(Column("SELECT id FROM account WHERE login_name = 'student.again'"));
    EXPECT_EQ(Column("SELECT state FROM account WHERE id = " + std::to_string(again)), "active");
    browser.ForgetCookies();
    LogIn(browser, again);
  }

  void BeSomebodyElse() {
    browser.ForgetCookies();
    LogIn(browser, stranger);
  }

  // Sent from the account that is closed later.
  void SendCase() {
    const std::string draft = Complete(Service::kExchange, kSingle);
    EXPECT_EQ(browser.Post(draft + "/send").status, 303);
    receipt = Column("SELECT receipt_number FROM application_case");
    group = Column("SELECT number FROM case_group");
    case_id = std::stoull(Column("SELECT id FROM application_case"));
  }

  void Return(const std::string& kind) {
    EXPECT_EQ(Run({"case", "return", receipt, "--kind", kind, "--opinion", "請補件"}).exit_code, 0);
  }

  std::string State() { return Column("SELECT state FROM application_case"); }
  std::string CorrectionForm() { return At("corrections/" + receipt + "/form"); }
  int StatusOf(const std::string& page) { return browser.Get(page).status; }

  std::uint64_t again = 0;
  std::uint64_t case_id = 0;
  std::string receipt;
  std::string group;
};

TEST_F(ClosedAccountTest, TheNewOneSeesWhatWasSentAndNotWhatWasBegun) {
  SendCase();
  const std::string begun = Begin(Service::kExtension, kMultiple);
  Close();
  RegisterAgain();
  EXPECT_THAT(browser.Get(At("todo")).body, HasSubstr(receipt));
  EXPECT_THAT(browser.Get(At("todo")).body, Not(HasSubstr(begun)));
  EXPECT_EQ(StatusOf(begun), 404);
  EXPECT_THAT(browser.Get(At("progress?list=yes")).body, HasSubstr(receipt));
  EXPECT_THAT(browser.Get(At("withdrawal")).body, HasSubstr(receipt));
  const std::string file = Column("SELECT id FROM upload WHERE slot = 'photo'");
  const std::string pages[] = {At("cases/" + receipt), At("cases/" + receipt + "/files/" + file),
                               At("cases/" + receipt + "/application.pdf"),
                               At("apply/sent/" + receipt), At("withdrawal/" + group)};
  for (const std::string& page : pages) EXPECT_EQ(StatusOf(page), 200) << page;
  EXPECT_EQ(Column("SELECT account_id FROM application_case"), std::to_string(account))
      << "who sent it";
  BeSomebodyElse();
  EXPECT_THAT(browser.Get(At("todo")).body, Not(HasSubstr(receipt)));
  EXPECT_THAT(browser.Get(At("progress?list=yes")).body, Not(HasSubstr(receipt)));
  for (const std::string& page : pages) EXPECT_EQ(StatusOf(page), 404) << page;
}

TEST_F(ClosedAccountTest, TheNewOneGoesOnWithTheAnswerToAReturn) {
  SendCase();
  Return("documents");
  browser.Get(CorrectionForm());
  browser.PostFiles(CorrectionForm(), {{"do", "upload"}},
                    {{"photo", "me.jpg", MakeJpeg(900, 1200)}, {"other", "a.pdf", MakePdf("a")}});
  Close();
  RegisterAgain();
  EXPECT_THAT(browser.Get(At("corrections")).body, HasSubstr(receipt));
  EXPECT_EQ(StatusOf(At("corrections/" + receipt)), 200);
  const std::string files = At("corrections/" + receipt + "/files/");
  const std::string other = Column("SELECT id FROM upload WHERE slot = 'other'");
  EXPECT_EQ(StatusOf(files + "photo-original"), 200);
  EXPECT_EQ(StatusOf(files + other), 200);
  BeSomebodyElse();
  EXPECT_EQ(StatusOf(CorrectionForm()), 404);
  EXPECT_EQ(StatusOf(files + "photo-original"), 404);
  EXPECT_EQ(StatusOf(files + other), 404);
  browser.Get(At("todo"));
  EXPECT_EQ(browser.Post(CorrectionForm(), {{"do", "save"}}).status, 404);
  EXPECT_EQ(browser.Post(At("corrections/" + receipt + "/check")).status, 404);

  browser.ForgetCookies();
  LogIn(browser, again);
  browser.Get(CorrectionForm());
  EXPECT_EQ(browser
                .Post(CorrectionForm(),
                      {{"do", "crop"}, {"crop_size", "500"}, {"crop_x", "0"}, {"crop_y", "0"}})
                .status,
            303);
  browser.Get(CorrectionForm());
  EXPECT_EQ(browser.Post(CorrectionForm(), {{"do", "remove:" + other}}).status, 303);
  EXPECT_EQ(Column("SELECT count(*) FROM upload WHERE slot = 'other'"), "0");
  browser.Get(CorrectionForm());
  const Response checked =
      browser.PostFiles(CorrectionForm(), {{"do", "check"}}, {{"other", "b.pdf", MakePdf("b")}});
  EXPECT_EQ(HeaderOf(checked, "Location"), At("corrections/" + receipt + "/check")) << checked.body;
  browser.Get(At("corrections/" + receipt + "/check"));
  const Response sent = browser.Post(At("corrections/" + receipt + "/check"));
  EXPECT_EQ(HeaderOf(sent, "Location"), At("corrections/" + receipt + "/done")) << sent.body;
  EXPECT_EQ(State(), "first-review");
  EXPECT_EQ(Column("SELECT actor FROM case_history WHERE event = 'answer'"),
            "student:student.again");
  EXPECT_EQ(StatusOf(At("cases/" + receipt + "/files/" +
                        Column("SELECT id FROM upload WHERE name = 'b.pdf'"))),
            200);
}

TEST_F(ClosedAccountTest, TheNewOneBeginsTheAnswerAndKeepsItOverItsSession) {
  SendCase();
  Return("correction");
  Close();
  RegisterAgain();
  browser.Get(CorrectionForm());
  EXPECT_EQ(browser.Post(CorrectionForm(), {{"do", "save"}, {"taiwan_address", "臺北市"}}).status,
            303);
  EXPECT_EQ(Column("SELECT account_id FROM draft"), std::to_string(again));
  browser.Get(CorrectionForm());
  clock.Advance(std::chrono::minutes(settings.session_idle_minutes));
  EXPECT_THAT(
      HeaderOf(browser.Post(CorrectionForm(), {{"do", "save"}, {"taiwan_address", "高雄市𠮷林"}}),
               "Location"),
      HasSubstr("done=kept"));
  browser.ForgetCookies();
  LogIn(browser, again);
  const Response form = browser.Get(CorrectionForm() + "?kept=yes");
  EXPECT_EQ(InputValue(form.body, "taiwan_address"), "高雄市𠮷林");
  EXPECT_EQ(browser.Post(CorrectionForm(), {{"do", "save"}, {"taiwan_address", "高雄市"}}).status,
            303);
  EXPECT_EQ(Column("SELECT count(*) FROM kept_form"), "0");
}

TEST_F(ClosedAccountTest, TheNewOnePays) {
  SendCase();
  ASSERT_EQ(Run({"case", "approve", receipt}).exit_code, 0);
  const auto choose = [&](const std::string& method) {
    EXPECT_THAT(browser.Get(At("payment")).body, HasSubstr(receipt));
    browser.Get(At("payment/method?group=" + group));
    const Response chosen =
        browser.Post(At("payment/method"), {{"method", method}, {"group", group}});
    EXPECT_EQ(chosen.status, 303) << chosen.body;
    return HeaderOf(chosen, "Location");
  };
  const std::string begun = choose("convenience-store");
  Close();
  RegisterAgain();
  EXPECT_EQ(StatusOf(begun), 200) << "the slip that was drawn before";
  EXPECT_EQ(StatusOf(begun + "/slip.pdf"), 200);
  const std::string chosen = choose("virtual-account");
  EXPECT_EQ(StatusOf(chosen + "/slip.pdf"), 200);
  EXPECT_EQ(Column("SELECT account_id FROM payment WHERE state = 'slip-out'"),
            std::to_string(again));
  EXPECT_EQ(Column("SELECT account_id FROM payment WHERE state <> 'slip-out'"),
            std::to_string(account));
  BeSomebodyElse();
  for (const std::string& page : {begun, begun + "/slip.pdf", chosen, chosen + "/slip.pdf",
                                  At("payment/method?group=" + group)}) {
    EXPECT_EQ(StatusOf(page), 404) << page;
  }
  EXPECT_THAT(browser.Get(At("payment")).body, Not(HasSubstr(receipt)));
}

TEST_F(ClosedAccountTest, TheNewOneTakesPermitAndReceipt) {
  const PayableCase one = AddPayableCase(database, account, 1);
  AddPhotoAndForm(database, one, SamplePhoto().jpeg);
  AddPaidPayment(database, one, 1);
  IssueWaitingPapers(database, settings, clock.Now(), 10);
  Close();
  RegisterAgain();
  const std::string permit = At("download/permits/115695200001.pdf");
  const std::string receipt_paper = At("download/receipts/115-0000001.pdf");
  EXPECT_THAT(browser.Get(At("download/permits")).body, HasSubstr(permit));
  EXPECT_THAT(browser.Get(At("download/receipts")).body, HasSubstr(receipt_paper));
  EXPECT_EQ(StatusOf(permit), 200);
  EXPECT_EQ(StatusOf(receipt_paper), 200);
  BeSomebodyElse();
  EXPECT_THAT(browser.Get(At("download/permits")).body, Not(HasSubstr(permit)));
  EXPECT_THAT(browser.Get(At("download/receipts")).body, Not(HasSubstr(receipt_paper)));
  EXPECT_EQ(StatusOf(permit), 404);
  EXPECT_EQ(StatusOf(receipt_paper), 404);
}

TEST_F(ClosedAccountTest, MailsOfTheCaseGoToTheNewOneInItsLanguage) {
  SendCase();
  Close();
  database.Run("DELETE FROM outbox");
  Return("documents");
  EXPECT_EQ(Column("SELECT recipient FROM outbox"), "student1@example.org")
      << "while the applicant has no other";
  RegisterAgain();
  LookAfterWaitingCases(database, settings, SharedRenderer(),
                        clock.Now() + std::chrono::days(settings.case_answer_days - 7));
  const std::string sent_to =
      "SELECT CONCAT(recipient, ' ', language, ' ', account_id) FROM outbox";
  const std::string now = "again@example.org en " + std::to_string(again);
  EXPECT_EQ(Column(sent_to), now) << "a reminder";
  database.Run("DELETE FROM outbox");
  ASSERT_EQ(Run({"case", "recall", receipt, "--opinion", "x"}).exit_code, 0);
  ASSERT_EQ(Run({"case", "approve", receipt}).exit_code, 0);
  EXPECT_EQ(Column(sent_to), now) << "a decision";
}

TEST_F(ClosedAccountTest, TheNewOneWithdraws) {
  SendCase();
  Close();
  RegisterAgain();
  const std::string page = At("withdrawal/" + group + "/" + receipt);
  browser.Get(page + "/confirm?agree=yes");
  Browser other = browser;
  BeSomebodyElse();
  browser.Get(At("todo"));
  EXPECT_EQ(browser.Post(page, {{"agree", "yes"}}).status, 404);
  EXPECT_EQ(State(), "submitted");
  EXPECT_EQ(other.Post(page, {{"agree", "yes"}}).status, 303);
  EXPECT_EQ(State(), "withdrawn");
  EXPECT_EQ(Column("SELECT recipient FROM outbox"), "again@example.org");
}

TEST_F(ClosedAccountTest, ItsDraftsEndWithoutAMail) {
  Begin(Service::kExtension, kMultiple);
  Close();
  RegisterAgain();
  LookAfterDrafts(database, settings, SharedRenderer(), clock.Now() + std::chrono::days(84));
  EXPECT_EQ(Column("SELECT count(*) FROM outbox"), "0");
  LookAfterDrafts(database, settings, SharedRenderer(), clock.Now() + std::chrono::days(92));
  EXPECT_EQ(Column("SELECT count(*) FROM draft"), "0");
}

}  // namespace
}  // namespace permit::test
