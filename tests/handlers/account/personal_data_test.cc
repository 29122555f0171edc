#include "handlers/account/personal_data.h"

#include <gmock/gmock.h>
#include <zip.h>

#include <map>
#include <nlohmann/json.hpp>

#include "handlers/papers/waiting_papers.h"
#include "sql/kept_form_store.h"
#include "sql/login_guard_store.h"
#include "tests/handlers/operator/shell.h"
#include "tests/support/paid_case.h"
#include "tests/support/papers/pdf_reader.h"
#include "tests/support/papers/sample_papers.h"

namespace permit {
namespace {

using test::HeaderOf;
using test::kStudent;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

using Json = nlohmann::json;

// Names and contents of an archive's entries, as another reader of ZIP has them.
std::map<std::string, std::string> Unzip(const std::string& bytes) {
  std::map<std::string, std::string> entries;
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_t* archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
  if (archive == nullptr) {
    ADD_FAILURE() << zip_error_strerror(&error);
    return entries;
  }
  for (zip_int64_t i = 0; i < zip_get_num_entries(archive, 0); ++i) {
    zip_stat_t stat;
    zip_stat_index(archive, static_cast<zip_uint64_t>(i), 0, &stat);
    std::string content(stat.size, '\0');
    zip_file_t* file = zip_fopen_index(archive, static_cast<zip_uint64_t>(i), 0);
    EXPECT_EQ(zip_fread(file, content.data(), content.size()),
              static_cast<zip_int64_t>(content.size()));
    EXPECT_EQ(zip_fclose(file), 0) << "the checksum of " << stat.name;
    entries[stat.name] = std::move(content);
  }
  zip_discard(archive);
  return entries;
}

// Two students with something of every kind each; what is the other's is called after her.
class PersonalDataTest : public test::ShellTest {
 protected:
  PersonalDataTest() : mine(test::AddAccount(database, 1)), theirs(test::AddAccount(database, 2)) {
    database.Run(
        "UPDATE applicant SET chinese_name = '王𠮷OTHER', school = 'OTHER' WHERE id = (SELECT"
        " applicant_id FROM account WHERE login_name = 'student2')");
    FillFor(mine, 1, "OWN");
    FillFor(theirs, 2, "OTHER");
    LogIn(browser, mine);
  }

