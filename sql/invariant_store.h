// What should not be in the database: each function lists its kind, the longest standing first, at
// most `limit`. A day or an instant bounds how far back it looks, by index.
#pragma once

#include <string>
#include <vector>

#include "handlers/rules/case_state.h"
#include "sql/database.h"

namespace permit::sql {

struct BrokenRow {
  std::string subject;  // "case:…", "permit:…", "booking:…", "file:…"
  std::string detail;
};

// Cases in kPaid, or of no fee in kApproved, since before then; not those whose payment the bank
// took back, which wait for the cashier.
std::vector<BrokenRow> CasesLongWithoutPermit(Executor& executor, CaseState state, Instant before,
                                              int limit);
// Cases that entered that closed state since then and are held by a payment that is paid, whose fee
// was not left to the cashier.
std::vector<BrokenRow> PaidPaymentsOnClosedCases(Executor& executor, CaseState state, Instant since,
                                                 int limit);
// Permits issued or loaded since then whose holder is not the applicant of their case.
std::vector<BrokenRow> PermitsOfAnotherHolder(Executor& executor, Instant since, int limit);
// Bookings from that day on whose legs do not sum to zero.
std::vector<BrokenRow> BookingsOutOfBalance(Executor& executor, Date from, int limit);
// Files that wait for the scan for viruses since before then.
std::vector<BrokenRow> FilesLongUnscanned(Executor& executor, Instant before, int limit);

}  // namespace permit::sql
