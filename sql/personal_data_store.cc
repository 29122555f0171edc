#include "sql/personal_data_store.h"

#include <algorithm>

#include "sql/queries.h"
#include "sql/row_set.h"

namespace permit::sql {
namespace {

struct Source {
  std::string_view table;
  const Statement& statement;    // its one marker takes the applicant's id
  std::string_view key = {};     // the column by which the audit names these, if it does
  std::string_view object = {};  // and what the audit writes before it
};

const Source kSources[] = {
    {"accounts", queries::kPersonalAccounts, "account_number", "account:"},
    {"register", queries::kPersonalRegister},
    {"permits", queries::kPersonalPermits, "number", "permit:"},
    {"drafts", queries::kPersonalDrafts},
    {"kept_forms", queries::kPersonalKeptForms},
    {"kept_files", queries::kPersonalKeptFiles},
    {"cases", queries::kPersonalCases, "receipt_number", "case:"},
    {"case_history", queries::kPersonalCaseHistory},
    {"case_changes", queries::kPersonalCaseChanges},
    {"case_remarks", queries::kPersonalCaseRemarks},
    {"case_claims", queries::kPersonalCaseClaims},
    {"case_reminders", queries::kPersonalCaseReminders},
    {"files", queries::kPersonalFiles},
    {"payments", queries::kPersonalPayments, "reference", "payment:"},
    {"payment_cases", queries::kPersonalPaymentCases},
    {"payment_history", queries::kPersonalPaymentHistory},
    {"receipts", queries::kPersonalReceipts},
    {"mails", queries::kPersonalMails},
    {"passkeys", queries::kPersonalPasskeys},
    {"mailbox_changes", queries::kPersonalMailboxChanges},
    {"sessions", queries::kPersonalSessions},
    {"mailed_links", queries::kPersonalLinks},
    {"passwords_set", queries::kPersonalPasswords},
};

std::vector<PersonalRow> ReadRows(const std::vector<Row>& rows) {
  std::vector<PersonalRow> read;
  read.reserve(rows.size());
  for (const Row& row : rows) {
    PersonalRow& values = read.emplace_back();
    for (const std::string& column : row.columns()) {
      values.emplace_back(column, row.OptionalText(column));
    }
  }
  return read;
}

}  // namespace

std::vector<PersonalTable> ReadPersonalData(Executor& executor, std::uint64_t applicant_id) {
  std::vector<PersonalTable> tables;
  RowSet objects;
  for (const Source& source : kSources) {
    tables.push_back({source.table, ReadRows(executor.Query(source.statement, {applicant_id}))});
    for (const PersonalRow& row : tables.back().rows) {
      if (source.key.empty()) break;
      objects.Add({std::string(source.object) + ValueIn(row, source.key)});
      // Operators' commands name an account by its login name.
      if (source.table == "accounts") objects.Add({"account:" + ValueIn(row, "login_name")});
    }
  }
  tables.push_back({"audit", ReadRows(QueryEach(executor, queries::kPersonalAudit, objects))});
  return tables;
}

std::string ValueIn(const PersonalRow& row, std::string_view column) {
  const auto found = std::find_if(row.begin(), row.end(),
                                  [&](const auto& value) { return value.first == column; });
  return found == row.end() ? "" : found->second.value_or("");
}

}  // namespace permit::sql
