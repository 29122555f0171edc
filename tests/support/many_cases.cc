#include "tests/support/many_cases.h"

#include <string>
#include <vector>

namespace permit::test {
namespace {

// Of 1000 cases, those with MOD(n, 1000) below the number; the rest is issued.
constexpr const char* kState =
    "(CASE WHEN m < 8 THEN 'submitted' WHEN m < 18 THEN 'first-review'"
    " WHEN m < 24 THEN 'second-review' WHEN m < 30 THEN 'returned-for-correction'"
    " WHEN m < 34 THEN 'returned-for-documents' WHEN m < 48 THEN 'awaiting-payment'"
    " WHEN m < 49 THEN 'paid' WHEN m < 70 THEN 'disapproved' WHEN m < 80 THEN 'not-accepted'"
    " WHEN m < 100 THEN 'withdrawn' ELSE 'issued' END)";

// One row a case: n from 1, m spread over 0..999, sent_at over three years, open cases the latest.
void NumberCases(sql::Database& database, int cases, const std::string& now) {
  database.Run("CREATE TABLE seed (n INT UNSIGNED NOT NULL PRIMARY KEY)");
  database.Run("INSERT INTO seed VALUES (1)");
  for (int rows = 1; rows < cases; rows *= 2) {
    database.Run("INSERT INTO seed SELECT n + " + std::to_string(rows) + " FROM seed WHERE n + " +
                 std::to_string(rows) + " <= " + std::to_string(cases));
  }
  database.Run(
      "ALTER TABLE seed ADD m INT NOT NULL DEFAULT 0, ADD sent_at DATETIME(3) NULL,"
      " ADD state VARCHAR(30) NOT NULL DEFAULT '', ADD fee INT NOT NULL DEFAULT 0,"
      " ADD service VARCHAR(20) NOT NULL DEFAULT ''");
  database.Run("UPDATE seed SET m = MOD(n * 617, 1000)");
  database.Run(std::string("UPDATE seed SET state = ") + kState +
               ", fee = IF(MOD(n, 10) = 0, 0, IF(MOD(n, 3) = 0, 300, 1000)),"
               " service = ELT(1 + MOD(n, 3), 'exchange', 'extension', 'data-change')");
  database.Run("UPDATE seed SET fee = 1000 WHERE state IN ('awaiting-payment', 'paid')");
  database.Run("UPDATE seed SET sent_at = '" + now +
               "' - INTERVAL IF(m < 49, MOD(n, 40), 1 + MOD(n * 7919, 1095)) DAY"
               " - INTERVAL MOD(n * 31, 86400) SECOND");
}

void SeedPeople(sql::Database& database) {
  database.Run(
      "INSERT INTO applicant (id, mainland_id, chinese_name, surname, given_name, birth_date,"
      " birthplace, sex, travel_permit, school, department, study_level, grade, loaded_at)"
      " SELECT n, CONCAT('4405', LPAD(n, 14, '0')), '陳小明', 'CHEN', 'XIAOMING', '2001-02-03',"
      " 'guangdong', 'male', CONCAT('T', LPAD(n, 8, '0')), '國立臺灣大學', '電機工程學系',"
      " 'bachelor', '1', sent_at FROM seed");
  database.Run(
      "INSERT INTO account (id, applicant_id, category, login_name, password_hash, email, language,"
      " state, created_at, activated_at) SELECT n, n, 'mainland', CONCAT('student', n), 'x',"
      " CONCAT('student', n, '@example.org'), 'zh-TW', 'active', sent_at, sent_at FROM seed");
  database.Run(
      "INSERT INTO entry_permit (id, number, kind, applicant_id, issued_on, expires_on, stay_until,"
      " entered_on, status, loaded_at) SELECT n, CONCAT('1', LPAD(n, 11, '0')), 'single', n,"
      " DATE(sent_at), DATE(sent_at) + INTERVAL 1 YEAR, DATE(sent_at) + INTERVAL 1 YEAR,"
      " DATE(sent_at), IF(state = 'issued', 'replaced', 'valid'), sent_at FROM seed");
}

void SeedCaseRows(sql::Database& database) {
  database.Run(
      "INSERT INTO case_group (id, number, account_id, created_at)"
      " SELECT n, LPAD(n, 9, '0'), n, sent_at FROM seed");
  database.Run(
      "INSERT INTO application_case (id, receipt_number, group_id, account_id, applicant_id, "
      "service,"
      " permit_id, state, fee, form, submitted_at, state_since) SELECT n, LPAD(n, 12, '0'), n, n, "
      "n,"
      " service, n, state, fee, '{}', sent_at,"
      " sent_at + INTERVAL IF(m < 8, 0, IF(m < 49, 1, 9)) DAY FROM seed");
  const char* steps[][3] = {{"NULL", "'submitted'", "0"},
                            {"'submitted'", "'first-review'", "1"},
                            {"'first-review'", "'second-review'", "3"},
                            {"'second-review'", "'approved'", "5"},
                            {"'approved'", "'awaiting-payment'", "5"},
                            {"'awaiting-payment'", "'issued'", "9"}};
  for (const auto& [from, to, days] : steps) {
    database.Run(std::string("INSERT INTO case_history (case_id, at, actor, event, from_state,"
                             " to_state) SELECT n, sent_at + INTERVAL ") +
                 days + " DAY + INTERVAL MOD(n * " + days + ", 977) MINUTE, 'reviewer:r', 'x', " +
                 from + ", " + to + " FROM seed WHERE m >= 100 OR " + days + " < 3");
  }
  database.Run(
      "INSERT INTO entry_permit (number, kind, applicant_id, issued_on, expires_on, stay_until,"
      " status, case_id, loaded_at) SELECT CONCAT('2', LPAD(n, 11, '0')), 'multiple', n,"
      " DATE(sent_at), DATE(sent_at) + INTERVAL 3 YEAR, DATE(sent_at) + INTERVAL 3 YEAR, 'valid', "
      "n,"
      " sent_at FROM seed WHERE state = 'issued'");
  // Those issued here bear a seal, and so does what an extension or a change of data starts from.
  database.Run(
      "INSERT INTO permit_seal (permit_id, signer, seal, sealed_at)"
      " SELECT e.id, 'TWNI01A', 'x', e.loaded_at FROM entry_permit e WHERE e.case_id IS NOT NULL");
  database.Run(
      "INSERT INTO permit_seal (permit_id, signer, seal, sealed_at)"
      " SELECT n, 'TWNI01A', 'x', sent_at FROM seed WHERE service <> 'exchange'");
  for (const char* slot : {"photo", "single-permit", "other"}) {
    database.Run(std::string("INSERT INTO upload (id, account_id, case_id, slot, name, mime, size,"
                             " sha256, content, created_at) SELECT CONCAT('") +
                 slot + "-', n), n, n, '" + slot +
                 "', 'a.pdf', 'application/pdf', 1, '', 'x', sent_at FROM seed");
  }
  database.Run(
      "INSERT INTO draft (id, account_id, service, permit_id, form, created_at, updated_at)"
      " SELECT CONCAT('draft-', n), n, 'extension', n, '{}', sent_at, sent_at FROM seed"
      " WHERE MOD(n, 50) = 0");
}

void SeedMoney(sql::Database& database) {
  const std::string paid = " FROM seed WHERE fee > 0 AND state IN ('issued', 'paid')";
  database.Run(
      "INSERT INTO payment (id, reference, account_id, method, amount, state, state_since,"
      " created_at, expires_at, slip_number, trade_number, paid_at) SELECT n, CONCAT('P', n), n,"
      " IF(MOD(n, 3) = 0, 'convenience-store', 'credit-card'), fee, 'paid',"
      " sent_at + INTERVAL 8 DAY, sent_at + INTERVAL 6 DAY, sent_at + INTERVAL 9 DAY,"
      " IF(MOD(n, 3) = 0, LPAD(n, 16, '0'), NULL), CONCAT('T', n), sent_at + INTERVAL 8 DAY" +
      paid);
  database.Run(
      "INSERT INTO payment (id, reference, account_id, method, amount, state, state_since,"
      " created_at, expires_at, slip_number, next_ask_at) SELECT n, CONCAT('P', n), n,"
      " IF(MOD(n, 3) = 0, 'convenience-store', 'credit-card'), fee,"
      " IF(MOD(n, 3) = 0, 'slip-out', 'at-bank'), sent_at, sent_at, sent_at + INTERVAL 30 DAY,"
      " IF(MOD(n, 3) = 0, LPAD(n, 16, '0'), NULL), IF(MOD(n, 3) = 0, NULL, sent_at) FROM seed"
      " WHERE state = 'awaiting-payment'");
  database.Run(
      "INSERT INTO payment_case (payment_id, case_id, amount, held_case_id)"
      " SELECT id, id, amount, id FROM payment");
  database.Run(
      "INSERT INTO payment_history (payment_id, at, actor, event, from_state, to_state)"
      " SELECT id, created_at, 'account', 'start', NULL, 'at-bank' FROM payment UNION ALL"
      " SELECT id, state_since, 'job', 'pay', 'at-bank', 'paid' FROM payment WHERE state = 'paid'");
  database.Run(
      "INSERT INTO receipt (number, payment_id, payer, amount, issued_at)"
      " SELECT CONCAT('R', id), id, '陳小明', amount, state_since FROM payment"
      " WHERE state = 'paid'");
  for (const char* leg : {"0", "1"}) {
    database.Run(
        std::string("INSERT INTO ledger_entry (booking, leg, booked_on, book, method, item,"
                    " amount, payment_id, created_at) SELECT CONCAT('paid:', id), ") +
        leg + ", DATE(state_since), IF(" + leg + ", 'fees', 'bank'), method, 'fee', IF(" + leg +
        ", -amount, amount), id, state_since FROM payment WHERE state = 'paid'");
  }
  database.Run(
      "INSERT INTO settlement_file (sha256, name, collector, sent_on, line_count, total, "
      "taken_in_at)"
      " SELECT SHA2(DATE(state_since), 256), DATE(state_since), 'store', DATE(state_since), 1, 1,"
      " MAX(state_since) FROM payment WHERE slip_number IS NOT NULL AND state = 'paid'"
      " GROUP BY DATE(state_since)");
  database.Run(
      "INSERT INTO settlement_line (file_id, line_number, collector, shop, slip_number, amount,"
      " paid_on, booked_on, outcome, payment_id) SELECT f.id, p.id, 'store', 'shop', p.slip_number,"
      " p.amount, f.sent_on, f.sent_on, 'settled', p.id FROM payment p JOIN settlement_file f"
      " ON f.sent_on = DATE(p.state_since) WHERE p.slip_number IS NOT NULL AND p.state = 'paid'");
}

void SeedMails(sql::Database& database) {
  for (const char* kind : {"submitted", "pay", "issued"}) {
    database.Run(std::string("INSERT INTO outbox (cause_key, account_id, recipient, language,"
                             " subject, text_body, html_body, state, due_at, created_at, sent_at)"
                             " SELECT CONCAT('") +
                 kind +
                 ":', n), n, 'a@example.org', 'zh-TW', 's', '', '',"
                 " IF(m = 0, 'waiting', 'sent'), sent_at, sent_at, sent_at FROM seed"
                 " WHERE m >= 100 OR m = 0");
  }
  database.Run(
      "INSERT INTO audit (at, actor, action, object) SELECT sent_at, CONCAT('account:', n), "
      "'login',"
      " CONCAT('account:', n) FROM seed");
  database.Run(
      "INSERT INTO idempotency_key (act_key, actor, digest, location, done_at)"
      " SELECT LPAD(n, 36, '0'), CONCAT('account:', n), 'd', '/', sent_at FROM seed WHERE m < 49");
}

std::vector<std::string> Tables(sql::Database& database) {
  std::vector<std::string> names;
  for (const sql::Row& row :
       database.Run("SELECT table_name AS name FROM information_schema.tables WHERE table_schema ="
                    " DATABASE() AND table_type = 'BASE TABLE'")) {
    names.push_back(row.Text("name"));
  }
  return names;
}

}  // namespace

void SeedCases(sql::Database& database, int cases, Instant now) {
  database.Run("SET foreign_key_checks = 0");
  NumberCases(database, cases, FormatTime(now));
  SeedPeople(database);
  SeedCaseRows(database);
  SeedMoney(database);
  SeedMails(database);
  database.Run("DROP TABLE seed");
  database.Run("SET foreign_key_checks = 1");
  for (const std::string& table : Tables(database)) database.Run("ANALYZE TABLE " + table);
}

void TruncateTables(sql::Database& database) {
  database.Run("SET foreign_key_checks = 0");
  for (const std::string& table : Tables(database)) {
    if (table != "schema_migration") database.Run("TRUNCATE TABLE " + table);
  }
  database.Run("SET foreign_key_checks = 1");
}

}  // namespace permit::test
