// How the audit is listed and verified.
#include <gmock/gmock.h>
#include <sys/stat.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "sql/audit_store.h"
#include "tests/handlers/operator/shell.h"
#include "tests/support/signing_keys.h"

namespace permit {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

class AuditCommandsTest : public test::ShellTest {
 protected:
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
  void GiveSecret(const std::string& secret) {
    settings.secret_file = folder.path() + "/" + secret.substr(0, 4);
    std::ofstream(settings.secret_file) << secret;
    chmod(settings.secret_file.c_str(), 0600);
  }

  test::KeyFolder folder;
  std::string last_id;
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

}  // namespace
}  // namespace permit