  // Everything that is stored with an account, its texts marked with `mark`.
  void FillFor(std::uint64_t account, int serial, const std::string& mark) {
    const test::PayableCase one = test::AddPayableCase(database, account, serial);
    test::AddPhotoAndForm(database, one, test::SamplePhoto().jpeg);
    test::AddPaidPayment(database, one, serial, "2026-03-01 01:00:00");
    IssueWaitingPapers(database, settings, clock.Now(), 10);
    const std::string of = " FROM application_case WHERE id = " + std::to_string(one.id);
    const std::string id = std::to_string(account);
    const std::string n = std::to_string(serial);
    for (const std::string& statement :
         {"INSERT INTO upload (id, account_id, case_id, slot, name, mime, size, sha256, content,"
          " created_at) SELECT 'u" +
              n + "', account_id, id, 'change-proof', '證明" + mark +
              ".pdf', 'application/pdf', 8, 'x', 'proof" + mark + "', '2026-03-01'" + of,
          "INSERT INTO case_remark (case_id, history_id, kind, target, remark) SELECT case_id, id,"
          " 'field', 'school', 'remark" +
              mark + "' FROM case_history WHERE case_id = " + std::to_string(one.id) + " LIMIT 1",
          "INSERT INTO case_change (case_id, history_id, field, before_value, after_value) SELECT"
          " case_id, id, 'school', 'before" +
              mark + "', 'after" + mark +
              "' FROM case_history WHERE case_id = " + std::to_string(one.id) + " LIMIT 1",
          "INSERT INTO case_claim (case_id, field, registered_value, claimed_value) SELECT id,"
          " 'school', 'registered" +
              mark + "', 'claimed" + mark + "'" + of,
          "INSERT INTO case_reminder (case_id, state_since, days, sent_at) SELECT id, state_since,"
          " 7, '2026-03-01'" +
              of,
          "INSERT INTO draft (id, account_id, service, permit_id, form, created_at, updated_at)"
          " SELECT 'd" +
              n + "', account_id, 'extension', permit_id, '{\"school\":\"draft" + mark +
              "\"}', '2026-03-01', '2026-03-01'" + of,
          "INSERT INTO photo_original (draft_id, content, width, height, crop_size, crop_x, crop_y)"
          " VALUES ('d" +
              n + "', 'original" + mark + "', 1, 1, 1, 0, 0)",
          "INSERT INTO upload (id, account_id, draft_id, slot, name, mime, size, sha256, content,"
          " created_at) VALUES ('v" +
              n + "', " + id + ", 'd" + n + "', 'photo', 'draft" + mark +
              "', 'image/jpeg', 5, 'x', 'photo" + mark + "', '2026-03-01')",
          "INSERT INTO outbox (cause_key, account_id, recipient, language, subject, text_body,"
          " html_body, due_at, created_at) VALUES ('c" +
              n + "', " + id + ", '" + mark + "@example.org', 'en', 'subject" + mark +
              "', 'body', 'body', NOW(3), NOW(3))",
          "INSERT INTO payment_history (payment_id, at, actor, event, from_state, to_state, detail)"
          " SELECT id, '2026-03-01', 'operator:test', 'pay', 'created', 'paid', '" +
              mark + "' FROM payment WHERE account_id = " + id,
          "INSERT INTO passkey (account_id, credential_hash, credential_id, user_handle, algorithm,"
          " public_key, sign_count, name, created_at) VALUES (" +
              id + ", 'h" + n + "', 'c', 'u', -7, 'k', 0, 'passkey" + mark + "', '2026-03-01')",
          "INSERT INTO mailbox_change (stop_hash, account_id, confirm_hash, old_mailbox, asked_at,"
          " stops_until) VALUES ('s" +
              n + "', " + id + ", 'c" + n + "', 'old" + mark +
              "@example.org', '2026-03-01', '2026-03-02')",
          "INSERT INTO kept_file (id, account_id, slot, name, mime, size, sha256, content, "
          "position,"
          " kept_at) VALUES ('k" +
              n + "', " + id + ", 'photo', 'kept" + mark +
              "', 'image/jpeg', 4, 'x', 'kept', 0, '2026-03-01')",
          "INSERT INTO password_history (account_id, password_hash, set_at) VALUES (" + id +
              ", 'hash', '2026-01-01')"}) {
      database.Run(statement);
    }
    sql::KeepForm(database, account, "/kept" + mark, {}, clock.Now());
    sql::InsertToken(database, std::string(64, static_cast<char>('0' + serial)), account,
                     sql::TokenPurpose::kMailbox, "new" + mark + "@example.org", clock.Now(),
                     clock.Now());
    EXPECT_EQ(Run({"account", "show", "student" + n}).exit_code, 0);
    EXPECT_EQ(Run({"case", "show", one.receipt_number}).exit_code, 0);
  }

  Response Download() {
    browser.Get(std::string(kStudent) + "/my-data");
    return browser.Post(std::string(kStudent) + "/my-data");
  }

