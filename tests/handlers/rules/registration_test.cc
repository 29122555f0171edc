#include "handlers/rules/registration.h"

#include <gtest/gtest.h>

#include "handlers/rules/mailbox_slip.h"
#include "handlers/rules/person_id.h"

namespace permit {
namespace {

using std::chrono::year;

constexpr Date kToday = year{2026} / 3 / 15;
const RegistrationRules kRules = {{"qq.com", "163.com"}, "[TL][0-9]{8}"};

Registration Good() {
  Registration registration;
  registration.data = {"王小明",          "Wang", "Xiao-Ming", "360426199101010071", "jiangxi",
                       "1991/01/01",      "male", "T12345678", "02-12345678",        "12",
                       "ming@example.org"};
  registration.login_name = "xiaoming";
  registration.password = "abcdefg1";
  registration.password_again = "abcdefg1";
  return registration;
}

std::optional<Problem> ProblemOf(const Registration& registration, std::string_view field) {
  FieldErrors errors = CheckRegistration(registration, kRules, kToday);
  const FieldError* error = FindError(errors, field);
  return error ? std::optional(error->problem) : std::nullopt;
}

TEST(Registration, AGoodOneHasNoErrors) {
  EXPECT_EQ(CheckRegistration(Good(), kRules, kToday), FieldErrors{});
}

TEST(Registration, AnEmptyOneNamesEveryRequiredField) {
  FieldErrors errors = CheckRegistration({}, kRules, kToday);
  std::vector<std::string> fields;
  for (const FieldError& error : errors) fields.push_back(error.field);
  EXPECT_EQ(fields,
            (std::vector<std::string>{"chinese_name", "surname", "given_name", "mainland_id",
                                      "birthplace", "birth_date", "sex", "travel_permit", "phone",
                                      "email", "login_name", "password", "password_again"}));
}

TEST(Registration, TypedTextIsTidiedButPasswordsAreNot) {
  Registration typed = Good();
  typed.data.chinese_name = "　王小明 ";
  typed.data.mainland_id = "３60426 199101010071";
  typed.data.birth_date = "1991-1-1";
  typed.data.travel_permit = "t12345678";
  typed.login_name = " XiaoMing ";
  typed.password = typed.password_again = " abcdefg1 ";
  Registration tidied = TidyRegistration(typed);
  EXPECT_EQ(tidied.data.chinese_name, "王小明");
  EXPECT_EQ(tidied.data.mainland_id, "360426199101010071");
  EXPECT_EQ(tidied.data.birth_date, "1991/01/01");
  EXPECT_EQ(tidied.data.travel_permit, "T12345678");
  EXPECT_EQ(tidied.login_name, "xiaoming");
  EXPECT_EQ(tidied.password, " abcdefg1 ");
  EXPECT_EQ(CheckRegistration(tidied, kRules, kToday), FieldErrors{});
}

TEST(Registration, TheIdentityNumberMustAgreeWithBirthDateAndSex) {
  Registration registration = Good();
  registration.data.birth_date = "1991/01/02";
  EXPECT_EQ(ProblemOf(registration, "mainland_id"), Problem::kDisagreesWithBirthDate);
  registration = Good();
  registration.data.sex = "female";
  EXPECT_EQ(ProblemOf(registration, "mainland_id"), Problem::kDisagreesWithSex);
}

TEST(Registration, NumbersAreReadAsTheyAreTyped) {
  Registration typed = Good();
  typed.data.mainland_id = "360426-19910101-0071";
  typed.data.birth_date = "１９９１年０１月０１日";
  typed.data.phone = "\u202d02–1234\u20115678\u202c";
  typed.data.extension = "分機12";
  typed.data.travel_permit = "ｔ 1234\u200b5678";
  const BasicData tidied = TidyRegistration(typed).data;
  EXPECT_EQ(tidied.mainland_id, "360426199101010071");
  EXPECT_EQ(tidied.birth_date, "1991/01/01");
  EXPECT_EQ(tidied.phone, "02-1234-5678");
  EXPECT_EQ(tidied.extension, "12");
  EXPECT_EQ(tidied.travel_permit, "T12345678");
  for (const char* last : {"x", "ｘ", "Ｘ", "×", "Ⅹ", "Х", "χ", "x\u200e"}) {
    EXPECT_EQ(TidyMainlandId("11010519491231002" + std::string(last)), "11010519491231002X")
        << last;
  }
  EXPECT_EQ(TidyMainlandId("×1"), "×1");
}

TEST(Registration, NamesHaveTheCharactersOfTheirScript) {
  for (const char* name : {"WANG", "O'NEIL", "BO-HAN", "LÜ", "lü", "DE LA CRUZ", "J. R."}) {
    EXPECT_FALSE(CheckLatinName(name)) << name;
  }
  for (const char* name : {"ИВАН", "呂", "X1", "--", "O’NEIL", "É", "\xff", "L\xc3"}) {
    EXPECT_EQ(CheckLatinName(name), Problem::kBadCharacters) << name;
  }
  EXPECT_EQ(CheckLatinName(std::string(51, 'A')), Problem::kTooLong);
  for (const char* name : {"王小明", "阿依努爾·買買提", "王（小）明", "那", "陳〇"}) {
    EXPECT_FALSE(CheckChineseName(name)) << name;
  }
  for (const char* name : {"王1", "王１", "王:明", "王_明", "-", "(.)"}) {
    EXPECT_EQ(CheckChineseName(name), Problem::kBadCharacters) << name;
  }
}

TEST(Registration, BirthDatesMustExistAndLieInThePast) {
  Registration registration = Good();
  for (const char* date : {"1991/02/30", "1899/12/31", "x", "1991/13/01"}) {
    registration.data.birth_date = date;
    EXPECT_EQ(ProblemOf(registration, "birth_date"), Problem::kBadDate) << date;
  }
  registration.data.birth_date = "2026/03/16";
  EXPECT_EQ(ProblemOf(registration, "birth_date"), Problem::kDateInFuture);
}

TEST(Registration, NamesChoicesAndPhonesHaveTheirCharacters) {
  Registration registration = Good();
  registration.data.chinese_name = "<b>";
  registration.data.surname = "王";
  registration.data.given_name = "--";
  registration.data.birthplace = "atlantis";
  registration.data.sex = "x";
  registration.data.phone = "call me";
  registration.data.extension = "1a";
  registration.data.travel_permit = "A12345678";
  EXPECT_EQ(ProblemOf(registration, "chinese_name"), Problem::kBadCharacters);
  EXPECT_EQ(ProblemOf(registration, "surname"), Problem::kBadCharacters);
  EXPECT_EQ(ProblemOf(registration, "given_name"), Problem::kBadCharacters);
  EXPECT_EQ(ProblemOf(registration, "birthplace"), Problem::kNotAChoice);
  EXPECT_EQ(ProblemOf(registration, "sex"), Problem::kNotAChoice);
  EXPECT_EQ(ProblemOf(registration, "phone"), Problem::kBadCharacters);
  EXPECT_EQ(ProblemOf(registration, "extension"), Problem::kBadCharacters);
  EXPECT_EQ(ProblemOf(registration, "travel_permit"), Problem::kBadFormat);
  registration.data.chinese_name = std::string(51, 'a');
  EXPECT_EQ(ProblemOf(registration, "chinese_name"), Problem::kTooLong);
  registration.data.chinese_name = "阿卜杜拉·𠮷";
  EXPECT_FALSE(ProblemOf(registration, "chinese_name").has_value());
}

TEST(Email, MailboxesOfMainlandProvidersAreRefused) {
  const std::vector<std::string>& refused = kRules.refused_mail_domains;
  for (const char* email : {"a@qq.com", "a@QQ.com", "a@vip.qq.com", "a@163.com", "a@b.cn",
                            "a@mail.edu.cn", "a@x.CN", "a@x.xn--fiqs8s"}) {
    EXPECT_EQ(CheckEmail(email, refused), Problem::kMailDomainRefused) << email;
  }
  for (const char* email :
       {"a@example.org", "a.b+c@mail.ntu.edu.tw", "a@notqq.com", "a@cn.tw", "a@qq.com.tw"}) {
    EXPECT_FALSE(CheckEmail(email, refused).has_value()) << email;
  }
}

TEST(Email, ChineseTopLevelDomainsAreRefusedInBothSpellings) {
  for (const char* email :
       {"a@例子.中国", "a@例子.中國", "a@x.xn--fiqs8s", "a@x.XN--FIQZ9S", "a@x.公司",
        "a@x.xn--55qx5d", "a@x.网络", "a@x.xn--io0a7i", "a@x.政务"}) {
    EXPECT_EQ(CheckEmail(email, {}), Problem::kMailDomainRefused) << email;
  }
  EXPECT_EQ(CheckEmail("a@例子.台灣", {}), Problem::kBadFormat);
}

TEST(Email, ADomainThatLooksLikeASlipIsAskedAbout) {
  const std::pair<const char*, const char*> slips[] = {
      {"A.b@gmial.com", "A.b@gmail.com"},  {"a@gmail.con", "a@gmail.com"},
      {"a@gmail.co", "a@gmail.com"},       {"a@gmai.com", "a@gmail.com"},
      {"a@ggmail.com", "a@gmail.com"},     {"a@Gmail.cn.com", "a@gmail.com"},
      {"a@hotmial.com", "a@hotmail.com"},  {"a@outlok.com", "a@outlook.com"},
      {"a@yaho.com.tw", "a@yahoo.com.tw"}, {"a@gmail.cmo", "a@gmail.com"},
      {"a@iclould.com", "a@icloud.com"}};
  for (const auto& [typed, meant] : slips) EXPECT_EQ(MeantMailbox(typed), meant) << typed;
  for (const char* email : {"a@gmail.com", "a@GMAIL.COM", "a@ymail.com", "a@mail.com", "a@live.com",
                            "a@yahoo.co.jp", "a@hotmail.co.uk", "a@g.ntu.edu.tw", "a@example.org",
                            "a@mail.ntu.edu.tw", "no mailbox", ""}) {
    EXPECT_EQ(MeantMailbox(email), "") << email;
  }
}

TEST(Email, RefusesWhatIsNoMailbox) {
  for (const char* email : {"a", "@b.tw", "a@", "a@b", "a@b..tw", "a b@c.tw", "a@-b.tw",
                            "a..b@c.tw", "a@b.tw\r\nRCPT TO:<x@y.tw>", "<a@b.tw>", "王@b.tw",
                            "a@1.2.3.4", "a@b.t", "\"a\"@b.tw", "a@b@c.tw"}) {
    EXPECT_EQ(CheckEmail(email, {}), Problem::kBadFormat) << email;
  }
  EXPECT_EQ(CheckEmail(std::string(250, 'a') + "@b.tw", {}), Problem::kTooLong);
}

TEST(Password, NeedsEightCharactersASmallLetterAndADigit) {
  auto problem = [](const std::string& password) -> std::optional<Problem> {
    auto error = CheckPassword("password", password);
    if (!error) return std::nullopt;
    return error->problem;
  };
  EXPECT_FALSE(problem("abcdefg1").has_value());
  EXPECT_FALSE(problem("密碼很長很長a1").has_value());
  EXPECT_FALSE(problem(std::string(127, 'a') + "1").has_value());
  EXPECT_EQ(problem(""), Problem::kMissing);
  EXPECT_EQ(problem("abcdef1"), Problem::kTooShort);
  EXPECT_EQ(problem("密碼a1"), Problem::kTooShort);
  EXPECT_EQ(problem("abcdefgh"), Problem::kPasswordNeedsLetterAndDigit);
  EXPECT_EQ(problem("ABCDEFG1"), Problem::kPasswordNeedsLetterAndDigit);
  EXPECT_EQ(problem("12345678"), Problem::kPasswordNeedsLetterAndDigit);
  EXPECT_EQ(problem(std::string(128, 'a') + "1"), Problem::kTooLong);
  EXPECT_EQ(problem("abcdefg1\xff"), Problem::kBadCharacters);
}

TEST(Password, MustBeTypedTwiceAlike) {
  Registration registration = Good();
  registration.password_again = "abcdefg2";
  EXPECT_EQ(ProblemOf(registration, "password_again"), Problem::kPasswordsDiffer);
}

TEST(LoginName, HasLettersDigitsAndTheSignsOfAMailbox) {
  for (const char* name : {"abcd", "a.b-c_d", "ming@example.org", "a1234"}) {
    EXPECT_FALSE(CheckLoginName("login_name", name).has_value()) << name;
  }
  EXPECT_EQ(CheckLoginName("login_name", "abc")->problem, Problem::kTooShort);
  EXPECT_EQ(CheckLoginName("login_name", "abc d")->problem, Problem::kBadCharacters);
  EXPECT_EQ(CheckLoginName("login_name", "王小明")->problem, Problem::kBadCharacters);
  EXPECT_EQ(CheckLoginName("login_name", std::string(61, 'a'))->problem, Problem::kTooLong);
}

TEST(Registration, AnAccountsNameHasTheFormOfOneWhetherItExistsOrNot) {
  EXPECT_FALSE(CheckAccountName("login_name", "abc"));
  EXPECT_EQ(CheckAccountName("login_name", "")->problem, Problem::kMissing);
  EXPECT_EQ(CheckAccountName("login_name", std::string(61, 'a'))->problem, Problem::kTooLong);
  EXPECT_EQ(CheckAccountName("login_name", "a b")->problem, Problem::kBadCharacters);
}

}  // namespace
}  // namespace permit
