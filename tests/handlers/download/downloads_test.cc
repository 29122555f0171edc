#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "handlers/papers/waiting_papers.h"
#include "tests/support/paid_case.h"
#include "tests/support/papers/pdf_reader.h"
#include "tests/support/papers/sample_papers.h"
#include "tests/support/site/site_fixture.h"

namespace permit {
namespace {

using test::HeaderOf;
using test::kStudent;
using ::testing::HasSubstr;
using ::testing::Not;

class Downloads : public test::SiteTest {
 protected:
  Downloads() {
    mine_ = test::AddAccount(database, 1);
    theirs_ = test::AddAccount(database, 2);
    LogIn(browser, mine_);
  }

  test::PayableCase Issued(std::uint64_t account, int serial, const std::string& paid_at) {
    const test::PayableCase one = test::AddPayableCase(database, account, serial);
    test::AddPhotoAndForm(database, one, test::SamplePhoto().jpeg);
    test::AddPaidPayment(database, one, serial, paid_at);
    IssueWaitingPapers(database, settings, clock.Now(), 10);
    return one;
  }

  Response Get(const std::string& path) { return browser.Get(std::string(kStudent) + path); }

  std::uint64_t mine_ = 0;
  std::uint64_t theirs_ = 0;
};

TEST_F(Downloads, ThePermitOfOnesCaseIsListedAndOpened) {
  Issued(mine_, 1, "2026-03-01 01:00:00");
  EXPECT_THAT(Get("/download/permits").body, HasSubstr("/download/permits/115695200001.pdf"));
  const Response paper = Get("/download/permits/115695200001.pdf");
  EXPECT_EQ(paper.status, 200);
  EXPECT_EQ(HeaderOf(paper, "Content-Type"), "application/pdf");
  EXPECT_THAT(HeaderOf(paper, "Content-Disposition"), HasSubstr("inline"));
  EXPECT_THAT(test::PdfReader(paper.body).Text(), HasSubstr("115695200001"));
  EXPECT_THAT(HeaderOf(Get("/download/permits/115695200001.pdf?save=yes"), "Content-Disposition"),
              HasSubstr("attachment"));
}

TEST_F(Downloads, TheReceiptOfOnesPaymentIsListedAndOpened) {
  Issued(mine_, 1, "2026-03-01 01:00:00");
  EXPECT_THAT(Get("/download/receipts").body, HasSubstr("/download/receipts/115-0000001.pdf"));
  const Response paper = Get("/download/receipts/115-0000001.pdf");
  EXPECT_EQ(paper.status, 200);
  EXPECT_THAT(test::PdfReader(paper.body).Text(), HasSubstr("新臺幣壹仟元整"));
}

TEST_F(Downloads, TheOnlyPermitThatHoldsStandsAboveTheSearch) {
  const auto above = [&](const std::string& query) {
    const std::string page = Get("/download/permits" + query).body;
    return page.substr(0, page.find("<form method=\"get\"")).find("115695200001.pdf\"") !=
           page.npos;
  };
  EXPECT_FALSE(above(""));
  Issued(mine_, 1, "2026-03-01 01:00:00");
  EXPECT_TRUE(above(""));
  EXPECT_FALSE(above("?receipt=115695200001")) << "a search shows what it found";
  Issued(mine_, 2, "2026-03-01 01:00:00");
  EXPECT_FALSE(above("")) << "of two none is the one";
  database.Run("UPDATE entry_permit SET status = 'replaced' WHERE number = '115695200002'");
  EXPECT_TRUE(above(""));
}

TEST_F(Downloads, AListThatIsCutShortSaysSo) {
  test::AddPayableCase(database, mine_, 1);
  database.Run("UPDATE application_case SET state = 'issued'");
  const std::string many =
      "WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n WHERE i < 200)";
  auto lines = [&] {
    const std::string page = Get("/download/permits?lang=zh-TW").body;
    int count = 0;
    for (std::size_t at = 0; (at = page.find("<td data-label=\"項次\"", at)) != page.npos; ++at)
      ++count;
    return std::pair(count, page.find("僅列出最近 200 筆") != page.npos);
  };
  EXPECT_EQ(lines(), std::pair(1, false));
  database.Run(
      "INSERT INTO application_case (receipt_number, group_id, account_id, applicant_id, service,"
      " permit_id, state, fee, form, submitted_at, state_since) " +
      many +
      " SELECT 115695300000 + n.i, c.group_id, c.account_id, c.applicant_id, c.service, "
      "c.permit_id,"
      " 'issued', 1000, '{}', '2026-03-03 00:00:00', '2026-03-03 00:00:00' FROM n JOIN "
      "application_case c");
  EXPECT_EQ(lines(), std::pair(200, true));
}

TEST_F(Downloads, AnotherStudentsPapersAreNotFound) {
  const test::PayableCase other = Issued(theirs_, 1, "2026-03-01 01:00:00");
  EXPECT_THAT(Get("/download/permits").body, Not(HasSubstr(other.receipt_number)));
  EXPECT_THAT(Get("/download/receipts").body, Not(HasSubstr("115-0000001")));
  EXPECT_EQ(Get("/download/permits/115695200001.pdf").status, 404);
  EXPECT_EQ(Get("/download/receipts/115-0000001.pdf").status, 404);
  EXPECT_EQ(Get("/cases/" + other.receipt_number + "/application.pdf").status, 404);
}

TEST_F(Downloads, APaperThatIsNoneIsNotFound) {
  Issued(mine_, 1, "2026-03-01 01:00:00");
  for (const char* path : {"/download/permits/115695200009.pdf", "/download/permits/115695200001",
                           "/download/permits/.pdf", "/download/receipts/115-9999999.pdf"}) {
    EXPECT_EQ(Get(path).status, 404) << path;
  }
}

TEST_F(Downloads, ASearchNarrowsByNumbersAndDays) {
  const test::PayableCase first = Issued(mine_, 1, "2026-02-10 01:00:00");
  const test::PayableCase second = Issued(mine_, 2, "2026-03-01 15:59:59");
  for (const std::string list : {"/download/permits", "/download/receipts"}) {
    const auto finds = [&](const std::string& query, bool one, bool two) {
      const std::string body = Get(list + query).body;
      EXPECT_EQ(body.find("<td data-label=\"收件號\">" + first.receipt_number) != body.npos, one)
          << list << query;
      EXPECT_EQ(body.find("<td data-label=\"收件號\">" + second.receipt_number) != body.npos, two)
          << list << query;
    };
    finds("", true, true);
    finds("?group=" + first.group_number, true, false);
    finds("?receipt=" + second.receipt_number, false, true);
    finds("?from=2026/03/01", false, true);
    finds("?to=2026/03/01", true, true);
    finds("?to=2026-02-28", true, false);
    finds("?from=2026/03/02", false, false);
  }
}

TEST_F(Downloads, ASearchThatCannotBeIsAnsweredAtItsField) {
  for (const std::string query :
       {"?group=12", "?receipt=x", "?from=2026/02/30", "?from=2026/03/02&to=2026/03/01"}) {
    const Response answer = Get("/download/permits" + query);
    EXPECT_EQ(answer.status, 422) << query;
    EXPECT_THAT(answer.body, HasSubstr("govuk-error-summary")) << query;
  }
}

TEST_F(Downloads, APermitThatIsStillBeingMadeHasNoLink) {
  const test::PayableCase one = test::AddPayableCase(database, mine_, 1);
  test::AddPaidPayment(database, one, 1);
  const std::string body = Get("/download/permits").body;
  EXPECT_THAT(body, HasSubstr(one.receipt_number));
  EXPECT_THAT(body, HasSubstr("製作中"));
  EXPECT_THAT(body, Not(HasSubstr(".pdf")));
}

TEST_F(Downloads, NobodysPapersAreForStrangers) {
  Issued(mine_, 1, "2026-03-01 01:00:00");
  browser.ForgetCookies();
  EXPECT_EQ(Get("/download/permits/115695200001.pdf").status, 303);
  EXPECT_EQ(Get("/cases/115695200001/application.pdf").status, 303);
}

TEST_F(Downloads, TheApplicationIsAPdfInBothLanguages) {
  const test::PayableCase one = test::AddPayableCase(database, mine_, 1);
  test::AddPhotoAndForm(database, one, test::SamplePhoto().jpeg);
  const std::string path = "/cases/" + one.receipt_number + "/application.pdf";
  const std::string chinese = test::PdfReader(Get(path).body).Text();
  EXPECT_THAT(chinese, HasSubstr("收件號115695200001"));
  EXPECT_THAT(chinese, HasSubstr("臺北市羅斯福路四段1號"));
  const std::string english = test::PdfReader(Get(path + "?lang=en").body).Text();
  EXPECT_THAT(english, HasSubstr("Receiptnumber115695200001"));
}

TEST_F(Downloads, AnUnprintableCharacterShowsAsItsCodeInTheCopy) {
  const test::PayableCase one = test::AddPayableCase(database, mine_, 1);
  database.Run("UPDATE application_case SET form = '{\"former_name\":\"陳😀\"}'");
  EXPECT_THAT(test::PdfReader(Get("/cases/" + one.receipt_number + "/application.pdf").body).Text(),
              HasSubstr("陳[U+1F600]"));
}

}  // namespace
}  // namespace permit
