// What a reviewer reads of a case from the shell.
#include <gmock/gmock.h>

#include "handlers/form/pdf_rebuilding.h"
#include "tests/handlers/operator/shell.h"
#include "tests/support/payable_case.h"
#include "tests/support/sample_files.h"

namespace permit {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class CaseCommandsTest : public test::ShellTest {
 protected:
  CaseCommandsTest()
      : account(test::AddAccount(database, 1)), made(test::AddPayableCase(database, account, 1)) {}

  void AddFile(const std::string& id, const std::string& receipt, const std::string& content,
               const std::string& replaced_at) {
    database.Run(
        "INSERT INTO upload (id, account_id, case_id, slot, name, mime, size, sha256, content,"
        " created_at, replaced_at) SELECT '" +
        id + "', account_id, id, 'change-proof', '證明.pdf', 'application/pdf', " +
        std::to_string(content.size()) + ", 'x', '" + content + "', '2026-03-01 00:00:00', " +
        replaced_at + " FROM application_case WHERE receipt_number = '" + receipt + "'");
  }

  std::uint64_t account;
  test::PayableCase made;
};

TEST_F(CaseCommandsTest, ADataChangeStandsOldBesideNew) {
  database.Run(
      "UPDATE application_case SET service = 'data-change',"
      " on_record = '{\"chinese_name\":\"陳小明\",\"taiwan_address\":\"舊址\"}',"
      " form = '{\"chinese_name\":\"陳小明\",\"taiwan_address\":\"新址\","
      "\"former_name\":\"陳大\",\"mainland_address\":\"江西\"}'");
  const std::string told = Run({"--tsv", "case", "show", made.receipt_number}).out;
  EXPECT_THAT(told, HasSubstr("changed\t\ttaiwan_address\t舊址 -> 新址"));
  EXPECT_THAT(told, HasSubstr("changed\t\tformer_name\t- -> 陳大"));
  EXPECT_THAT(told, Not(HasSubstr("changed\t\tmainland_address")))
      << "asked of everybody, given at first";
  EXPECT_THAT(told, Not(HasSubstr("changed\t\tchinese_name"))) << "is as it was";
  EXPECT_THAT(told, HasSubstr("answer\t\tmainland_address\t江西"));
}

TEST_F(CaseCommandsTest, AFileIsPrintedEvenWhenItWasReplacedAndAsItIsWhenItIsAskedFor) {
  const test::PayableCase other = test::AddPayableCase(database, account, 2);
  const std::string before = test::MakePdf("old") + "% behind the end";
  const std::string after = test::MakePdf("new");
  AddFile("old", made.receipt_number, before, "'2026-03-02 00:00:00'");
  AddFile("new", made.receipt_number, after, "NULL");
  const std::string told = Run({"--tsv", "case", "show", made.receipt_number}).out;
  EXPECT_THAT(told, HasSubstr("file replaced\t2026-03-01 08:00:00\told\tchange-proof 證明.pdf"));
  EXPECT_THAT(told, HasSubstr("file\t2026-03-01 08:00:00\tnew\tchange-proof 證明.pdf"));
  EXPECT_EQ(before, Run({"case", "file", made.receipt_number, "old", "--original"}).out);
  EXPECT_EQ(after, Run({"case", "file", made.receipt_number, "new", "--original"}).out);
  FileBudget budget;
  EXPECT_EQ(RebuildPdf(before, budget), Run({"case", "file", made.receipt_number, "old"}).out);
  EXPECT_EQ(RebuildPdf(after, budget), Run({"case", "file", made.receipt_number, "new"}).out);
  const test::Said refused = Run({"case", "file", other.receipt_number, "old"});
  EXPECT_EQ(refused.exit_code, 1);
  EXPECT_EQ(refused.out, "");
  EXPECT_EQ(Run({"case", "file", other.receipt_number, "old", "--original"}).exit_code, 1);
  EXPECT_EQ(Run({"case", "file", "000000000000", "old"}).exit_code, 1);
}

TEST_F(CaseCommandsTest, WhatLooksWrongOfAFileStandsBehindIt) {
  AddFile("old", made.receipt_number, "%PDF old", "NULL");
  EXPECT_THAT(Run({"case", "show", made.receipt_number}).out, Not(HasSubstr("looks wrong")));
  database.Run("UPDATE upload SET faults = 'page-blurred page-cut-off:2' WHERE id = 'old'");
  EXPECT_THAT(Run({"--tsv", "case", "show", made.receipt_number}).out,
              HasSubstr("bytes), looks wrong: page-blurred page-cut-off:2"));
}

TEST_F(CaseCommandsTest, APdfThatCannotBeRebuiltIsPrintedAsItIsAlone) {
  AddFile("old", made.receipt_number, "%PDF old", "NULL");
  const test::Said refused = Run({"case", "file", made.receipt_number, "old"});
  EXPECT_EQ(refused.exit_code, 1);
  EXPECT_EQ(refused.out, "");
  EXPECT_THAT(refused.err, HasSubstr("--original prints it as it was handed in"));
  EXPECT_EQ("%PDF old", Run({"case", "file", made.receipt_number, "old", "--original"}).out);
}

TEST_F(CaseCommandsTest, TheListGoesOnBehindACase) {
  const test::PayableCase second = test::AddPayableCase(database, account, 2);
  const test::PayableCase third = test::AddPayableCase(database, account, 3);
  const std::string latest = Run({"--tsv", "case", "list", "--limit", "1"}).out;
  EXPECT_THAT(latest, HasSubstr(third.receipt_number));
  const std::string next =
      Run({"--tsv", "case", "list", "--limit", "1", "--after", third.receipt_number}).out;
  EXPECT_THAT(next, HasSubstr(second.receipt_number));
  EXPECT_THAT(next, Not(HasSubstr(made.receipt_number)));
  // Those of one state came into it at the same moment.
  const std::string behind =
      Run({"--tsv", "case", "list", "--state", "awaiting-payment", "--after", made.receipt_number})
          .out;
  EXPECT_THAT(behind, HasSubstr(second.receipt_number));
  EXPECT_THAT(behind, HasSubstr(third.receipt_number));
  EXPECT_THAT(behind, Not(HasSubstr(made.receipt_number)));
  EXPECT_EQ(Run({"case", "list", "--after", "000000000000"}).exit_code, 1);
}

// A table that cannot be swept keeps no other step of the housekeeping waiting.
TEST_F(CaseCommandsTest, AStepOfTheHousekeepingThatFailsStopsNoOther) {
  database.Run(
      "INSERT INTO session (token_hash, account_id, created_at, last_seen_at, ends_at) SELECT"
      " REPEAT('a', 64), id, '2020-01-01', '2020-01-01', '2020-01-01' FROM account");
  database.Run(
      "INSERT INTO draft (id, account_id, service, permit_id, form, created_at, updated_at)"
      " SELECT 'd', account_id, 'exchange', permit_id, '{}', '2020-01-01', '2020-01-01'"
      " FROM application_case");
  database.Run("RENAME TABLE kept_form TO kept_form_away");
  const test::Said said = Run({"--tsv", "job", "run", "housekeeping"});
  database.Run("RENAME TABLE kept_form_away TO kept_form");
  EXPECT_EQ(said.exit_code, 3);
  EXPECT_THAT(said.err, HasSubstr("failed, and left to the next run: kept forms"));
  EXPECT_THAT(said.out, HasSubstr("sessions\t1"));
  EXPECT_THAT(said.out, HasSubstr("draft notices written\t1"));
  EXPECT_EQ(Run({"--tsv", "job", "run", "housekeeping"}).exit_code, 0);
}

}  // namespace
}  // namespace permit
