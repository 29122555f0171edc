// The register is the record: what an application claims beyond it is shown, accepted one by one,
// and printed only then.
#include <gtest/gtest.h>

#include <random>

#include "handlers/form/register_record.h"
#include "sql/case_store.h"
#include "sql/claim_store.h"
#include "sql/form_json.h"
#include "tests/handlers/review/review_fixture.h"

namespace permit::test {
namespace {

using ClaimTest = ReviewTest;

const Fields kOthersIdentity = {{"chinese_name", "王他人"},
                                {"english_name", "WANG, TAREN"},
                                {"mainland_id", "440304199901010033"},
                                {"birth_date", "1999/01/01"},
                                {"travel_permit", "L87654321"},
                                {"birthplace", "guangdong"}};

TEST_F(ClaimTest, AnothersIdentityIsSaidAtTheFieldAndOnTheCheckPage) {
  const std::string draft = Complete(Service::kExchange, kSingle);
  browser.Post(draft, {{"travel_permit", "L87654321"}, {"do", "save"}});
  const std::string form = browser.Get(draft + "?all=yes").body;
  EXPECT_TRUE(Says(form, "本署登載為「T12345671」"));
  const std::string listed = browser.Get(draft + "/check").body;
  EXPECT_TRUE(Says(listed, "以下填寫內容與本署登載資料不同"));
  EXPECT_TRUE(Says(listed, "登載為「T12345671」，您填寫「L87654321」"));
}

TEST_F(ClaimTest, WithoutAClaimNothingIsSaid) {
  const std::string receipt = SendWith(Service::kExchange, kSingle, {});
  EXPECT_FALSE(Says(check, "與本署登載資料不同"));
  EXPECT_EQ("0", Column("SELECT count(*) FROM case_claim"));
  EXPECT_FALSE(RefusalOf(Approve(receipt, {})));
}

TEST_F(ClaimTest, AnApprovalThatLeavesAClaimOpenChangesNothing) {
  const std::string receipt = SendWith(Service::kExchange, kSingle, kOthersIdentity);
  EXPECT_EQ("6", Column("SELECT count(*) FROM case_claim WHERE accepted_at IS NULL"));
  RowWatch rows(database);
  DecisionResult result = Approve(receipt, {});
  EXPECT_EQ(RefusalOf(result), DecisionRefusal::kOpenClaims);
  EXPECT_TRUE(Says(result.error().detail,
                   "mainland_id (register 360426199101010071, application "
                   "440304199901010033)"));
  result = Approve(receipt, {"chinese_name", "travel_permit"});
  EXPECT_EQ(RefusalOf(result), DecisionRefusal::kOpenClaims);
  EXPECT_FALSE(Says(result.error().detail, "travel_permit"));
  EXPECT_EQ(RefusalOf(Approve(receipt, {"sex"})), DecisionRefusal::kNoSuchClaim);
  EXPECT_EQ(rows.Changes(), "");
}

TEST_F(ClaimTest, TheDeskSeesEveryAnswerAndWhatDiffers) {
  const std::string receipt =
      SendWith(Service::kExchange, kSingle, {{"travel_permit", "L87654321"}});
  const std::string shown = Run({"case", "show", receipt}).out;
  EXPECT_TRUE(Says(shown, "differs from register")) << shown;
  EXPECT_TRUE(Says(shown, "T12345671 -> L87654321")) << shown;
  EXPECT_TRUE(Says(shown, "taiwan_address")) << shown;
  const Said refused = Run({"case", "approve", receipt});
  EXPECT_EQ(refused.exit_code, 1);
  EXPECT_TRUE(Says(refused.err, "--accept FIELD")) << refused.err;
  EXPECT_EQ(Run({"case", "approve", receipt, "--accept", "travel_permit"}).exit_code, 0);
  EXPECT_EQ("travel_permit", Column("SELECT field FROM case_claim WHERE accepted_at IS NOT NULL"));
}

TEST_F(ClaimTest, ThePaperBearsTheRegisterAndWhatWasAcceptedAlone) {
  const std::string receipt =
      SendWith(Service::kExchange, kSingle, {{"travel_permit", "L87654321"}});
  EXPECT_FALSE(RefusalOf(Approve(receipt, {"travel_permit"})));
  // The register's name is corrected between approval and issue: the paper bears the correction.
  database.Run("UPDATE applicant SET chinese_name = '陳曉明'");
  Issue(receipt);
  const std::string paper = PaperText(receipt);
  EXPECT_TRUE(Says(paper, "L87654321"));
  EXPECT_FALSE(Says(paper, "T12345671"));
  EXPECT_TRUE(Says(paper, "陳曉明"));
  EXPECT_TRUE(Says(paper, "360426199101010071"));
  EXPECT_EQ(Registered().travel_permit, "T12345671") << "an exchange changes no register";
}

TEST_F(ClaimTest, AnApprovedDataChangeIsTheRegistersWithTheOldValueInTheAudit) {
  const std::string receipt = SendWith(Service::kDataChange, kMultiple,
                                       {{"travel_permit", "L87654321"},
                                        {"english_name", "CHEN, XIAO MING"},
                                        {"department", "物理學系"}});
  const DecisionResult result = Approve(receipt, {"travel_permit"});
  EXPECT_EQ(result.value().permit_number, receipt);
  const sql::Applicant after = Registered();
  EXPECT_EQ(after.travel_permit, "L87654321");
  EXPECT_EQ(after.department, "物理學系");
  EXPECT_EQ(after.given_name, "XIAOMING") << "another spelling of the same is no claim";
  EXPECT_EQ("1", Column("SELECT count(*) FROM audit WHERE action = 'register-change' AND detail ="
                        " 'case " +
                        receipt + " travel_permit: T12345671 -> L87654321'"));
}

TEST_F(ClaimTest, ADataChangeTakesNobodyElsesIdentityNumber) {
  const std::string others = Column(
      "SELECT mainland_id FROM applicant WHERE id = (SELECT applicant_id FROM account WHERE id = " +
      std::to_string(stranger) + ")");
  const std::string receipt =
      SendWith(Service::kDataChange, kMultiple, {{"department", "物理學系"}});
  database.Run("UPDATE application_case SET form = JSON_SET(form, '$.mainland_id', '" + others +
               "')");
  const DecisionResult result = Approve(receipt, {"mainland_id"});
  EXPECT_EQ(RefusalOf(result), DecisionRefusal::kNoPermit);
  EXPECT_TRUE(Says(result.error().detail, "another applicant"));
}

TEST_F(ClaimTest, ADraftFollowsTheRegisterWhereTheStudentClaimsNothing) {
  const std::string draft = Complete(Service::kExchange, kSingle);
  browser.Post(draft, {{"travel_permit", "L87654321"}, {"do", "save"}});
  database.Run(
      "UPDATE applicant SET school = '國立成功大學', chinese_name = '陳曉明',"
      " travel_permit = 'T99999999'");
  const std::string form = browser.Get(draft + "?all=yes").body;
  EXPECT_TRUE(Says(form, "本署登載資料已變更"));
  EXPECT_TRUE(Says(form, "國立成功大學"));
  EXPECT_EQ(InputValue(form, "chinese_name"), "陳曉明");
  EXPECT_EQ(InputValue(form, "travel_permit"), "L87654321");
  browser.Post(draft, {{"do", "save"}});
  EXPECT_FALSE(Says(browser.Get(draft + "?all=yes").body, "本署登載資料已變更"));
  browser.Get(draft + "/check");
  const Response sent = browser.Post(draft + "/send");
  const std::string location = HeaderOf(sent, "Location");
  ASSERT_TRUE(Says(location, "/sent/")) << location;
  EXPECT_EQ("國立成功大學", Column("SELECT JSON_UNQUOTE(JSON_EXTRACT(form, '$.school'))"
                                   " FROM application_case"));
  database.Run("UPDATE applicant SET school = '國立清華大學'");
  const std::string shown = Run({"case", "show", location.substr(location.rfind('/') + 1)}).out;
  EXPECT_TRUE(Says(shown, "register changed")) << shown;
  EXPECT_TRUE(Says(shown, "國立成功大學 -> 國立清華大學")) << shown;
}

TEST_F(ClaimTest, ASendThatMakesNoCaseTakesNoNumber) {
  const std::string draft = Begin(Service::kExchange, kSingle);
  const std::string id = draft.substr(draft.rfind('/') + 1);
  RowWatch rows(database);
  for (int i = 0; i < 3; ++i) {
    const Response sent = browser.Post(draft + "/send", {{"act", id}});
    EXPECT_EQ(HeaderOf(sent, "Location"), draft + "?check=yes");
  }
  EXPECT_EQ(rows.Changes(), "");
}

// Random registers, forms, corrections of the register and decisions: what is printed is the
// register's at issue, or a difference that somebody accepted.
TEST_F(ClaimTest, EveryFieldOfEveryPermitIsTheRegistersOrWasAccepted) {
  std::mt19937 engine(20260301);
  const auto roll = [&](int sides) { return static_cast<int>(engine() % sides); };
  const std::map<std::string, std::vector<std::string>> values = {
      {"chinese_name", {"陳小明", "陳曉明", "王大同"}},
      {"english_name", {"CHEN, XIAOMING", "WANG, DATONG"}},
      {"birth_date", {"1991/01/01", "1999/01/01"}},
      {"mainland_id", {"360426199101010071", "440304199901010033"}},
      {"sex", {"male", "female"}},
      {"birthplace", {"jiangxi", "fujian"}},
      {"travel_permit", {"T12345671", "L87654321", "L11112222"}}};
  const auto pick = [&](const std::string& field) {
    const auto& some = values.at(field);
    return some[static_cast<std::size_t>(roll(static_cast<int>(some.size())))];
  };
  const std::string receipt = SendWith(Service::kExchange, kSingle, {});
  const sql::Case sent = sql::FindCaseByReceipt(database, receipt).value();
  int issued = 0;
  for (int life = 0; life < 40; ++life) {
    database.Run("DELETE FROM case_claim");
    database.Run("SET @append_only_except = 'permit_seal,permit_paper'");
    database.Run("DELETE FROM permit_seal");
    database.Run("DELETE FROM permit_paper");
    database.Run(
        "UPDATE entry_permit SET status = 'valid', replaced_by = NULL WHERE case_id IS NULL");
    database.Run("DELETE FROM entry_permit WHERE case_id IS NOT NULL");
    database.Run("UPDATE application_case SET state = 'submitted', fee = 1000");
    FormValues form = sent.form;
    sql::Applicant registered = Registered();
    const auto change_register = [&] {
      registered.chinese_name = pick("chinese_name");
      registered.travel_permit = pick("travel_permit");
      registered.birthplace = pick("birthplace");
      registered.sex = pick("sex");
      database.Transact(
          [&](sql::Transaction& transaction) { sql::UpdateApplicant(transaction, registered); });
    };
    if (roll(2) == 0) change_register();
    for (const auto& [field, some] : values) {
      if (roll(3) == 0) form[field] = pick(field);
    }
    database.Execute({"TestForm", "UPDATE application_case SET form = ?"}, {sql::FormJson(form)});
    std::vector<std::string> accepted;
    for (const FieldChange& claim : ClaimsAgainst(registered, form)) {
      if (roll(8) != 0) accepted.push_back(claim.field);
    }
    if (roll(6) == 0) change_register();
    if (RefusalOf(Approve(receipt, accepted))) continue;
    if (roll(3) == 0) change_register();

    FormValues expected = RegisteredValues(registered);
    for (const sql::CaseClaim& claim : sql::CaseClaims(database, sent.id)) {
      ASSERT_NE(claim.accepted_by, "");
      ASSERT_NE(std::find(accepted.begin(), accepted.end(), claim.change.field), accepted.end());
      expected[claim.change.field] = claim.change.after;
    }
    Issue(receipt);
    ++issued;
    const std::string paper = PaperText(receipt);
    for (const char* field : {"chinese_name", "mainland_id", "travel_permit"}) {
      for (const std::string& value : values.at(field)) {
        EXPECT_EQ(Says(paper, value), value == expected.at(field))
            << "life " << life << ": " << field << " " << value;
      }
    }
    EXPECT_EQ(Column("SELECT DATE_FORMAT(birth_date, '%Y/%m/%d') FROM permit_paper"),
              expected.at("birth_date"));
  }
  EXPECT_GT(issued, 10);
}

}  // namespace
}  // namespace permit::test
