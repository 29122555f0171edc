#include "handlers/jobs/old_files.h"

#include <gmock/gmock.h>

#include "sql/paper_store.h"
#include "sql/upload_store.h"
#include "tests/handlers/operator/shell.h"
#include "tests/support/payable_case.h"

namespace permit {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr std::chrono::days kDay{1};

// A case that was issued on the second day of March, with a photo and a document that a correction
// replaced.
class OldFilesTest : public test::ShellTest {
 protected:
  OldFilesTest()
      : due(StartOfDay(ParseDate("2026/03/02").value()) + std::chrono::hours(8) +
            std::chrono::days(settings.retention_upload_days)),
        account(test::AddAccount(database, 1)),
        made(test::AddPayableCase(database, account, 1)) {
    Put("photo", "photo", "NULL");
    Put("proof", "change-proof", "'2026-03-01 12:00:00'");
    database.Run("UPDATE application_case SET state = 'issued'");
  }

  void Put(const std::string& id, const std::string& slot, const std::string& replaced_at) {
    database.Run(
        "INSERT INTO upload (id, account_id, case_id, slot, name, mime, size, sha256, content,"
        " created_at, replaced_at) SELECT '" +
        id + "', account_id, id, '" + slot + "', '" + id +
        ".jpg', 'image/jpeg', 5, 'abc', 'bytes', '2026-03-01', " + replaced_at +
        " FROM application_case");
  }

  const Instant due;
  const std::uint64_t account;
  const test::PayableCase made;
};

TEST_F(OldFilesTest, TheBytesGoAndTheRestStays) {
  EXPECT_EQ(RemoveOldFiles(database, settings, due), 0U);
  test::RowWatch watch(database);
  EXPECT_EQ(RemoveOldFiles(database, settings, due + std::chrono::seconds(1)), 2U);
  EXPECT_EQ(watch.Changes(), "audit +1\nupload ~2 (content, removed_at)");
  EXPECT_EQ(RemoveOldFiles(database, settings, due + kDay), 0U);
  EXPECT_EQ(watch.Changes(), "");
  EXPECT_EQ(sql::FindCasePhoto(database, made.id), std::nullopt);
  const auto row = database.Run("SELECT action, object, detail FROM audit").at(0);
  EXPECT_EQ(row.Text("action") + " " + row.Text("object") + " " + row.Text("detail"),
            "case-files-removed case:" + made.receipt_number + " 2 files");
}

TEST_F(OldFilesTest, AnOpenCaseAndAPermitThatHoldsKeepTheirs) {
  const Instant later = due + 300 * kDay;
  database.Run("UPDATE application_case SET state = 'paid'");
  EXPECT_EQ(RemoveOldFiles(database, settings, later), 0U);
  database.Run("UPDATE application_case SET state = 'issued'");
  database.Run(
      "INSERT INTO entry_permit (number, kind, applicant_id, issued_on, expires_on, stay_until,"
      " case_id, loaded_at) SELECT '115000000001', 'multiple', applicant_id, '2026-03-02',"
      " '2036-12-31', '2036-12-31', id, '2026-03-02' FROM application_case");
  EXPECT_EQ(RemoveOldFiles(database, settings, later), 0U);
  database.Run("UPDATE entry_permit SET status = 'replaced' WHERE number = '115000000001'");
  EXPECT_EQ(RemoveOldFiles(database, settings, later), 2U);
}

TEST_F(OldFilesTest, PageAndOperatorSaySo) {
  LogIn(browser, account);
  const std::string page = std::string(test::kStudent) + "/cases/" + made.receipt_number;
  EXPECT_EQ(browser.Get(page + "/files/photo").status, 200);
  EXPECT_THAT(browser.Get(page).body, HasSubstr("/files/photo"));
  EXPECT_EQ(Run({"case", "file", made.receipt_number, "photo"}).out, "bytes");
  RemoveOldFiles(database, settings, due + kDay);

  const std::string body = browser.Get(page).body;
  EXPECT_THAT(body, Not(HasSubstr("/files/")));
  EXPECT_THAT(body, HasSubstr("photo.jpg"));
  EXPECT_THAT(body, HasSubstr("proof.jpg"));
  EXPECT_THAT(body, HasSubstr("檔案已逾保存期限，依規定刪除"));
  EXPECT_EQ(browser.Get(page + "/files/photo").status, 404);
  const test::Said file = Run({"case", "file", made.receipt_number, "photo"});
  EXPECT_EQ(file.exit_code, 1);
  EXPECT_EQ(file.out, "");
  EXPECT_THAT(file.err, HasSubstr("was removed at "));
  EXPECT_THAT(Run({"case", "show", made.receipt_number}).out, HasSubstr(", removed at "));
}

TEST_F(OldFilesTest, TheReportCountsWhatIsDue) {
  const auto line = [&](const std::string& data) {
    const std::string out = Run({"--tsv", "retention"}).out;
    const std::size_t at = out.find("\n" + data + "\t");
    return at == std::string::npos ? "" : out.substr(at + 1, out.find('\n', at + 1) - at - 1);
  };
  clock.Set(due - kDay);
  EXPECT_THAT(line("files of cases that ended"),
              HasSubstr("\t1825 days from end of the case\tretention.upload_days\t2\t"
                        "2026-03-02 08:00:00\t0\t"));
  clock.Set(due + kDay);
  EXPECT_THAT(line("files of cases that ended"), HasSubstr("\t2\t2026-03-02 08:00:00\t2\t"));
  EXPECT_THAT(line("cases with answers and histories"),
              HasSubstr("\tnot removed by the program\t\t1\t2026-03-01 08:00:00\t\t"));
  EXPECT_THAT(line("accounts without a case"), HasSubstr("\tretention.account_days\t0\t\t0\t"));
  EXPECT_THAT(Run({"--tsv", "job", "run", "housekeeping"}).out,
              HasSubstr("files of ended cases\t2"));
  EXPECT_THAT(line("files of cases that ended"), HasSubstr("\t0\t\t0\t"));
  EXPECT_THAT(line("audit"), HasSubstr("\t1\t"));
  // Every kind that is in the database can be asked for.
  EXPECT_EQ(Run({"retention"}).exit_code, 0);
}

}  // namespace
}  // namespace permit
