#include "tests/support/payable_case.h"

#include <cstdio>

namespace permit::test {
namespace {

std::string Numbered(const char* format, int number) {
  char text[40];
  std::snprintf(text, sizeof text, format, number);
  return text;
}

std::uint64_t IdOf(sql::Database& database, const std::string& from) {
  return database.Run("SELECT id FROM " + from).at(0).Uint("id");
}

}  // namespace

std::uint64_t AddAccount(sql::Database& database, int number) {
  std::string id = Numbered("44052418800101001%d", number);
  database.Run(
      "INSERT INTO applicant (mainland_id, chinese_name, surname, given_name, birth_date,"
      " birthplace, sex, travel_permit, school, department, study_level, grade, loaded_at) VALUES"
      " ('" +
      id + "', '陳小明', 'CHEN', 'XIAOMING', '2001-02-03', 'guangdong', 'male', 'T1234567" +
      std::to_string(number) +
      "', '國立臺灣大學', '電機工程學系', 'bachelor', '1', '2026-01-01 00:00:00')");
  std::string applicant =
      std::to_string(IdOf(database, "applicant WHERE mainland_id = '" + id + "'"));
  std::string login = "student" + std::to_string(number);
  database.Run(
      "INSERT INTO account (applicant_id, category, login_name, password_hash, email, language,"
      " state, created_at) VALUES (" +
      applicant + ", 'mainland', '" + login + "', 'x', '" + login +
      "@example.org', 'zh-TW', 'active', '2026-01-01 00:00:00')");
  return IdOf(database, "account WHERE login_name = '" + login + "'");
}

PayableCase AddPayableCase(sql::Database& database, std::uint64_t account_id, int serial,
                           const std::string& service, int fee) {
  PayableCase made{.account_id = account_id,
                   .receipt_number = Numbered("1156952%05d", serial),
                   .group_number = Numbered("15697%04d", serial)};
  std::string account = std::to_string(account_id);
  std::string applicant = "(SELECT applicant_id FROM account WHERE id = " + account + ")";
  std::string permit = Numbered("1146952%05d", serial);
  database.Run(
      "INSERT INTO entry_permit (number, kind, applicant_id, issued_on, expires_on,"
      " stay_until, entered_on, loaded_at) VALUES ('" +
      permit + "', 'single', " + applicant +
      ", '2026-01-05', '2026-12-31', '2026-12-31', '2026-02-01', '2026-01-05 00:00:00')");
  database.Run("INSERT INTO case_group (number, account_id, created_at) VALUES ('" +
               made.group_number + "', " + account + ", '2026-03-01 00:00:00')");
  database.Run(
      "INSERT INTO application_case (receipt_number, group_id, account_id, applicant_id, service,"
      " permit_id, state, fee, form, submitted_at, state_since) VALUES ('" +
      made.receipt_number + "', (SELECT id FROM case_group WHERE number = '" + made.group_number +
      "'), " + account + ", " + applicant + ", '" + service +
      "', (SELECT id FROM entry_permit WHERE number = '" + permit + "'), 'awaiting-payment', " +
      std::to_string(fee) + ", '{}', '2026-03-01 00:00:00', '2026-03-02 00:00:00')");
  made.id = IdOf(database, "application_case WHERE receipt_number = '" + made.receipt_number + "'");
  return made;
}

}  // namespace permit::test
