// What a reviewer reads of a case from the shell.
#include <gmock/gmock.h>

#include "tests/handlers/operator/shell.h"
#include "tests/support/payable_case.h"

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
  EXPECT_THAT(told, Not(HasSubstr("mainland_address"))) << "asked of everybody, given at first";
  EXPECT_THAT(told, Not(HasSubstr("chinese_name"))) << "is as it was";
}

TEST_F(CaseCommandsTest, AFileIsPrintedAsItIsEvenWhenItWasReplaced) {
  const test::PayableCase other = test::AddPayableCase(database, account, 2);
  AddFile("old", made.receipt_number, "%PDF old", "'2026-03-02 00:00:00'");
  AddFile("new", made.receipt_number, "%PDF new", "NULL");
  const std::string told = Run({"--tsv", "case", "show", made.receipt_number}).out;
  EXPECT_THAT(told, HasSubstr("file replaced\t2026-03-01 08:00:00\told\tchange-proof 證明.pdf"));
  EXPECT_THAT(told, HasSubstr("file\t2026-03-01 08:00:00\tnew\tchange-proof 證明.pdf"));
  EXPECT_EQ("%PDF old", Run({"case", "file", made.receipt_number, "old"}).out);
  EXPECT_EQ("%PDF new", Run({"case", "file", made.receipt_number, "new"}).out);
  const test::Said refused = Run({"case", "file", other.receipt_number, "old"});
  EXPECT_EQ(refused.exit_code, 1);
  EXPECT_EQ(refused.out, "");
  EXPECT_EQ(Run({"case", "file", "000000000000", "old"}).exit_code, 1);
}

}  // namespace
}  // namespace permit
