#include "tests/handlers/payment/many_slips.h"

#include "handlers/rules/virtual_account.h"
#include "tests/handlers/payment/store_file.h"
#include "tests/support/numbers.h"
#include "tests/support/payable_case.h"

namespace permit::test {
namespace {

constexpr std::int64_t kFee = 1000;

std::string Number(int serial) {
  std::string own = std::to_string(serial);
  own.insert(0, 9 - own.size(), '0');
  return *VirtualAccount("138508", own, kFee);
}

void AddRows(sql::Database& database, std::uint64_t account, int lines) {
  const std::string id = std::to_string(account);
  const std::string all = " FROM " + NumbersTo(static_cast<unsigned>(lines));
  database.Run(
      "INSERT INTO entry_permit (id, number, kind, applicant_id, issued_on, expires_on,"
      " stay_until, entered_on, loaded_at) SELECT 100000 + seq, 1000000 + seq, 'single',"
      " (SELECT applicant_id FROM account WHERE id = " +
      id + "), '2026-01-05', '2026-12-31', '2026-12-31', '2026-02-01', NOW()" + all);
  database.Run(
      "INSERT INTO case_group (id, number, account_id, created_at)"
      " SELECT 100000 + seq, 100000000 + seq, " +
      id + ", NOW()" + all);
  database.Run(
      "INSERT INTO application_case (id, receipt_number, group_id, account_id,"
      " applicant_id, service, permit_id, state, fee, form, submitted_at, state_since)"
      " SELECT 100000 + seq, 100000000000 + seq, 100000 + seq, " +
      id + ", (SELECT applicant_id FROM account WHERE id = " + id +
      "), 'exchange', 100000 + seq, IF(seq % 20 = 6, 'withdrawn', 'awaiting-payment'), 1000, '{}',"
      " NOW(), NOW()" +
      all);
  for (int first = 1; first <= lines; first += 1000) {
    std::string rows;
    for (int serial = first; serial < first + 1000 && serial <= lines; ++serial) {
      rows += (rows.empty() ? "(" : ", (") + std::to_string(100000 + serial) + ", 'P" +
              std::to_string(serial) + "', " + id +
              ", 'convenience-store', 1000, 'slip-out', NOW(), NOW(), '2026-04-01', '" +
              Number(serial) + "', '2026-03-07')";
    }
    database.Run(
        "INSERT INTO payment (id, reference, account_id, method, amount, state,"
        " state_since, created_at, expires_at, slip_number, deadline) VALUES " +
        rows);
  }
  database.Run(
      "INSERT INTO payment_case (payment_id, case_id, amount, held_case_id)"
      " SELECT 100000 + seq, 100000 + seq, 1000, 100000 + seq" +
      all);
}

struct Fate {
  StoreLine line;
  std::string outcome;
};

// Of each twenty lines seven have a fault; the fourth pays the fifth's slip before it.
Fate FateOf(int serial, Date day) {
  const std::string own = Number(serial);
  switch (serial % 20) {
    case 0:
      return {{own, kFee - 1, day}, "wrong-amount"};
    case 1:
      return {{own, kFee, AddDays(day, 3)}, "late"};
    case 2:
      return {{"13850899999" + std::to_string(10000 + serial), kFee, day}, "unknown-number"};
    case 3:
      return {{Number(serial + 1), kFee, day}, "settled"};
    case 4:
      return {{own, kFee, day}, "second-payment"};
    case 5:
      return {{own, kFee, day, "01"}, "not-good"};
    case 6:
      return {{own, kFee, day}, "case-withdrawn"};
    default:
      return {{own, kFee, day}, "settled"};
  }
}

}  // namespace

ManySlips AddManySlips(sql::Database& database, int lines) {
  AddRows(database, AddAccount(database, 1), lines);
  ManySlips made{.file = {}, .paid_on = *ParseDate("2026/03/05"), .outcomes = {}, .amounts = {}};
  std::vector<StoreLine> written;
  for (int serial = 1; serial <= lines; ++serial) {
    Fate fate = FateOf(serial, made.paid_on);
    made.outcomes.push_back(fate.outcome);
    made.amounts.push_back(fate.line.amount);
    written.push_back(std::move(fate.line));
  }
  made.file = StoreFile(written, AddDays(made.paid_on, 1));
  return made;
}

}  // namespace permit::test
