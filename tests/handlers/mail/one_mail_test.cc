// Each event that a student is told of brings exactly one mail: done twice where it can be, written
// in the account's language, and sent once by the mailer although the mail server was away at
// first.
#include <gmock/gmock.h>

#include <algorithm>

#include "handlers/account/captcha.h"
#include "handlers/jobs/case_waits.h"
#include "handlers/jobs/idle_accounts.h"
#include "handlers/jobs/old_drafts.h"
#include "handlers/jobs/reconcile_payments.h"
#include "handlers/mail/deliver.h"
#include "handlers/payment/settlement.h"
#include "handlers/rules/mail_kind.h"
#include "tests/handlers/application/apply_fixture.h"
#include "tests/handlers/operator/shell.h"
#include "tests/handlers/payment/payment_site.h"
#include "tests/handlers/payment/store_file.h"
#include "tests/support/mail_sink.h"
#include "tests/support/sample_files.h"
#include "tests/support/site/soft_authenticator.h"
#include "tests/support/stand_in_clamd.h"

namespace permit::test {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

constexpr char kOwn[] = "student1@example.org";
constexpr char kNew[] = "moved@example.org";
constexpr char kName[] = "陳小明";
constexpr char kFree[] = "114000000009";  // a permit that no case stands on

bool HoldsHan(const std::string& text) {
  return std::any_of(text.begin(), text.end(), [](unsigned char c) { return c >= 0xE4; });
}

class OneMailTest : public AtShell<PaymentSiteTest>,
                    public ::testing::WithParamInterface<std::tuple<MailKind, Language>> {
 protected:
  struct Wanted {
    std::string recipient = kOwn;
    std::string chinese_name = kName;
    std::string english_name = "Xiaoming Chen";  // registered as CHEN, XIAOMING
  };

  OneMailTest() {
    database.Run(
        "UPDATE applicant SET mainland_id = '360426199101010071', birth_date = '1991-01-01',"
        " birthplace = 'jiangxi'");
    database.Run("UPDATE account SET language = '" + std::string(LanguageTag(language())) + "'");
    database.Run(
        "INSERT INTO entry_permit (number, kind, applicant_id, issued_on, expires_on, stay_until,"
        " entered_on, loaded_at) SELECT '" +
        std::string(kFree) +
        "', 'single', applicant_id, '2026-01-05', '2026-12-31', '2026-12-31', '2026-02-01',"
        " '2026-01-05 00:00:00' FROM account");
    // The page speaks the other language, which must not matter.
    const bool chinese = language() == Language::kChinese;
    browser.SetCookie("lang",
                      std::string(LanguageTag(chinese ? Language::kEnglish : Language::kChinese)));
  }

  MailKind kind() const { return std::get<0>(GetParam()); }
  Language language() const { return std::get<1>(GetParam()); }

  static std::string Path(const std::string& page) { return std::string(kStudent) + "/" + page; }

  // What went before is no matter of this event.
  void ForgetMails() { database.Run("DELETE FROM outbox"); }

  // The same form sent twice, as by a double click.
  void PostTwice(const std::string& page, const std::string& path, const Fields& fields) {
    browser.Get(page);
    Browser impatient = browser;
    const Response first = browser.Post(path, fields);
    EXPECT_EQ(first.status, 303) << first.body;
    const Response second = impatient.Post(path, fields);
    EXPECT_EQ(second.status, 303) << second.body;
    EXPECT_EQ(HeaderOf(first, "Location"), HeaderOf(second, "Location"));
  }

  // The account is of the page's language here: she chooses it by registering.
  Wanted Register() {
    database.Run(
        "INSERT INTO applicant (mainland_id, chinese_name, surname, given_name, birth_date,"
        " birthplace, sex, travel_permit, school, department, study_level, grade, loaded_at) VALUES"
        " ('11010519491231002X', '王小美', 'WANG', 'XIAOMEI', '1949-12-31', 'beijing', 'female',"
        " 'T12345678', '國立臺灣大學', '電機工程學系', 'bachelor', '1', '2026-01-01 00:00:00')");
    browser.ForgetCookies();
    browser.SetCookie("lang", std::string(LanguageTag(language())));
    PostTwice(Path("register"), Path("register"),
              {{"chinese_name", "王小美"},
               {"surname", "Wang"},
               {"given_name", "Xiaomei"},
               {"mainland_id", "11010519491231002X"},
               {"birthplace", "beijing"},
               {"birth_date", "1949/12/31"},
               {"sex", "female"},
               {"travel_permit", "T12345678"},
               {"phone", "0912345678"},
               {"extension", ""},
               {"email", "mei@example.org"},
               {"login_name", "xiaomei"},
               {"password", "harbour7lights"},
               {"password_again", "harbour7lights"}});
    return {"mei@example.org", "王小美", "Xiaomei Wang"};
  }

  Wanted AskForMail(const std::string& page) {
    browser.ForgetCookies();
    PostTwice(Path(page), Path(page), {{"login_name", "student1"}});
    return {};
  }

  Wanted FailToLogIn() {
    browser.ForgetCookies();
    for (int i = 0; i < settings.login_failures_allowed + 2; ++i) {
      browser.Get(Path("login"));
      const std::string id = InputValue(browser.page(), "captcha_id");
      browser.Post(Path("login"), {{"login_name", "student1"},
                                   {"password", "wrong7password"},
                                   {"captcha_id", id},
                                   {"captcha", CaptchaSolution(services.secret, id, clock.Now())}});
    }
    return {};
  }

  // What else the event brings is no matter here.
  void ForgetOtherMails() {
    database.Run("DELETE FROM outbox WHERE cause_key NOT LIKE '" + std::string(Code(kind())) +
                 ":%'");
  }

  void SetPassword() {
    database.Run("UPDATE account SET password_hash = '" + HashPassword("harbour7lights", random) +
                 "' WHERE id = " + std::to_string(account));
  }

  void AskForMailbox() {
    SetPassword();
    PostTwice(Path("basic-data"), Path("basic-data"),
              {{"chinese_name", kName},
               {"surname", "CHEN"},
               {"given_name", "XIAOMING"},
               {"birthplace", "jiangxi"},
               {"travel_permit", "T12345671"},
               {"phone", "0223456789"},
               {"extension", ""},
               {"email", kNew},
               {"present_password", "harbour7lights"}});
  }
  Wanted MoveMailbox() {
    AskForMailbox();
    ForgetOtherMails();
    return {kind() == MailKind::kMailbox ? kNew : kOwn};
  }
  Wanted ConfirmMailbox() {
    AskForMailbox();
    const std::string text =
        database.Run("SELECT text_body FROM outbox WHERE cause_key LIKE 'mailbox:%'")
            .at(0)
            .Text("text_body");
    const std::string link = Path("mailbox/") + text.substr(text.find("/mailbox/") + 9, 43);
    ForgetMails();
    browser.Get(link);
    Browser impatient = browser;
    EXPECT_EQ(browser.Post(link).status, 200);
    EXPECT_EQ(impatient.Post(link).status, 200) << "says again that it is done";
    ForgetOtherMails();
    return {kind() == MailKind::kMailboxConfirmed ? kNew : kOwn};
  }

  // The first ends the session of the second.
  Wanted ChangePassword() {
    SetPassword();
    browser.Get(Path("password"));
    Browser impatient = browser;
    const Fields fields = {{"present_password", "harbour7lights"},
                           {"password", "seaside5wind"},
                           {"password_again", "seaside5wind"}};
    EXPECT_EQ(browser.Post(Path("password"), fields).status, 303);
    EXPECT_EQ(impatient.Post(Path("password"), fields).status, 303);
    return {};
  }

  Wanted AddPasskey() {
    SetPassword();
    browser.Get(Path("passkeys/new"));
    const std::string page =
        browser
            .Post(Path("passkeys/new"),
                  {{"passkey_name", "手機"}, {"present_password", "harbour7lights"}})
            .body;
    const auto data = [&](const std::string& name) {
      const std::size_t at = page.find("data-" + name + "=\"") + name.size() + 7;
      return page.substr(at, page.find('"', at) - at);
    };
    SoftAuthenticator device(settings.base_url);
    Fields fields = device.Create(data("challenge"), data("user"));
    fields.emplace_back("passkey_name", "手機");
    Browser impatient = browser;
    EXPECT_EQ(browser.Post(Path("passkeys"), fields).status, 303);
    EXPECT_EQ(impatient.Post(Path("passkeys"), fields).status, 303);
    return {};
  }
  Wanted RemovePasskey() {
    AddPasskey();
    ForgetMails();
    const std::string id = database.Run("SELECT id FROM passkey").at(0).Text("id");
    const std::string page = Path("passkeys/" + id + "/remove");
    PostTwice(page, page, {});
    return {};
  }

  Wanted MoveMailboxAtTheCounter() {
    const std::vector<std::string> command = {"account", "mailbox",  "student1",
                                              kNew,      "--reason", "lost"};
    EXPECT_EQ(Run(command).exit_code, 0);
    EXPECT_EQ(Run(command).exit_code, 1) << "it is the mailbox already";
    ForgetOtherMails();
    return {kind() == MailKind::kMailboxAssigned ? kNew : kOwn};
  }

  Wanted LeaveTheAccount() {
    database.Run("SET foreign_key_checks = 0");
    for (const char* table : {"application_case", "case_group"}) {
      database.Run("DELETE FROM " + std::string(table));
    }
    database.Run("SET foreign_key_checks = 1");
    clock.Advance(std::chrono::days(settings.retention_account_days));
    for (int i = 0; i < 2; ++i) {
      LookAfterIdleAccounts(database, settings, SharedRenderer(), clock.Now());
    }
    return {};
  }

  std::string BeginDraft(Service service) {
    const std::string start = Path("apply/" + std::string(Code(service)));
    browser.Get(start);
    browser.Follow(browser.Post(start, {{"agreed", "yes"}}));
    const Response begun =
        browser.Post(start + "/permit", {{"agreed", "yes"}, {"permit_number", kFree}});
    EXPECT_EQ(begun.status, 303) << begun.body;
    return HeaderOf(begun, "Location");
  }
  Wanted LeaveADraft() {
    BeginDraft(Service::kExchange);
    clock.Advance(std::chrono::days(84));
    LookAfterDrafts(database, settings, SharedRenderer(), clock.Now());
    LookAfterDrafts(database, settings, SharedRenderer(), clock.Now());
    return {};
  }
  Wanted Apply(Service service) {
    // The numbers of the cases that stand here already were taken by nobody.
    database.Run(
        "INSERT INTO counter (name, year, value) VALUES ('receipt', 115, 50), ('group', 115, 50)");
    const std::string draft = BeginDraft(service);
    browser.Get(draft);
    Fields answers = ApplyTest::Answers();
    answers.emplace_back("do", "check");
    const Response saved = browser.PostFiles(draft, answers, ApplyTest::Documents(service));
    EXPECT_EQ(HeaderOf(saved, "Location"), draft + "/check") << saved.body;
    PostTwice(draft + "/check", draft + "/send", {});
    return {};
  }

  // The scan comes by twice.
  Wanted UploadAVirus() {
    const StandInClamd clamd;
    settings.scan_socket = clamd.socket();
    const std::string draft = BeginDraft(Service::kExchange);
    browser.Get(draft);
    browser.PostFiles(draft, {{"do", "upload"}}, {{"other", "a.pdf", MakePdf(Eicar())}});
    for (int i = 0; i < 2; ++i) EXPECT_EQ(Run({"scan", "run"}).exit_code, 0);
    return {};
  }

  // A reviewer's command twice: the second finds that there is nothing left to decide.
  Wanted Decide(std::vector<std::string> command, const std::string& receipt) {
    command.insert(command.begin() + 2, receipt);
    command.insert(command.begin(), "--tsv");
    EXPECT_EQ(Run(command).exit_code, 0);
    EXPECT_EQ(Run(command).exit_code, 1);
    return {};
  }
  Wanted DecideSubmitted(const std::vector<std::string>& command) {
    database.Run("UPDATE application_case SET state = 'submitted'");
    return Decide(command, exchange.receipt_number);
  }
  Wanted ApproveFreeOfFee() {
    database.Run("UPDATE entry_permit SET kind = 'multiple' WHERE number = '" + std::string(kFree) +
                 "'");
    Apply(Service::kDataChange);
    ForgetMails();
    return Decide({"case", "approve"},
                  database.Run("SELECT receipt_number FROM application_case WHERE fee = 0")
                      .at(0)
                      .Text("receipt_number"));
  }
  // The case waits in that state for so many days; the housekeeping comes by twice.
  Wanted Wait(const std::string& state, std::chrono::days waited) {
    database.Run("UPDATE application_case SET state = '" + state +
                 "', returned_by = 'first', state_since = '2026-03-05 04:00:00' WHERE id = " +
                 std::to_string(exchange.id));
    database.Run("UPDATE application_case SET state = 'withdrawn' WHERE id <> " +
                 std::to_string(exchange.id));
    ForgetMails();
    const Instant since = StartOfDay(ParseDate("2026/03/05").value()) + std::chrono::hours(12);
    for (int i = 0; i < 2; ++i) {
      LookAfterWaitingCases(database, settings, SharedRenderer(), since + waited);
    }
    clock.Set(since + waited);
    return {};
  }
  Wanted Lapse() {
    Wait("returned-for-documents", std::chrono::days(28));
    return Wait("returned-for-documents", std::chrono::days(31));
  }
  Wanted Withdraw() {
    database.Run("UPDATE application_case SET state = 'first-review'");
    const std::string page =
        Path("withdrawal/" + exchange.group_number + "/" + exchange.receipt_number);
    PostTwice(page + "/confirm?agree=yes", page, {{"agree", "yes"}});
    return {};
  }

  // The bank stamps its money in real time.
  std::string PayByCard() {
    clock.Set(StartOfDay(TaipeiDate(SystemClock().Now())) + std::chrono::hours(1));
    LogIn(browser, account);
    const std::string reference = Choose("credit-card", {exchange.group_number});
    EXPECT_TRUE(GoToBank(reference));
    Bank().Pay(reference);
    for (int i = 0; i < 2; ++i) EXPECT_EQ(Notify(LastNotice(reference)).body, "1|OK");
    EXPECT_EQ(StateOf(reference), PaymentState::kPaid);
    return reference;
  }
  Wanted Pay() {
    PayByCard();
    return {};
  }
  Wanted LosePayment() {
    const std::string reference = PayByCard();
    ForgetMails();
    Bank().Revoke(reference);
    for (int i = 0; i < 2; ++i) {
      clock.Advance(std::chrono::days(1) + std::chrono::minutes(1));
      ReconcilePayments(services);
    }
    EXPECT_EQ(StateOf(reference), PaymentState::kRevoked);
    return {};
  }

  Wanted PayLate() {
    const std::string reference = Choose("convenience-store", {exchange.group_number});
    const sql::PaymentRow slip = sql::FindPayment(database, reference).value();
    const Date late = AddDays(*slip.deadline, 1);
    clock.Advance(std::chrono::days(10));
    for (int i = 0; i < 2; ++i) {
      EXPECT_TRUE(payment::SettleFile(services, "store.txt",
                                      StoreFile({{slip.slip_number, slip.amount, late}}, late))
                      .has_value());
    }
    return {};
  }

  // A kind without its event does not compile.
  Wanted BringAbout(MailKind wanted) {
    switch (wanted) {
      case MailKind::kActivation:
        return Register();
      case MailKind::kNewPassword:
        return AskForMail("forgot-password");
      case MailKind::kLoginCode:
        return AskForMail("login-code");
      case MailKind::kLoginTrouble:
        return FailToLogIn();
      case MailKind::kPasswordChanged:
        return ChangePassword();
      case MailKind::kPasskeyAdded:
        return AddPasskey();
      case MailKind::kPasskeyRemoved:
        return RemovePasskey();
      case MailKind::kMailbox:
      case MailKind::kMailboxAsked:
        return MoveMailbox();
      case MailKind::kMailboxChanged:
      case MailKind::kMailboxConfirmed:
        return ConfirmMailbox();
      case MailKind::kMailboxReplaced:
      case MailKind::kMailboxAssigned:
        return MoveMailboxAtTheCounter();
      case MailKind::kAccountEnds:
        return LeaveTheAccount();
      case MailKind::kDraftEnds:
        return LeaveADraft();
      case MailKind::kApplicationSent:
        return Apply(Service::kExchange);
      case MailKind::kFileQuarantined:
        return UploadAVirus();
      case MailKind::kReturnedForCorrection:
        return DecideSubmitted({"case", "return", "--kind", "correction", "--opinion", "地址𠮷"});
      case MailKind::kReturnedForDocuments:
        return DecideSubmitted({"case", "return", "--kind", "documents", "--opinion", "請補護照"});
      case MailKind::kApprovedAwaitingPayment:
        return DecideSubmitted({"case", "approve"});
      case MailKind::kApprovedFreeOfFee:
        return ApproveFreeOfFee();
      case MailKind::kDisapproved:
        return DecideSubmitted({"case", "disapprove", "--opinion", "資格不符"});
      case MailKind::kNotAccepted:
        return DecideSubmitted({"case", "reject", "--opinion", "非受理對象"});
      case MailKind::kWithdrawn:
        return Withdraw();
      case MailKind::kAnswerDue:
        return Wait("returned-for-correction", std::chrono::days(23));
      case MailKind::kPaymentDue:
        return Wait("awaiting-payment", std::chrono::days(53));
      case MailKind::kLapsed:
        return Lapse();
      case MailKind::kPaymentReceived:
        return Pay();
      case MailKind::kPaymentRevoked:
        return LosePayment();
      case MailKind::kPaymentUnapplied:
        return PayLate();
      case MailKind::kAuditHead:
        break;  // no student's
    }
    return {};
  }

  // The server is away when the mailer first works, and there the next time.
  void ExpectSentOnce(const Wanted& wanted, const std::string& subject) {
    static MailSink sink;
    sink.Empty();
    sink.Stop();
    auto transport = MakeSmtpTransport(sink.url(), "permit.example");
    MailJob job{database, clock, random, *transport, "no-reply@permit.example", "permit.example"};
    EXPECT_EQ(DeliverMail(job).sent, 0u);
    sink.Start();
    clock.Advance(PauseAfter(1) + std::chrono::seconds(1));
    EXPECT_EQ(DeliverMail(job).sent, 1u);
    clock.Advance(std::chrono::hours(2));
    EXPECT_EQ(DeliverMail(job).sent, 0u);
    const std::vector<ArrivedMail> arrived = sink.Mails();
    ASSERT_EQ(arrived.size(), 1u);
    EXPECT_EQ(arrived[0].envelope_to, wanted.recipient);
    EXPECT_EQ(arrived[0].subject, subject);
    EXPECT_EQ(arrived[0].language, LanguageTag(language()));
    const bool chinese = language() == Language::kChinese;
    const std::string& name = chinese ? wanted.chinese_name : wanted.english_name;
    EXPECT_EQ(arrived[0].to, name + " <" + wanted.recipient + ">");
    EXPECT_THAT(arrived[0].text, StartsWith(chinese ? name + " 您好：" : "Dear " + name + ","));
    EXPECT_THAT(arrived[0].html, HasSubstr(chinese ? "lang=\"zh-Hant-TW\"" : "lang=\"en\""));
  }
};

TEST_P(OneMailTest, IsWrittenAndSent) {
  const Wanted wanted = BringAbout(kind());
  const std::vector<sql::Row> mails =
      database.Run("SELECT cause_key, recipient, language, subject FROM outbox");
  ASSERT_EQ(mails.size(), 1u);
  EXPECT_THAT(mails[0].Text("cause_key"), StartsWith(std::string(Code(kind())) + ":"));
  EXPECT_EQ(mails[0].Text("recipient"), wanted.recipient);
  EXPECT_EQ(mails[0].Text("language"), LanguageTag(language()));
  EXPECT_EQ(HoldsHan(mails[0].Text("subject")), language() == Language::kChinese);
  ExpectSentOnce(wanted, mails[0].Text("subject"));
}

std::string NameOf(const ::testing::TestParamInfo<std::tuple<MailKind, Language>>& info) {
  std::string name = std::string(Code(std::get<0>(info.param))) + "_" +
                     std::string(LanguageTag(std::get<1>(info.param)));
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Events, OneMailTest,
                         ::testing::Combine(::testing::ValuesIn(kMailKinds),
                                            ::testing::ValuesIn(kLanguages)),
                         NameOf);

}  // namespace
}  // namespace permit::test