  const std::uint64_t mine;
  const std::uint64_t theirs;
};

TEST_F(PersonalDataTest, EveryKindIsThereAndNothingOfAnotherPerson) {
  const Response response = Download();
  ASSERT_EQ(response.status, 200) << response.body;
  EXPECT_EQ(HeaderOf(response, "Content-Type"), "application/zip");
  EXPECT_THAT(HeaderOf(response, "Content-Disposition"), HasSubstr("attachment"));
  const auto entries = Unzip(response.body);
  const Json data = Json::parse(entries.at("data.json"));

  std::vector<std::string> empty;
  for (const auto& [table, rows] : data.items()) {
    if (rows.is_array() && rows.empty()) empty.push_back(table);
  }
  EXPECT_THAT(empty, ElementsAre());
  for (const char* table :
       {"accounts",     "register",      "permits",         "drafts",         "kept_forms",
        "kept_files",   "passkeys",      "mailbox_changes", "cases",          "case_history",
        "case_changes", "case_remarks",  "case_claims",     "case_reminders", "files",
        "payments",     "payment_cases", "payment_history", "receipts",       "mails",
        "sessions",     "mailed_links",  "passwords_set",   "audit"}) {
    EXPECT_TRUE(data.contains(table)) << table;
  }
  EXPECT_EQ(data["accounts"][0]["login_name"], "student1");
  EXPECT_EQ(data["register"][0]["chinese_name"], "陳小明");
  EXPECT_EQ(data["drafts"][0]["form"]["school"], "draftOWN") << "a form is an object";
  EXPECT_EQ(data["cases"][0]["submitted_at"], "2026-03-01T00:00:00Z");
  EXPECT_EQ(data["mails"].back()["subject"], "subjectOWN");
  EXPECT_TRUE(data["accounts"][0]["last_login_at"].is_null());

  for (const auto& [name, content] : entries) {
    for (const char* others : {"OTHER", "student2", "440524188001010012", "115695200002"}) {
      EXPECT_THAT(name, Not(HasSubstr(others)));
      EXPECT_THAT(content, Not(HasSubstr(others))) << name;
    }
  }
  for (const char* secret : {"password_hash", "token_hash", "operator:test"}) {
    EXPECT_THAT(entries.at("data.json"), Not(HasSubstr(secret)));
  }
}

TEST_F(PersonalDataTest, TheFilesAreThereUnderTheirPaths) {
  const auto entries = Unzip(Download().body);
  const Json data = Json::parse(entries.at("data.json"));
  std::size_t files = 0;
  for (const char* table : {"files", "drafts", "permits", "receipts"}) {
    for (const Json& row : data[table]) {
      if (row["path_in_archive"].is_null()) continue;
      EXPECT_TRUE(entries.contains(row["path_in_archive"])) << row;
      ++files;
    }
  }
  EXPECT_EQ(files + 2, entries.size()) << "beside data.json and README.txt";
  EXPECT_EQ(entries.at("cases/115695200001/change-proof-u1.pdf"), "proofOWN");
  EXPECT_EQ(entries.at("drafts/photo-v1.jpg"), "photoOWN");
  EXPECT_EQ(entries.at("drafts/photo-original-d1.jpg"), "originalOWN");
  EXPECT_THAT(test::PdfReader(entries.at("permits/permit-115695200001.pdf")).Text(),
              HasSubstr("115695200001"));
  EXPECT_THAT(entries.at("receipts/receipt-115-0000001.pdf"), StartsWith("%PDF"));
  const std::string& readme = entries.at("README.txt");
  EXPECT_THAT(readme, HasSubstr("您的個人資料\r\n"));
  EXPECT_THAT(readme, HasSubstr("your data\r\n"));
}

TEST_F(PersonalDataTest, AFileThatWasRemovedIsNamedWithoutAPath) {
  database.Run("UPDATE upload SET content = '', removed_at = '2026-03-02' WHERE id = 'u1'");
  const Json data = Json::parse(Unzip(Download().body).at("data.json"));
  bool seen = false;
  for (const Json& row : data["files"]) {
    if (row["file_id"] != "u1") continue;
    seen = true;
    EXPECT_EQ(row["name"], "證明OWN.pdf");
    EXPECT_TRUE(row["path_in_archive"].is_null());
    EXPECT_EQ(row["removed_at"], "2026-03-02T00:00:00Z");
  }
  EXPECT_TRUE(seen);
}

TEST_F(PersonalDataTest, IsForTheStudentAFewTimesADay) {
  test::RowWatch watch(database);
  for (int i = 0; i < kCopiesADay; ++i) EXPECT_EQ(Download().status, 200);
  EXPECT_EQ(watch.Changes(), "audit +" + std::to_string(kCopiesADay) + "\nrate_counter +1");
  const Response refused = Download();
  EXPECT_EQ(refused.status, 429);
  EXPECT_THAT(refused.body, HasSubstr("您今日的下載次數已達上限"));
  EXPECT_NE(HeaderOf(refused, "Retry-After"), "");
  clock.Advance(std::chrono::days(1));
  LogIn(browser, mine);
  EXPECT_EQ(Download().status, 200);

  test::Browser stranger = browser;
  stranger.ForgetCookies();
  EXPECT_EQ(stranger.Get(std::string(kStudent) + "/my-data").status, 303);
  EXPECT_EQ(browser.Post(std::string(kStudent) + "/my-data", {{"csrf", "x"}}).status, 403);
}

}  // namespace
}  // namespace permit
