#include "handlers/review/decision.h"

#include <gtest/gtest.h>

#include <thread>

#include "sql/account_store.h"
#include "sql/outbox_store.h"
#include "sql/register_store.h"
#include "tests/support/paid_case.h"
#include "tests/support/payable_case.h"
#include "tests/support/sample_files.h"
#include "tests/support/site/site_fixture.h"

namespace permit {
namespace {

// None: it was decided.
std::optional<DecisionRefusal> RefusalOf(const DecisionResult& result) {
  return result ? std::nullopt : std::optional(result.error().reason);
}

class DecisionTest : public test::SiteTest {
 protected:
  DecisionTest() : made(test::AddPayableCase(database, test::AddAccount(database, 1), 1)) {
    SetState("submitted");
  }

  void SetState(const std::string& state) {
    database.Run("UPDATE application_case SET state = '" + state + "'");
    database.Run("SET @append_only_except = 'case_history'");
    database.Run("DELETE FROM case_history");
  }
  DecisionResult Take(const Decision& decision) {
    return database.Transact([&](sql::Transaction& transaction) {
      return Decide(transaction, settings, SharedRenderer(), made.receipt_number, decision,
                    clock.Now());
    });
  }
  std::string History() {
    std::string text;
    for (const sql::CaseHistoryRow& row : sql::CaseHistory(database, made.id)) {
      text += (text.empty() ? "" : " ") + std::string(Code(row.to));
    }
    return text;
  }
  sql::Row Mail() { return database.Run("SELECT subject, text_body, language FROM outbox").at(0); }

