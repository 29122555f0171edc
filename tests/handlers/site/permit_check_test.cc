#include "handlers/site/permit_check.h"

#include <gtest/gtest.h>

#include "handlers/papers/permit.h"
#include "handlers/web/address_limit.h"
#include "tests/support/paid_case.h"
#include "tests/support/papers/sample_papers.h"
#include "tests/support/site/site_fixture.h"

namespace permit::test {
namespace {

using namespace std::chrono_literals;

constexpr const char* kPath = "/coa-frontend/verify";

// A permit issued here on 2 March 2026 for a student whose register says 2003/01/01.
class PermitCheck : public SiteTest {
 protected:
  PermitCheck() {
    clock.Set(std::chrono::sys_days{2026y / 3 / 2} + 2h);
    const std::uint64_t account = AddAccount(database, 1);
    const PayableCase one = AddPayableCase(database, account, 1);
    AddPhotoAndForm(database, one, SamplePhoto().jpeg);
    AddPaidPayment(database, one, 1);
    database.Transact([&](sql::Transaction& transaction) {
      return IssuePermit(transaction, settings, one.id, clock.Now());
    });
    number_ = one.receipt_number;
    born_ = database.Run("SELECT DATE_FORMAT(birth_date, '%Y/%m/%d') AS born FROM permit_paper")
                .at(0)
                .Text("born");
  }

  // The word that the page answers in Chinese; empty without one.
  std::string Check(const std::string& number, const std::string& birth_date) {
    browser.Get(std::string(kPath) + "?lang=zh-TW");
    response_ = browser.Post(kPath, {{"number", number}, {"birth_date", birth_date}});
    const std::size_t tag = response_.body.find("<span class=\"tag ");
    if (tag == std::string::npos) return "";
    const std::size_t begin = response_.body.find('>', tag) + 1;
    return response_.body.substr(begin, response_.body.find('<', begin) - begin);
  }
  void Set(const std::string& assignment) {
    database.Run("UPDATE entry_permit SET " + assignment + " WHERE number = '" + number_ + "'");
  }

