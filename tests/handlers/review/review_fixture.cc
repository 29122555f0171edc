#include "tests/handlers/review/review_fixture.h"

#include "handlers/papers/permit.h"
#include "sql/case_store.h"
#include "tests/support/papers/pdf_reader.h"
#include "tests/support/signing_keys.h"

namespace permit::test {

bool Says(const std::string& text, const std::string& words) {
  return text.find(words) != std::string::npos;
}

std::optional<DecisionRefusal> RefusalOf(const DecisionResult& result) {
  return result ? std::nullopt : std::optional(result.error().reason);
}

ReviewTest::ReviewTest() { settings.signing_key_dir = SigningKeys(); }

std::string ReviewTest::SendWith(Service service, const std::string& permit, const Fields& claims) {
  const std::string draft = Complete(service, permit);
  Fields fields = claims;
  fields.emplace_back("do", "save");
  EXPECT_EQ(303, browser.Post(draft, fields).status);
  check = browser.Get(draft + "/check").body;
  const Response sent = browser.Post(draft + "/send");
  const std::string location = HeaderOf(sent, "Location");
  EXPECT_TRUE(Says(location, "/sent/")) << location << sent.body;
  return location.substr(location.rfind('/') + 1);
}

DecisionResult ReviewTest::DecideOn(const std::string& receipt, const Decision& decision) {
  return database.Transact([&](sql::Transaction& transaction) {
    return Decide(transaction, settings, SharedRenderer(), receipt, decision, clock.Now());
  });
}

DecisionResult ReviewTest::Approve(const std::string& receipt, std::vector<std::string> accepted) {
  return DecideOn(receipt, {.event = CaseEvent::kApprove,
                            .actor = "reviewer:r",
                            .opinion = {},
                            .remarks = {},
                            .accepted = std::move(accepted)});
}

DecisionResult ReviewTest::Return(const std::string& receipt, CaseEvent how) {
  return DecideOn(receipt,
                  {.event = how, .actor = "reviewer:r", .opinion = "請補正", .remarks = {}});
}

void ReviewTest::Issue(const std::string& receipt) {
  database.Run("UPDATE application_case SET state = 'approved', fee = 0 WHERE receipt_number = '" +
               receipt + "'");
  const auto found = sql::FindCaseByReceipt(database, receipt).value();
  const permit::Issue issue = database.Transact([&](sql::Transaction& transaction) {
    return IssuePermit(transaction, settings, found.id, clock.Now());
  });
  EXPECT_EQ(issue.value_or("none"), receipt);
}

std::string ReviewTest::PaperText(const std::string& number) {
  return PdfReader(Column("SELECT pdf FROM permit_paper pp JOIN entry_permit e"
                          " ON e.id = pp.permit_id WHERE e.number = '" +
                          number + "'"))
      .Text();
}

std::string ReviewTest::StateOf(const std::string& receipt) {
  return Column("SELECT state FROM application_case WHERE receipt_number = '" + receipt + "'");
}

sql::Applicant ReviewTest::Registered() {
  return sql::FindApplicant(database,
                            std::stoull(Column("SELECT applicant_id FROM account WHERE id = " +
                                               std::to_string(account))))
      .value();
}

}  // namespace permit::test
