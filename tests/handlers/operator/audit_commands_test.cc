// What the audit shows of operators, and how it is listed and verified.
#include <gmock/gmock.h>
#include <sys/stat.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "handlers/operator/acting_for.h"
#include "sql/audit_store.h"
#include "sql/reviewer_store.h"
#include "tests/handlers/operator/shell.h"
#include "tests/support/payable_case.h"
#include "tests/support/signing_keys.h"

namespace permit {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class AuditCommandsTest : public test::ShellTest {
 protected:
  AuditCommandsTest() { database.Run("SET @append_only_except = 'audit'"); }

  void Write(const std::string& actor, const std::string& object, const char* day) {
    sql::WriteAudit(database, {actor, "a", object, ""}, StartOfDay(ParseDate(day).value()));
  }
  // "actor object" of each row, in their order.
  std::vector<std::string> List(std::vector<std::string> options = {}) {
    options.insert(options.begin(), {"--json", "audit", "list"});
    std::vector<std::string> rows;
    last_id.clear();
    for (const auto& row : nlohmann::json::parse(Run(options).out)) {
      rows.push_back(row.at("actor").get<std::string>() + " " +
                     row.at("object").get<std::string>());
      last_id = row.at("id").get<std::string>();
    }
    return rows;
  }
  std::vector<std::string> Rows() {
    std::vector<std::string> rows;
    for (const sql::Row& row : database.Run("SELECT CONCAT_WS('|', actor, action, object, detail) "
                                            "AS row FROM audit ORDER BY id")) {
      rows.push_back(row.Text("row"));
    }
    return rows;
  }
  void GiveSecret(const std::string& secret) {
    settings.secret_file = folder.path() + "/" + secret.substr(0, 4);
    std::ofstream(settings.secret_file) << secret;
    chmod(settings.secret_file.c_str(), 0600);
  }

