#include "handlers/account/registration.h"

#include <gtest/gtest.h>

#include "tests/handlers/account/account_fixture.h"

namespace permit::test {
namespace {

class RegistrationTest : public AccountTest {
 protected:
  void Name(const std::string& chinese, const std::string& surname, const std::string& given) {
    database.Run("UPDATE applicant SET chinese_name = '" + chinese + "', surname = '" + surname +
                 "', given_name = '" + given + "'");
  }
  std::string Column(const std::string& column) {
    return database.Run("SELECT " + column + " FROM applicant").at(0).Text(column);
  }
};

TEST_F(RegistrationTest, OpensAPendingAccountAndMailsTheLink) {
  RowWatch rows(database);
  const Response answer = Register();
  EXPECT_EQ(rows.Changes(),
            "account +1\naccount_token +1\naudit +1\nidempotency_key +1\noutbox "
            "+1\npassword_history +1\nrate_counter +2");
  browser.SetCookie("lang", "zh-TW");
  browser.Follow(answer);
  EXPECT_TRUE(Says("註冊成功,請至Email認證啟用!"));
  EXPECT_EQ(Account().state, sql::AccountState::kPending);
  EXPECT_EQ(Account().email, "mei@example.org");
}

TEST_F(RegistrationTest, TheNextPageNamesTheMailboxToThisBrowserAlone) {
  const Response answer = Register();
  EXPECT_EQ(HeaderOf(answer, "Location").find("mei"), std::string::npos);
  browser.Follow(answer);
  EXPECT_TRUE(Says("mei@example.org"));
  EXPECT_TRUE(Says("within 24 hours"));
  EXPECT_TRUE(Says("/individual/resend-activation\""));
  EXPECT_TRUE(Says("/individual/register\""));
  browser.Get(Path("login"));
  EXPECT_FALSE(Says("mei@example.org"));

  Browser elsewhere(dispatcher);
  elsewhere.SetCookie("lang", "en");
  const Response other = elsewhere.Get(Path("login?done=registered"));
  EXPECT_EQ(other.body.find("mei@example.org"), std::string::npos);
  EXPECT_NE(other.body.find("within 24 hours"), std::string::npos);
  // A cookie that this site has not set.
  for (const char* cookie : {"zz", "3c01", ""}) {
    elsewhere.SetCookie("registered", cookie);
    EXPECT_EQ(elsewhere.Get(Path("login?done=registered")).status, 200) << cookie;
  }
}

TEST_F(RegistrationTest, SentTwiceIsOneAccountAndOneMail) {
  browser.Get(Path("register"));
  const std::string act = InputValue(browser.page(), "act");
  Fields fields = Herself();
  fields.emplace_back("act", act);
  fields.emplace_back("csrf", InputValue(browser.page(), "csrf"));
  const Response first = browser.Post(Path("register"), fields);
  RowWatch rows(database);
  const Response second = browser.Post(Path("register"), fields);
  EXPECT_EQ(HeaderOf(first, "Location"), HeaderOf(second, "Location"));
  EXPECT_EQ(rows.Changes(), "rate_counter ~1 (hits)");
}

TEST_F(RegistrationTest, ComparesEveryFieldWithTheRegister) {
  const std::pair<const char*, const char*> others[] = {{"chinese_name", "王大美"},
                                                        {"surname", "Huang"},
                                                        {"given_name", "Xiaomeng"},
                                                        {"birthplace", "jiangsu"},
                                                        {"travel_permit", "T12345679"}};
  for (const auto& [name, value] : others) {
    const Response answer = Register(HerselfBut(name, value));
    EXPECT_EQ(answer.status, 422) << name;
    EXPECT_TRUE(Says("We could not find a student with these details.")) << name;
  }
  EXPECT_TRUE(database.Run("SELECT id FROM account").empty());
}

// The register's name, as keyboards, identity cards and address books write it.
TEST_F(RegistrationTest, NamesMatchWhoeverTypedThem) {
  browser.SetCookie("lang", "zh-TW");
  struct Spelling {
    const char* chinese;
    const char* surname;
    const char* given;
  };
  const auto registers = [&](const Spelling& spelling, const std::string& registered) {
    database.Run("DELETE FROM rate_counter");
    Fields fields = HerselfBut("chinese_name", spelling.chinese);
    for (auto& [name, value] : fields) {
      if (name == "surname") value = spelling.surname;
      if (name == "given_name") value = spelling.given;
      if (name == "login_name") value = random.Uuid();
    }
    EXPECT_EQ(Register(fields).status, 303) << spelling.chinese << spelling.given;
    EXPECT_EQ(Column("chinese_name"), registered);
    EXPECT_NE(MailText("activate").find(registered), std::string::npos);
  };
  Name("黃麗‧溫", "LYU", "BOHAN");
  for (const Spelling& spelling : {Spelling{"黄丽·温", "LYU", "BOHAN"},
                                   {"黃麗・溫", "LÜ", "BO HAN"},
                                   {"黃 麗.溫\ufe00", "ＬYU", "Bo-Han"},
                                   {"\u202a黃麗‧溫\u202c", "lu\u0308", "BO’HAN"}}) {
    registers(spelling, "黃麗‧溫");
  }
  Name("吳𬍤", "WANG", "X");
  registers({"吴璕", "WANG", "X"}, "吳𬍤");
}

TEST_F(RegistrationTest, LookAlikesAreOtherNames) {
  Name("王𠮷", "LYU", "BOHAN");
  for (const char* other : {"王吉", "土𠮷"}) {
    Fields fields = HerselfBut("chinese_name", other);
    EXPECT_EQ(Register(fields).status, 422) << other;
    EXPECT_TRUE(Says("We could not find a student with these details.")) << other;
  }
}

TEST_F(RegistrationTest, WhoHasNoSurnameLeavesItEmpty) {
  EXPECT_EQ(Register(HerselfBut("surname", "")).status, 422);
  EXPECT_TRUE(Says("id=\"surname-error\""));
  Name("扎西", "", "ZHAXI");
  Fields fields = HerselfBut("chinese_name", "扎西");
  for (auto& [name, value] : fields) {
    if (name == "surname") value = "";
    if (name == "given_name") value = "Zhaxi";
  }
  EXPECT_EQ(Register(fields).status, 303);
}

TEST_F(RegistrationTest, SaysWhatIsComparedAndWhomToAskAndNothingOfTheRegister) {
  browser.SetCookie("lang", "zh-TW");
  browser.Get(Path("register"));
  EXPECT_FALSE(Says("均須相符"));
  Register(HerselfBut("chinese_name", "王大美"));
  EXPECT_TRUE(Says("查無此學生資料"));
  EXPECT_TRUE(Says("正體字、簡體字及異體字均可"));
  EXPECT_TRUE(Says("均須相符"));
  EXPECT_FALSE(Says("王小美"));
  Register({{"chinese_name", "王大美"},
            {"surname", "Wang"},
            {"given_name", "Xiaomei"},
            {"mainland_id", "360426199101010071"},
            {"birthplace", "beijing"},
            {"birth_date", "1991/01/01"},
            {"sex", "male"},
            {"travel_permit", "T12345678"},
            {"phone", "0912345678"},
            {"extension", ""},
            {"email", "mei@example.org"},
            {"login_name", "xiaomei"},
            {"password", kPassword},
            {"password_again", kPassword}});
  EXPECT_TRUE(Says("查無此學生資料"));
  EXPECT_TRUE(Says("均須相符"));
}

TEST_F(RegistrationTest, AsksOnceAboutAMailboxThatLooksLikeASlip) {
  Fields fields = HerselfBut("email", "mei@gmial.com");
  EXPECT_EQ(Register(fields).status, 422);
  EXPECT_TRUE(Says("Did you mean mei@gmail.com?"));
  const std::string asked = InputValue(browser.page(), "asked_mailbox");
  EXPECT_EQ(asked, "mei@gmial.com");
  fields.emplace_back("asked_mailbox", asked);
  EXPECT_EQ(Register(fields).status, 303);
  EXPECT_EQ(database.Run("SELECT email FROM account").at(0).Text("email"), "mei@gmial.com");
}

TEST_F(RegistrationTest, ReadsNumbersAsTheyAreTyped) {
  Fields fields = Herself();
  for (auto& [name, value] : fields) {
    if (name == "mainland_id") value = "１１０１０５ 19491231 002ｘ";
    if (name == "birth_date") value = "1949年12月31日";
    if (name == "travel_permit") value = "\u202aｔ１２３４５６７８\u202c";
    if (name == "phone") value = "\u202d+86 138–0013–8000\u202c";
    if (name == "extension") value = "分機12";
  }
  ASSERT_EQ(Register(fields).status, 303);
  EXPECT_EQ(Account().phone, "+86 138-0013-8000");
  EXPECT_EQ(Account().extension, "12");
}

TEST_F(RegistrationTest, NamesOfScriptsThatCannotBePrintedAreRefusedAtTheField) {
  for (const char* name : {"王بد", "ภาษา", "བོད", "王\u0301\u0301\u0316"}) {
    RowWatch rows(database);
    EXPECT_EQ(Register(HerselfBut("chinese_name", name)).status, 422) << name;
    EXPECT_TRUE(Says("id=\"chinese_name-error\"")) << name;
    EXPECT_EQ(rows.Changes(), "");
  }
}

TEST_F(RegistrationTest, KeyboardsAreToldWhatTheFieldsHold) {
  browser.Get(Path("register"));
  const auto input = [&](const std::string& name) {
    const std::string& page = browser.page();
    const std::size_t begin = page.find("id=\"" + name + "\"");
    return page.substr(begin, page.find('>', begin) - begin);
  };
  for (const char* name : {"chinese_name", "surname", "given_name", "mainland_id", "birth_date",
                           "travel_permit", "phone", "extension", "email", "login_name"}) {
    EXPECT_NE(input(name).find("spellcheck=\"false\""), std::string::npos) << name;
  }
  for (const char* name : {"surname", "given_name", "mainland_id", "travel_permit"}) {
    EXPECT_NE(input(name).find("autocapitalize=\"characters\""), std::string::npos) << name;
  }
  for (const auto& [name, mode] : {std::pair{"phone", "tel"}, std::pair{"extension", "numeric"},
                                   std::pair{"email", "email"}}) {
    EXPECT_NE(input(name).find("inputmode=\"" + std::string(mode) + "\""), std::string::npos);
  }
}

TEST_F(RegistrationTest, KeepsWhatWasTypedButNoPassword) {
  Register(HerselfBut("email", "mei@qq.com"));
  EXPECT_TRUE(Says("mei@qq.com"));
  EXPECT_EQ(InputValue(browser.page(), "chinese_name"), "王小美");
  EXPECT_FALSE(Says(kPassword));
  EXPECT_TRUE(Says("href=\"#email\""));
}

TEST_F(RegistrationTest, SaysThatALoginNameIsTaken) {
  Register();
  const Response answer = Register();
  EXPECT_EQ(answer.status, 422);
  EXPECT_TRUE(Says("This username is already taken"));
}

TEST_F(RegistrationTest, ASlipInTheMailboxIsCorrectedByRegisteringAgain) {
  Register(HerselfBut("email", "mei@example.com"));
  const std::string lost = After(MailText("activate"), "https://permit.example");
  const std::uint64_t first = Account().id;
  EXPECT_EQ(Register().status, 303);
  EXPECT_EQ(database.Run("SELECT id FROM account").size(), 1u);
  EXPECT_NE(Account().id, first);
  EXPECT_EQ(Account().email, "mei@example.org");
  EXPECT_EQ(browser.Get(lost).status, 422);
  EXPECT_EQ(Activate().status, 303);
}

TEST_F(RegistrationTest, AnotherApplicantsPendingNameIsTaken) {
  Register();
  database.Run(
      "INSERT INTO applicant (mainland_id, chinese_name, surname, given_name, birth_date,"
      " birthplace, sex, travel_permit, school, department, study_level, grade, loaded_at) VALUES"
      " ('360426199101010071', '王大明', 'WANG', 'DAMING', '1991-01-01', 'jiangxi', 'male',"
      " 'T87654321', '國立臺灣大學', '電機工程學系', 'bachelor', '1', '2026-01-01 00:00:00')");
  database.Run("UPDATE account SET applicant_id = (SELECT MAX(id) FROM applicant)");
  EXPECT_EQ(Register(HerselfBut("email", "other@example.org")).status, 422);
  EXPECT_TRUE(Says("This username is already taken"));
}

TEST_F(RegistrationTest, HasOnePendingAccountAStudent) {
  Register();
  EXPECT_EQ(Register(HerselfBut("login_name", "another")).status, 303);
  EXPECT_EQ(database.Run("SELECT login_name FROM account").at(0).Text("login_name"), "another");
  EXPECT_EQ(database.Run("SELECT id FROM account").size(), 1u);
}

TEST_F(RegistrationTest, AMailboxGetsThreeActivationMailsADay) {
  const auto mails = [&] {
    return database.Run("SELECT id FROM outbox WHERE cause_key LIKE 'activate:%'").size();
  };
  Register();
  for (int again = 0; again < 3; ++again) {
    clock.Advance(std::chrono::hours(1));
    browser.Get(Path("resend-activation"));
    const Response answer = browser.Post(Path("resend-activation"), {{"login_name", "xiaomei"}});
    EXPECT_EQ(HeaderOf(answer, "Location"), Path("login?done=activation-mailed"));
  }
  EXPECT_EQ(mails(), 3u);
  Fields fields = HerselfBut("email", "MEI@example.org");
  for (auto& [name, value] : fields) {
    if (name == "login_name") value = "another";
  }
  EXPECT_EQ(Register(fields).status, 422);
  EXPECT_TRUE(Says("We have sent 3 activation emails to this address today"));
  EXPECT_EQ(Account().state, sql::AccountState::kPending) << "the one before stays";
  clock.Advance(std::chrono::hours(24));
  EXPECT_EQ(Register(fields).status, 303);
  EXPECT_EQ(mails(), 4u);
}

TEST_F(RegistrationTest, RefusesAPasswordThatIsGuessedFirst) {
  for (const char* password : {"password1", "xiaomei-and-7", "t12345678-mail"}) {
    Fields fields = HerselfBut("password", password);
    for (auto& [name, value] : fields) {
      if (name == "password_again") value = password;
    }
    EXPECT_EQ(Register(fields).status, 422) << password;
    EXPECT_TRUE(Says("id=\"password-error\"")) << password;
  }
}

TEST_F(RegistrationTest, ALinkEndsWithItsAccount) {
  Register();
  clock.Advance(std::chrono::hours(40));
  browser.Get(Path("resend-activation"));
  browser.Post(Path("resend-activation"), {{"login_name", "xiaomei"}});
  EXPECT_EQ(database
                .Run("SELECT t.token_hash FROM account_token t JOIN account a ON a.id ="
                     " t.account_id WHERE t.expires_at = a.created_at + INTERVAL 48 HOUR")
                .size(),
            1u);
  clock.Advance(std::chrono::hours(8));
  RowWatch rows(database);
  browser.Get(Path("resend-activation"));
  browser.Post(Path("resend-activation"), {{"login_name", "xiaomei"}});
  EXPECT_EQ(rows.Changes().find("outbox"), std::string::npos);
}

TEST_F(RegistrationTest, AllowsOneActiveAccountAStudent) {
  OpenAccount();
  Register(HerselfBut("login_name", "another"));
  EXPECT_TRUE(Says("You already have an active account"));
  EXPECT_EQ(database.Run("SELECT id FROM account").size(), 1u);
}

TEST_F(RegistrationTest, ActivatesByTheButtonOnce) {
  Register();
  const std::string link = After(MailText("activate"), "https://permit.example");
  RowWatch rows(database);
  EXPECT_EQ(browser.Get(link).status, 200);
  EXPECT_EQ(rows.Changes(), "");
  const Response answer = browser.Post(link);
  EXPECT_EQ(rows.Changes(),
            "account ~1 (activated_at, active_applicant_id, state)\n"
            "account_token ~1 (used_at)\naudit +1");
  EXPECT_EQ(HeaderOf(answer, "Location"), Path("login?done=activated"));
  rows.Changes();
  EXPECT_EQ(browser.Get(link).status, 200);
  EXPECT_TRUE(Says("Your account is already active"));
  browser.Get(Path("login"));
  EXPECT_EQ(HeaderOf(browser.Post(link), "Location"), Path("login?done=activated"));
  EXPECT_EQ(rows.Changes(), "") << "the second press did something";
}

TEST_F(RegistrationTest, AUsedLinkOfAnAccountThatIsNoLongerActiveIsNotValid) {
  Register();
  const std::string link = After(MailText("activate"), "https://permit.example");
  browser.Get(link);
  EXPECT_EQ(browser.Post(link).status, 303);
  database.Run("UPDATE account SET state = 'closed', active_applicant_id = DEFAULT");
  EXPECT_EQ(browser.Get(link).status, 422);
  browser.Get(Path("login"));
  EXPECT_EQ(browser.Post(link).status, 422);
}

TEST_F(RegistrationTest, RefusesALinkAfterADay) {
  Register();
  clock.Advance(std::chrono::hours(24));
  browser.Get(After(MailText("activate"), "https://permit.example"));
  EXPECT_TRUE(Says("has expired"));
  browser.Get(Path("login"));
  const Response answer = browser.Post(After(MailText("activate"), "https://permit.example"));
  EXPECT_EQ(answer.status, 422);
  EXPECT_EQ(Account().state, sql::AccountState::kPending);
}

TEST_F(RegistrationTest, SendsANewLinkThatVoidsTheOld) {
  Register();
  const std::string old_link = After(MailText("activate"), "https://permit.example");
  browser.Get(Path("resend-activation"));
  const Response answer = browser.Post(Path("resend-activation"), {{"login_name", "XiaoMei"}});
  EXPECT_EQ(HeaderOf(answer, "Location"), Path("login?done=activation-mailed"));
  EXPECT_EQ(browser.Get(old_link).status, 422);
  EXPECT_EQ(Activate().status, 303);
}

TEST_F(RegistrationTest, AnswersAlikeForAnUnknownAccount) {
  browser.Get(Path("resend-activation"));
  RowWatch rows(database);
  const Response answer = browser.Post(Path("resend-activation"), {{"login_name", "nobody"}});
  EXPECT_EQ(HeaderOf(answer, "Location"), Path("login?done=activation-mailed"));
  EXPECT_EQ(rows.Changes(), "audit +1\nidempotency_key +1\nrate_counter +3");
}

}  // namespace
}  // namespace permit::test
