#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/handlers/operator/shell.h"
#include "tests/support/signing_keys.h"

namespace permit {
namespace {

class KeyCommands : public test::ShellTest {
 protected:
  KeyCommands() { settings.signing_key_dir = folder.path(); }

  // A column of `key list`, a word a key.
  std::string Column(const std::string& name) {
    std::string words;
    for (const auto& row : nlohmann::json::parse(Run({"--json", "key", "list"}).out)) {
      words += (words.empty() ? "" : " ") + row.at(name).get<std::string>();
    }
    return words;
  }

  test::KeyFolder folder;
};

TEST_F(KeyCommands, KeysAreMadeListedAndRetired) {
  EXPECT_EQ(Run({"key", "list"}).exit_code, 1);
  EXPECT_NE(Run({"key", "list"}).err.find("no key signs for seal and document"), std::string::npos);
  EXPECT_EQ(Run({"key", "new", "seal"}).exit_code, 0);
  const test::Said made = Run({"key", "new", "document"});
  EXPECT_EQ(made.exit_code, 0) << made.err;
  EXPECT_NE(made.out.find("TWNI002"), std::string::npos) << made.out;
  EXPECT_EQ(Run({"key", "list"}).exit_code, 0);
  EXPECT_EQ(Column("use"), "seal document");
  EXPECT_EQ(Column("state"), "active active");
  EXPECT_EQ(Column("days left"), "1824 1824");
  EXPECT_EQ(Run({"config", "check"}).exit_code, 3) << "permit-web would not start without a secret";
  const test::KeyFolder secrets;
  settings.secret_file = secrets.path() + "/site";
  std::ofstream(settings.secret_file) << "0123456789abcdef0123456789abcdef";
  std::filesystem::permissions(settings.secret_file, std::filesystem::perms::owner_read);
  EXPECT_EQ(Run({"config", "check"}).exit_code, 0);
  EXPECT_NE(
      Run({"config", "check"}).out.find("not compared, as not set: payment.settlement_company"),
      std::string::npos);
  EXPECT_NE(Run({"--tsv", "config", "check"})
                .out.find("rights of root@localhost\twarning: may change and drop every table"),
            std::string::npos);

  const std::string encrypted = settings.base_url;
  settings.base_url = "http://coa.example.gov.tw";
  const test::Said plain = Run({"config", "check"});
  EXPECT_EQ(plain.exit_code, 1);
  EXPECT_NE(plain.err.find("site.base_url must begin with https://"), std::string::npos);
  settings.base_url = encrypted;

  Run({"key", "new", "seal"});
  EXPECT_EQ(Column("state"), "superseded active active");
  EXPECT_EQ(Run({"key", "retire", "TWNI001"}).exit_code, 0);
  EXPECT_EQ(Column("state"), "retired active active");
  const test::Said again = Run({"key", "retire", "TWNI001"});
  EXPECT_EQ(again.exit_code, 1);
  EXPECT_NE(again.err.find("retired already"), std::string::npos);

  const test::Said last = Run({"key", "retire", "TWNI002"});
  EXPECT_EQ(last.exit_code, 1) << "nobody signs documents now, and that is said";
  EXPECT_NE(last.err.find("no key signs for document"), std::string::npos);
  EXPECT_EQ(Run({"config", "check"}).exit_code, 3);
}

TEST_F(KeyCommands, EachActOnAKeyIsARowOfTheAudit) {
  Run({"key", "new", "seal"});
  Run({"key", "retire", "TWNI001"});
  Run({"key", "retire", "TWNI001"});  // refused
  std::string acts;
  for (const sql::Row& row :
       database.Run("SELECT CONCAT_WS(' ', actor, action, object) AS act FROM audit ORDER BY id")) {
    acts += row.Text("act") + "\n";
  }
  EXPECT_EQ(acts,
            "operator:test key-new key:TWNI001\n"
            "operator:test key-retire key:TWNI001\n");
}

// Keys are made on a new machine before its tables are.
TEST_F(KeyCommands, AKeyIsMadeWithoutADatabaseAndTheLogTellsOfIt) {
  test::PrivateDatabase::Shared().server().Stop();
  testing::internal::CaptureStderr();
  const test::Said made = Run({"key", "new", "seal"});
  const std::string log = testing::internal::GetCapturedStderr();
  test::PrivateDatabase::Shared().server().Start();
  EXPECT_EQ(made.exit_code, 0) << made.err;
  EXPECT_NE(log.find("audit.not-written"), std::string::npos) << log;
  EXPECT_NE(log.find("key:TWNI001"), std::string::npos) << log;
}

TEST_F(KeyCommands, AKeyNearItsEndIsWarnedOf) {
  Run({"key", "new", "document"});
  Run({"key", "new", "seal", "--days", "70"});
  EXPECT_EQ(Run({"key", "list"}).exit_code, 0);
  clock.Advance(std::chrono::days(20));
  EXPECT_NE(Run({"key", "list"}).err.find("no key signs for seal in 60 days"), std::string::npos);
  EXPECT_EQ(Column("state"), "active active");
  clock.Advance(std::chrono::days(60));
  EXPECT_EQ(Column("state"), "run out active");
}

TEST_F(KeyCommands, WhatIsNoKeyIsRefused) {
  EXPECT_EQ(Run({"key", "new", "stamp"}).exit_code, 2);
  EXPECT_EQ(Run({"key", "new", "seal", "--days", "none"}).exit_code, 2);
  EXPECT_EQ(Run({"key", "import", "seal"}).exit_code, 2);
  const std::string file = folder.path() + "/words";
  std::ofstream(file) << "words\n";
  const test::Said said = Run({"key", "import", "seal", "--certificate", file, "--key", file});
  EXPECT_EQ(said.exit_code, 1);
  EXPECT_NE(said.err.find("no certificate in PEM form"), std::string::npos) << said.err;
}

}  // namespace
}  // namespace permit