  test::KeyFolder folder;
  std::string last_id;
  std::string text;  // of the last mail
};

TEST_F(AuditCommandsTest, TheNewestComeFirstAndPagesGoOn) {
  Write("operator:lin", "case:1", "2026-03-01");
  Write("operator:lin", "case:2", "2026-03-02");
  Write("system", "case:1", "2026-03-02");
  Write("operator:chen", "case:2", "2026-02-01");
  EXPECT_THAT(List(), ElementsAre("system case:1", "operator:lin case:2", "operator:lin case:1",
                                  "operator:chen case:2"));
  EXPECT_THAT(List({"--about", "case:1"}), ElementsAre("system case:1", "operator:lin case:1"));
  EXPECT_THAT(List({"--actor", "operator:lin"}),
              ElementsAre("operator:lin case:2", "operator:lin case:1"));
  EXPECT_THAT(List({"--actor", "operator:lin", "--about", "case:1"}),
              ElementsAre("operator:lin case:1"));
  EXPECT_THAT(List({"--since", "2026-03-02"}), ElementsAre("system case:1", "operator:lin case:2"));
  std::vector<std::string> paged = List({"--limit", "1"});
  for (std::string after = last_id; !after.empty(); after = last_id) {
    for (std::string& row : List({"--limit", "1", "--after", after})) paged.push_back(row);
  }
  EXPECT_EQ(paged, List());
  EXPECT_EQ(Run({"audit", "list", "--after", "999999999"}).exit_code, 1);
  EXPECT_EQ(Run({"audit", "list", "--after", "x"}).exit_code, 2);
  EXPECT_EQ(Run({"audit", "list", "--since", "x"}).exit_code, 2);
  EXPECT_EQ(Run({"audit", "list", "--limit", "0"}).exit_code, 2);
}

TEST_F(AuditCommandsTest, ReadingPersonalDataIsARow) {
  const std::uint64_t account = test::AddAccount(database, 1);
  const test::PayableCase made = test::AddPayableCase(database, account, 1);
  database.Run(
      "INSERT INTO upload (id, account_id, case_id, slot, name, mime, size, sha256, content,"
      " created_at) SELECT 'f', account_id, id, 'change-proof', 'n', 'image/jpeg', 1, 'x', "
      "'x',"
      " '2026-03-01' FROM application_case");
  database.Run("DELETE FROM audit");
  EXPECT_EQ(Run({"case", "show", made.receipt_number}).exit_code, 0);
  EXPECT_EQ(Run({"case", "file", made.receipt_number, "f"}).exit_code, 0);
  EXPECT_EQ(Run({"case", "file", made.receipt_number, "f", "--original"}).exit_code, 0);
  EXPECT_EQ(Run({"account", "show", "STUDENT1"}).exit_code, 0);
  const std::string number = "case:" + made.receipt_number;
  EXPECT_THAT(Rows(), ElementsAre("operator:test|case-show|" + number + "|",
                                  "operator:test|case-file|" + number + "|file f",
                                  "operator:test|case-file-original|" + number + "|file f",
                                  "operator:test|account-show|account:student1|"));
  database.Run("DELETE FROM audit");
  EXPECT_EQ(Run({"case", "show", "000000000000"}).exit_code, 1);
  EXPECT_EQ(Run({"case", "file", made.receipt_number, "g"}).exit_code, 1);
  EXPECT_EQ(Run({"account", "show", "nobody"}).exit_code, 1);
  EXPECT_THAT(Rows(), IsEmpty()) << "nothing was shown";
  EXPECT_EQ(Run({"account", "unlock", "student1"}).exit_code, 0);
  EXPECT_THAT(Rows(), ElementsAre("operator:test|account-unlock|account:student1|"));
}

TEST_F(AuditCommandsTest, AListIsARow) {
  const std::uint64_t account = test::AddAccount(database, 1);
  const test::PayableCase first = test::AddPayableCase(database, account, 1);
  test::AddPayableCase(database, account, 2);
  database.Run(
      "INSERT INTO payment (reference, account_id, method, amount, state, state_since, created_at,"
      " expires_at) SELECT 'P1', id, 'credit-card', 300, 'created', NOW(3), NOW(3), NOW(3)"
      " FROM account");
  database.Run("DELETE FROM audit");
  EXPECT_EQ(Run({"case", "list"}).exit_code, 0);
  EXPECT_EQ(Run({"case", "list", "--state", "withdrawn"}).exit_code, 0);
  EXPECT_EQ(
      Run({"--json", "case", "list", "--limit", "1", "--after", first.receipt_number}).exit_code,
      0);
  EXPECT_EQ(Run({"account", "list", "--limit", "7"}).exit_code, 0);
  EXPECT_EQ(Run({"mail", "list", "--state", "sent"}).exit_code, 0);
  EXPECT_EQ(Run({"payment", "list", "--since", "2026-01-01"}).exit_code, 0);
  EXPECT_EQ(Run({"payment", "show", "P1"}).exit_code, 0);
  EXPECT_EQ(Run({"payment", "exceptions"}).exit_code, 0);
  EXPECT_THAT(Rows(), ElementsAre("operator:test|case-list|cases|lines: 2",
                                  "operator:test|case-list|cases|--state withdrawn lines: 0",
                                  "operator:test|case-list|cases|--after " + first.receipt_number +
                                      " --limit 1 lines: 0",
                                  "operator:test|account-list|accounts|--limit 7 lines: 1",
                                  "operator:test|mail-list|mails|--state sent lines: 0",
                                  "operator:test|payment-list|payments|--since 2026-01-01 lines: 1",
                                  "operator:test|payment-show|payment:P1|",
                                  "operator:test|payment-exceptions|payments|lines: 0"));
  database.Run("DELETE FROM audit");
  EXPECT_EQ(Run({"case", "list", "--state", "none"}).exit_code, 2);
  EXPECT_EQ(Run({"case", "list", "--limit", "0"}).exit_code, 2);
  EXPECT_EQ(Run({"case", "list", "--after", "000000000000"}).exit_code, 1);
  EXPECT_EQ(Run({"mail", "list", "--state", "none"}).exit_code, 2);
  EXPECT_EQ(Run({"payment", "list", "--since", "x"}).exit_code, 2);
  EXPECT_EQ(Run({"payment", "show", "P2"}).exit_code, 1);
  EXPECT_THAT(Rows(), IsEmpty()) << "nothing was shown";
}

TEST_F(AuditCommandsTest, WhoActsForAReviewerIsNamedBeside) {
  const test::PayableCase made = test::AddPayableCase(database, test::AddAccount(database, 1), 1);
  database.Run("UPDATE application_case SET state = 'first-review'");
  sql::UpsertReviewer(
      database, {.login_name = "chen", .display_name = "初審", .password_hash = "x"}, clock.Now());
  database.Run("DELETE FROM audit");
  const std::vector<std::string> command = {"case", "disapprove", made.receipt_number, "--as",
                                            "chen"};
  const test::Said said = Run(command);
  EXPECT_EQ(said.exit_code, 0) << said.err;
  const auto both = ElementsAre(
      "reviewer:chen|case-disapprove|case:" + made.receipt_number + "|disapproved",
      "operator:test|act-as|case:" + made.receipt_number + "|case disapprove as reviewer:chen");
  EXPECT_THAT(Rows(), both);
  EXPECT_EQ(Run(command).exit_code, 1);
  EXPECT_THAT(Rows(), both) << "what was refused was not done";
  EXPECT_THAT(Run({"case", "show", made.receipt_number}).out, HasSubstr("reviewer:chen"));
}

TEST_F(AuditCommandsTest, SudoNamesWhoRunsTheProgram) {
  EXPECT_EQ(ctl::SystemUser("lin", "permit"), "lin");
  EXPECT_EQ(ctl::SystemUser(nullptr, "permit"), "permit");
  EXPECT_EQ(ctl::SystemUser("", "permit"), "permit");
  EXPECT_EQ(ctl::SystemUser("lin\nreviewer:chen", "permit"), "permit");
  EXPECT_EQ(ctl::SystemUser(std::string(33, 'a').c_str(), "permit"), "permit");
  EXPECT_EQ(ctl::SystemUser(nullptr, nullptr), "unknown");
}

TEST_F(AuditCommandsTest, VerifySaysWhatWasAltered) {
  GiveSecret("0123456789abcdef0123456789abcdef");
  for (int i = 0; i < 3; ++i) Write("system", "case:1", "2026-03-01");
  EXPECT_THAT(Run({"--tsv", "job", "run", "seal-audit"}).out, HasSubstr("sealed\t0"));
  database.Run("UPDATE audit SET inserted_at = inserted_at - INTERVAL 1 HOUR");
  EXPECT_THAT(Run({"--tsv", "job", "run", "housekeeping"}).out, HasSubstr("audit rows sealed\t3"));
  Write("system", "case:1", "2026-03-01");
  const test::Said sound = Run({"--tsv", "audit", "verify"});
  EXPECT_EQ(sound.exit_code, 0) << sound.err;
  EXPECT_THAT(sound.out, HasSubstr("rows sealed\t3"));
  EXPECT_THAT(sound.out, HasSubstr("rows not sealed yet\t1, the oldest of "));

  const sql::AuditSeal head = sql::LastAuditSeal(database).value();
  const std::string logged = "3:" + head.digest;
  EXPECT_THAT(sound.out, HasSubstr("head\t" + logged));
  EXPECT_EQ(Run({"audit", "verify", "--head", logged}).exit_code, 0);
  EXPECT_EQ(Run({"audit", "verify", "--head", "3:" + std::string(64, '0')}).exit_code, 1);
  EXPECT_EQ(Run({"audit", "verify", "--head", "3"}).exit_code, 2);
  EXPECT_EQ(Run({"audit", "verify", "--head", "3:12"}).exit_code, 2);

  const std::string former = settings.secret_file;
  GiveSecret("the next secret of this site, longer");
  EXPECT_EQ(Run({"audit", "verify"}).exit_code, 1);
  EXPECT_EQ(Run({"audit", "verify", "--former-secret", former}).exit_code, 0);

  database.Run("UPDATE audit SET actor = 'x' ORDER BY id LIMIT 1");
  const test::Said altered = Run({"--tsv", "audit", "verify", "--former-secret", former});
  EXPECT_EQ(altered.exit_code, 1);
  EXPECT_THAT(altered.out, HasSubstr("changed\trow "));
  EXPECT_THAT(altered.out, HasSubstr(", seal 1"));
  EXPECT_THAT(altered.err, HasSubstr("altered in 1 places"));
}

TEST_F(AuditCommandsTest, EachDaysHeadIsMailed) {
  GiveSecret("0123456789abcdef0123456789abcdef");
  const auto mails = [&] {
    std::vector<std::string> words;
    for (const sql::Row& row :
         database.Run("SELECT CONCAT_WS('|', cause_key, recipient, account_id) AS mail, text_body "
                      "FROM outbox ORDER BY id")) {
      words.push_back(row.Text("mail"));
      text = row.Text("text_body");
    }
    return words;
  };
  const auto run_job = [&] { EXPECT_EQ(Run({"job", "run", "housekeeping"}).exit_code, 0); };
  for (int i = 0; i < 3; ++i) Write("system", "case:1", "2026-03-01");
  database.Run("UPDATE audit SET inserted_at = inserted_at - INTERVAL 1 HOUR");
  run_job();
  EXPECT_THAT(mails(), IsEmpty()) << "nobody is to get it";

  settings.audit_heads_to = "watch@example.org";
  run_job();
  run_job();
  const std::string today = FormatDate(TaipeiDate(clock.Now()));
  EXPECT_THAT(mails(), ElementsAre("audit-head:" + today + "|watch@example.org"));
  const std::string command = "--head 3:" + sql::LastAuditSeal(database).value().digest;
  EXPECT_THAT(text, HasSubstr(command));

  clock.Advance(std::chrono::days(1));
  run_job();
  EXPECT_EQ(mails().size(), 2U) << "also when nothing was sealed since";
  EXPECT_THAT(text, HasSubstr(command));
}

TEST_F(AuditCommandsTest, WithoutASealThereIsNoHeadToMail) {
  settings.audit_heads_to = "watch@example.org";
  EXPECT_EQ(Run({"job", "run", "housekeeping"}).exit_code, 0);
  EXPECT_EQ(database.Run("SELECT 1 FROM outbox").size(), 0U);
}

}  // namespace
}  // namespace permit