  std::string number_;
  std::string born_;
  Response response_;
};

TEST_F(PermitCheck, TheLinkOnThePaperBringsTheNumber) {
  const Response page = browser.Get(std::string(kPath) + "?number=" + number_);
  EXPECT_EQ(page.status, 200);
  EXPECT_EQ(InputValue(page.body, "number"), number_);
  EXPECT_EQ(page.body.find("class=\"tag"), std::string::npos) << "nothing is said by GET";
}

TEST_F(PermitCheck, ReadsTheBirthDateAsItIsTyped) {
  const std::string year = born_.substr(0, 4), month = born_.substr(5, 2), day = born_.substr(8);
  for (const std::string& typed : {year + month + day, year + "年" + month + "月" + day + "日",
                                   year + "-" + month + "-" + day, born_ + "\u202c"}) {
    EXPECT_EQ(Check(number_, typed), "有效") << typed;
  }
}

TEST_F(PermitCheck, SaysWhatHasBecomeOfThePermit) {
  RowWatch rows(database);
  EXPECT_EQ(Check(number_, born_), "有效");
  EXPECT_EQ(Check(" " + number_ + " ", born_), "有效");
  EXPECT_EQ(rows.Changes(), "");
  Set("expires_on = '2026-03-02'");
  EXPECT_EQ(Check(number_, born_), "有效");
  Set("expires_on = '2026-03-01'");
  EXPECT_EQ(Check(number_, born_), "已逾期");
  Set("status = 'replaced'");
  EXPECT_EQ(Check(number_, born_), "已換證");
  Set("status = 'revoked'");
  EXPECT_EQ(Check(number_, born_), "已廢止");
}

TEST_F(PermitCheck, SaysNothingAboutTheHolder) {
  Check(number_, born_);
  for (const char* secret : {"陳小明", "CHEN", "T12345671", "女", "羅斯福路"}) {
    EXPECT_EQ(response_.body.find(secret), std::string::npos) << secret;
  }
}

TEST_F(PermitCheck, AWrongBirthDateIsAnsweredLikeAnUnknownNumber) {
  RowWatch rows(database);
  EXPECT_EQ(Check("999999999999", born_), "查無資料");
  std::string unknown = response_.body;
  EXPECT_EQ(rows.Changes(), "rate_counter +2") << "of the address and of the number";
  EXPECT_EQ(Check(number_, "1999/12/31"), "查無資料");
  EXPECT_EQ(rows.Changes(), "rate_counter +1 ~1 (hits)");
  const auto without = [](std::string text, const std::string& part) {
    for (std::size_t at; (at = text.find(part)) != text.npos;) text.erase(at, part.size());
    return text;
  };
  const auto plain = [&](std::string text) {
    for (const std::string& token : {InputValue(text, "csrf"), std::string("999999999999"), number_,
                                     born_, std::string("1999/12/31")}) {
      text = without(text, token);
    }
    return text;
  };
  EXPECT_EQ(plain(unknown), plain(response_.body));
}

TEST_F(PermitCheck, TheBirthDateThatIsPrintedCounts) {
  database.Run("SET @append_only_except = 'permit_paper'");
  database.Run("UPDATE permit_paper SET birth_date = '2002-02-02'");
  EXPECT_EQ(Check(number_, "2002/02/02"), "有效");
  EXPECT_EQ(Check(number_, born_), "查無資料");
}

TEST_F(PermitCheck, AskedForBothInTheirForm) {
  EXPECT_EQ(Check("", ""), "");
  EXPECT_EQ(response_.status, 422);
  EXPECT_EQ(Check(number_, "2026/02/30"), "");
  EXPECT_EQ(response_.status, 422);
  EXPECT_EQ(InputValue(response_.body, "number"), number_);
}

TEST_F(PermitCheck, WhoGuessesIsSlowedDownAndToldSo) {
  for (int i = 0; i < kPermitGuesses.allowed; ++i) {
    ASSERT_EQ(Check(std::to_string(120469000000 + i), "1999/12/31"), "查無資料") << i;
  }
  EXPECT_EQ(Check(number_, born_), "");
  EXPECT_EQ(response_.status, 429);
  EXPECT_EQ(HeaderOf(response_, "Retry-After"), "600");
  EXPECT_NE(response_.body.find("查詢次數過多"), std::string::npos);
  clock.Advance(10min);
  EXPECT_EQ(Check(number_, born_), "有效");
}

// Whoever has many addresses guesses no faster.
TEST_F(PermitCheck, ANumberThatIsGuessedAtRestsForTheDay) {
  for (const std::string& number : {number_, std::string("120469999999")}) {
    for (int i = 0; i < 20; ++i) {
      if (i % 10 == 0) clock.Advance(10min);
      ASSERT_EQ(Check(number, "1999/12/31"), "查無資料") << number << " " << i;
    }
    clock.Advance(10min);
    EXPECT_EQ(Check(number, born_), "") << "known or not";
    EXPECT_EQ(response_.status, 429);
    EXPECT_NE(response_.body.find("請於明日再查詢"), std::string::npos);
  }
  clock.Advance(24h);
  EXPECT_EQ(Check(number_, born_), "有效");
}

TEST_F(PermitCheck, ChecksThatAreRightAreNotCounted) {
  for (int i = 0; i <= kPermitGuesses.allowed; ++i) {
    ASSERT_EQ(Check(number_, born_), "有效") << i;
  }
}

TEST_F(PermitCheck, AFormOfAnotherSiteIsRefused) {
  browser.Get(kPath);
  const Response answer =
      browser.Post(kPath, {{"csrf", "x"}, {"number", number_}, {"birth_date", born_}});
  EXPECT_EQ(answer.status, 403);
}

}  // namespace
}  // namespace permit::test
