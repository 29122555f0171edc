// Cases for which papers are due, put straight into the database.
#pragma once

#include <cstdint>
#include <string>

#include "sql/database.h"
#include "tests/support/payable_case.h"

namespace permit::test {

// Gives the case a photo and a form with an address, as a sent one has them.
void AddPhotoAndForm(sql::Database& database, const PayableCase& one, const std::string& jpeg);

// A paid payment of the case; moves the case to paid. Gives the payment's id. `serial` makes its
// reference, "P-NN".
std::uint64_t AddPaidPayment(sql::Database& database, const PayableCase& one, int serial,
                             const std::string& paid_at = "2026-03-02 01:00:00");

}  // namespace permit::test
