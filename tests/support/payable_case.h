// Cases that await their payment, put straight into an empty database.
#pragma once

#include <cstdint>
#include <string>

#include "handlers/rules/calendar.h"
#include "sql/database.h"

namespace permit::test {

struct PayableCase {
  std::uint64_t id = 0;
  std::uint64_t account_id = 0;
  std::string receipt_number;
  std::string group_number;
};

// An active account of an applicant of its own, by number from 1 to 9.
std::uint64_t AddAccount(sql::Database& database, int number);

// A case of that account in the state awaiting-payment, alone in its group, on a permit of its own.
// `serial` from 1 to 99 makes its numbers: receipt 1156952000NN, group 15697 00NN.
PayableCase AddPayableCase(sql::Database& database, std::uint64_t account_id, int serial,
                           const std::string& service = "exchange", int fee = 1000);

}  // namespace permit::test