  test::PayableCase made;
};

TEST_F(DecisionTest, ApprovalPassesBothReviewsAndAsksForTheFee) {
  test::RowWatch rows(database);
  DecisionResult result = Take({.event = CaseEvent::kApprove, .actor = "reviewer:r"});
  EXPECT_FALSE(RefusalOf(result));
  EXPECT_EQ(result->state, CaseState::kAwaitingPayment);
  EXPECT_EQ(History(), "first-review second-review approved awaiting-payment");
  EXPECT_EQ(rows.Changes(),
            "application_case ~1 (state, state_since)\naudit +1\ncase_history +4\noutbox +1");
  EXPECT_EQ(Mail().Text("subject"), "您的申請案件 " + made.receipt_number + " 已核准，請繳納規費");
  EXPECT_NE(Mail().Text("text_body").find("NT$1,000"), std::string::npos);
}

// The event is the one that the page of the case gives, so that a calendar keeps one of it.
TEST_F(DecisionTest, AMailThatNamesADayBringsItAsAFileForACalendar) {
  settings.base_url = "https://permit.example";
  const auto calendar = [&](CaseEvent event) {
    SetState("first-review");
    database.Run("DELETE FROM outbox");
    Take({.event = event, .actor = "reviewer:r", .opinion = "請補件。"});
    return database.Run("SELECT calendar FROM outbox").at(0).OptionalText("calendar");
  };
  const Date today = TaipeiDate(clock.Now());
  const auto expect = [&](CaseEvent event, const std::string& kind, long days) {
    const std::string file = calendar(event).value_or("");
    EXPECT_NE(file.find("UID:" + made.receipt_number + "-" + kind + "@permit.example\r\n"),
              std::string::npos)
        << file;
    std::string day = FormatDate(AddDays(today, static_cast<int>(days)));
    std::erase(day, '/');
    EXPECT_NE(file.find("DTSTART;VALUE=DATE:" + day + "\r\n"), std::string::npos) << file;
  };
  expect(CaseEvent::kReturnForCorrection, "answer", settings.case_answer_days);
  expect(CaseEvent::kReturnForDocuments, "answer", settings.case_answer_days);
  expect(CaseEvent::kApprove, "pay", settings.case_pay_days);
  EXPECT_EQ(calendar(CaseEvent::kDisapprove), std::nullopt);
}

TEST_F(DecisionTest, ApprovalInTheSecondReviewTakesNoReviewTwice) {
  SetState("second-review");
  Take({.event = CaseEvent::kApprove, .actor = "reviewer:r"});
  EXPECT_EQ(History(), "approved awaiting-payment");
}

TEST_F(DecisionTest, ApprovalWithoutAFeeIssuesThePermit) {
  test::PayableCase free =
      test::AddPayableCase(database, test::AddAccount(database, 2), 2, "data-change", 0);
  SetState("submitted");
  test::AddPhotoAndForm(database, free, test::MakeJpeg());
  made = free;
  DecisionResult result = Take({.event = CaseEvent::kApprove, .actor = "reviewer:r"});
  EXPECT_FALSE(RefusalOf(result));
  EXPECT_EQ(result->detail, "");
  EXPECT_EQ(result->state, CaseState::kIssued);
  EXPECT_EQ(result->permit_number, made.receipt_number);
  EXPECT_TRUE(sql::FindPermitOfCase(database, made.id));
}

// The decision stands; the job that issues what waits comes back to the paper.
TEST_F(DecisionTest, APermitThatCannotBePrintedIsSaidSo) {
  made = test::AddPayableCase(database, test::AddAccount(database, 2), 2, "data-change", 0);
  SetState("submitted");
  DecisionResult result = Take({.event = CaseEvent::kApprove, .actor = "reviewer:r"});
  EXPECT_FALSE(RefusalOf(result));
  EXPECT_EQ(result->state, CaseState::kApproved);
  EXPECT_NE(result->detail, "");
}

TEST_F(DecisionTest, AReturnKeepsItsRemarksWithItsRowOfHistory) {
  database.Run(
      "INSERT INTO upload (id, account_id, case_id, slot, name, mime, size, sha256, content,"
      " created_at) VALUES ('11111111-1111-4111-8111-111111111111', " +
      std::to_string(made.account_id) + ", " + std::to_string(made.id) +
      ", 'photo', 'p.jpg', 'image/jpeg', 1, REPEAT('0', 64), 'x', '2026-03-01')");
  Decision decision{
      .event = CaseEvent::kReturnForCorrection,
      .actor = "reviewer:r",
      .opinion = "請更正𠮷字。",
      .remarks = {{.kind = sql::RemarkKind::kField, .target = "department", .remark = "系所不符"},
                  {.kind = sql::RemarkKind::kFile,
                   .target = "11111111-1111-4111-8111-111111111111",
                   .remark = "照片模糊"}}};
  DecisionResult result = Take(decision);
  EXPECT_FALSE(RefusalOf(result));
  EXPECT_EQ(result->state, CaseState::kReturnedForCorrection);
  std::vector<sql::CaseRemark> remarks = sql::CaseRemarks(database, made.id);
  ASSERT_EQ(remarks.size(), 2U);
  EXPECT_EQ(remarks[0].history_id, sql::CaseHistory(database, made.id).back().id);
  EXPECT_NE(Mail().Text("text_body").find("請更正𠮷字。"), std::string::npos);
}

TEST_F(DecisionTest, WhatIsRefusedChangesNothing) {
  Decision plain{.event = CaseEvent::kReturnForDocuments, .actor = "reviewer:r"};
  Decision field = plain;
  field.opinion = "x";
  field.remarks = {{.target = "no_such_field", .remark = "x"}};
  Decision file = field;
  file.remarks = {{.kind = sql::RemarkKind::kFile, .target = "no-such-file", .remark = "x"}};
  Decision long_opinion = plain;
  long_opinion.opinion = std::string(kMaxOpinion + 1, 'x');
  test::RowWatch rows(database);
  EXPECT_EQ(RefusalOf(Take(plain)), DecisionRefusal::kNoOpinion);
  EXPECT_EQ(RefusalOf(Take(field)), DecisionRefusal::kUnknownField);
  EXPECT_EQ(RefusalOf(Take(file)), DecisionRefusal::kUnknownFile);
  EXPECT_EQ(RefusalOf(Take(long_opinion)), DecisionRefusal::kOpinionTooLong);
  EXPECT_EQ(rows.Changes(), "");
  SetState("withdrawn");
  rows.Changes();
  DecisionResult late = Take({.event = CaseEvent::kApprove, .actor = "reviewer:r"});
  EXPECT_EQ(RefusalOf(late), DecisionRefusal::kNotPossible);
  EXPECT_EQ(late.error().state, CaseState::kWithdrawn);
  EXPECT_EQ(rows.Changes(), "");
}

TEST_F(DecisionTest, TheMailSpeaksTheAccountsLanguage) {
  database.Run("UPDATE account SET language = 'en' WHERE id = " + std::to_string(made.account_id));
  Take({.event = CaseEvent::kDisapprove, .actor = "reviewer:r", .opinion = "Sorry"});
  EXPECT_EQ(Mail().Text("language"), "en");
  EXPECT_EQ(Mail().Text("subject"),
            "Your application " + made.receipt_number + " was not approved");
}

TEST_F(DecisionTest, OfTwoReviewersWhoDecideAtOnceOneWinsAndOneMailIsWritten) {
  for (int round = 0; round < 20; ++round) {
    SetState("submitted");
    database.Run("DELETE FROM outbox");
    const views::Renderer& renderer = SharedRenderer();
    auto take = [&](CaseEvent event, DecisionResult& result) {
      sql::Database mine(test::PrivateDatabase::Shared().options());
      result = mine.Transact([&](sql::Transaction& transaction) {
        return Decide(transaction, settings, renderer, made.receipt_number,
                      {.event = event, .actor = "reviewer:r"}, clock.Now());
      });
    };
    DecisionResult approved;
    DecisionResult rejected;
    std::thread other([&] { take(CaseEvent::kNotAccept, rejected); });
    take(CaseEvent::kApprove, approved);
    other.join();
    EXPECT_NE(RefusalOf(approved).has_value(), RefusalOf(rejected).has_value());
    EXPECT_EQ(sql::ListMails(database, std::nullopt, 10).size(), 1U);
  }
}

}  // namespace
}  // namespace permit
