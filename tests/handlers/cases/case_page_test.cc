#include "handlers/cases/case_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <optional>
#include <set>

#include "handlers/rules/case_turn.h"

#include "tests/support/payable_case.h"
#include "tests/support/site/site_fixture.h"

namespace permit::test {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

std::string CasePath(const PayableCase& item) {
  return std::string(kStudent) + "/cases/" + item.receipt_number;
}

using CasePageTest = SiteTest;

TEST_F(CasePageTest, ItsStudentSeesItAndTheWayToPay) {
  PayableCase item = AddPayableCase(database, AddAccount(database, 1), 1);
  LogIn(browser, item.account_id);
  Response page = browser.Get(CasePath(item) + "?lang=zh-TW");
  EXPECT_EQ(200, page.status);
  EXPECT_NE(std::string::npos, page.body.find(item.receipt_number));
  EXPECT_NE(std::string::npos, page.body.find("/payment\">線上繳費"));
  EXPECT_EQ(std::string::npos, page.body.find("/withdrawal/" + item.receipt_number))
      << "its review is finished";
}

// The last day counts whole; a case that has not lapsed yet may still be acted on.
TEST_F(CasePageTest, TheDayByWhichTheStudentMustActIsNamed) {
  const PayableCase item = AddPayableCase(database, AddAccount(database, 1), 1);
  LogIn(browser, item.account_id);
  settings.case_answer_days = 20;
  const auto page = [&](const std::string& state, const std::string& since) {
    database.Run("UPDATE application_case SET state = '" + state + "', state_since = '" + since +
                 "'");
    return browser.Get(CasePath(item) + "?lang=zh-TW").body;
  };
  const Date today = TaipeiDate(clock.Now());
  const std::string now = FormatTime(clock.Now() - std::chrono::hours(8));
  EXPECT_THAT(page("awaiting-payment", now),
              HasSubstr("請於 " + FormatDate(AddDays(today, 60)) + "（含當日）前繳納規費"));
  EXPECT_THAT(page("returned-for-documents", now),
              HasSubstr("請於 " + FormatDate(AddDays(today, 20)) + "（含當日）前完成補正(件)"));
  EXPECT_THAT(page("returned-for-correction", "2020-01-01 00:00:00"),
              HasSubstr("請於 " + FormatDate(today) + "（含當日）前完成補正(件)"));
  EXPECT_THAT(page("first-review", now), Not(HasSubstr("（含當日）")));
  EXPECT_THAT(page("paid", now), Not(HasSubstr("（含當日）")));
}

TEST_F(CasePageTest, ThatDayComesAsAFileForACalendarInThePagesLanguage) {
  settings.base_url = "https://permit.example";
  const PayableCase item = AddPayableCase(database, AddAccount(database, 1), 1);
  LogIn(browser, item.account_id);
  const std::string link = CasePath(item) + "/deadline.ics";
  const auto file = [&](const std::string& state, const std::string& language) {
    database.Run("UPDATE application_case SET state = '" + state +
                 "', state_since = '2026-03-01 01:02:03'");
    EXPECT_THAT(browser.Get(CasePath(item) + "?lang=" + language).body,
                HasSubstr("href=\"" + link + "\""));
    const Response response = browser.Get(link);
    EXPECT_EQ(HeaderOf(response, "Content-Type"), "text/calendar; charset=utf-8");
    return response.body;
  };
  const std::string pay = file("awaiting-payment", "zh-TW");
  EXPECT_THAT(pay, HasSubstr("UID:" + item.receipt_number + "-pay@permit.example\r\n"));
  EXPECT_THAT(pay, HasSubstr("DTSTAMP:20260301T010203Z\r\nDTSTART;VALUE=DATE:20260430\r\n"));
  EXPECT_THAT(pay, HasSubstr("SUMMARY:申請案件 " + item.receipt_number + " 繳費期限\r\n"));
  EXPECT_EQ(file("awaiting-payment", "zh-TW"), pay);
  const std::string answer = file("returned-for-documents", "en");
  EXPECT_THAT(answer, HasSubstr("UID:" + item.receipt_number + "-answer@permit.example\r\n"));
  EXPECT_THAT(answer, HasSubstr("SUMMARY:Last day to respond about application "));
  EXPECT_THAT(answer, HasSubstr("DTSTART;VALUE=DATE:20260331\r\n"));

  database.Run("UPDATE application_case SET state = 'paid'");
  EXPECT_THAT(browser.Get(CasePath(item)).body, Not(HasSubstr("deadline.ics")));
  EXPECT_EQ(HeaderOf(browser.Get(link), "Location"), CasePath(item));
  LogIn(browser, AddAccount(database, 2));
  EXPECT_EQ(browser.Get(link).status, 404);
}

TEST_F(CasePageTest, ForAnyoneElseThereIsNone) {
  PayableCase item = AddPayableCase(database, AddAccount(database, 1), 1);
  LogIn(browser, AddAccount(database, 2));
  EXPECT_EQ(404, browser.Get(CasePath(item)).status);
  EXPECT_EQ(404, browser.Get(CasePath(item) + "/files/x").status);
}

// Who acts, what the page offers to do, for each state.
struct Standing {
  std::optional<CaseTurn> turn;
  std::set<std::string> ways;  // where its buttons and links lead
};

Standing StandingOf(CaseState state) {
  switch (state) {
    case CaseState::kSubmitted:
    case CaseState::kFirstReview:
    case CaseState::kSecondReview:
      return {CaseTurn::kAgency, {"withdrawal/"}};
    case CaseState::kReturnedForCorrection:
    case CaseState::kReturnedForDocuments:
      return {CaseTurn::kStudent, {"corrections/", "withdrawal/"}};
    case CaseState::kAwaitingPayment:
      return {CaseTurn::kStudent, {"payment"}};
    case CaseState::kApproved:
    case CaseState::kPaid:
      return {CaseTurn::kAgency, {}};
    case CaseState::kIssued:
      return {CaseTurn::kNobody, {"download/permits/"}};
    case CaseState::kDisapproved:
    case CaseState::kNotAccepted:
    case CaseState::kWithdrawn:
      return {CaseTurn::kNobody, {}};
  }
  return {};
}

// What the page says before the case's data.
std::string StandingPart(const std::string& page) {
  const std::size_t begin = page.find("<section class=\"standing\"");
  return page.substr(begin, page.find("</section>", begin) - begin);
}

TEST_F(CasePageTest, EachStateSaysWhoActsSinceWhenAndTheUsualTimeOfTheAgencyAlone) {
  PayableCase item = AddPayableCase(database, AddAccount(database, 1), 1);
  LogIn(browser, item.account_id);
  std::map<Language, std::set<std::string>> said;
  for (CaseState state : kCaseStates) {
    const std::string code(Code(state));
    database.Run("UPDATE application_case SET state = '" + code + "'");
    const Standing wanted = StandingOf(state);
    for (Language language : kLanguages) {
      SCOPED_TRACE(code + " " + std::string(LanguageTag(language)));
      const bool chinese = language == Language::kChinese;
      const std::string path = CasePath(item) + "?lang=" + std::string(LanguageTag(language));
      database.Run("DELETE FROM usual_time");
      const std::string bare = StandingPart(browser.Get(path).body);
      database.Run(
          "INSERT INTO usual_time (service, state, seconds, cases, computed_at) VALUES "
          "('exchange', '" +
          code + "', 220000, 5, '2026-03-01 00:00:00')");
      const std::string part = StandingPart(browser.Get(path).body);

      EXPECT_THAT(part, HasSubstr("2026-03-02 08:00:00"));
      const std::string turn = chinese ? "目前處理者：" : "Who needs to act now:";
      const std::string agency =
          chinese ? "<strong>移民署</strong>" : "<strong>The agency</strong>";
      const std::string student = chinese ? "<strong>您</strong>" : "<strong>You</strong>";
      const std::string usual = chinese ? "通常約需 3 日" : "Usually takes about 3 days";
      auto says = [&](const std::string& words) { return part.find(words) != part.npos; };
      EXPECT_EQ(says(turn), wanted.turn != CaseTurn::kNobody);
      EXPECT_EQ(says(agency), wanted.turn == CaseTurn::kAgency);
      EXPECT_EQ(says(student), wanted.turn == CaseTurn::kStudent);
      EXPECT_EQ(says(usual), wanted.turn == CaseTurn::kAgency);
      EXPECT_THAT(bare, AllOf(Not(HasSubstr("通常")), Not(HasSubstr("Usually"))));
      for (const char* way : {"payment", "corrections/", "download/permits/", "withdrawal/"}) {
        EXPECT_EQ(says("href=\"" + std::string(kStudent) + "/" + way), wanted.ways.contains(way))
            << way;
      }
      const std::size_t next = part.find("govuk-body-l\">") + 14;
      said[language].insert(part.substr(next, part.find("</p>", next) - next));
    }
  }
  for (Language language : kLanguages) {
    EXPECT_FALSE(said[language].contains(""));
    EXPECT_GE(said[language].size(), 9u) << "what comes next differs from state to state";
  }
}

TEST_F(CasePageTest, ARefusalTellsItsReasonOrWhomToAsk) {
  PayableCase item = AddPayableCase(database, AddAccount(database, 1), 1);
  LogIn(browser, item.account_id);
  database.Run("UPDATE application_case SET state = 'disapproved'");
  const std::string path = CasePath(item) + "?lang=zh-TW";
  EXPECT_THAT(StandingPart(browser.Get(path).body),
              AllOf(HasSubstr("請撥打頁尾的服務專線"), Not(HasSubstr("原因如下"))));
  database.Run(
      "INSERT INTO case_history (case_id, at, actor, event, from_state, to_state, opinion) VALUES "
      "(" +
      std::to_string(item.id) +
      ", '2026-03-02 00:00:00', 'reviewer:r', 'disapprove', 'second-review', 'disapproved',"
      " '資格不符')");
  EXPECT_THAT(StandingPart(browser.Get(path).body),
              AllOf(HasSubstr("原因如下"), HasSubstr("資格不符")));
}

}  // namespace
}  // namespace permit::test
