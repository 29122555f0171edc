#include "sql/invariant_store.h"

#include "sql/queries.h"

namespace permit::sql {

std::vector<BrokenRow> CasesLongWithoutPermit(Executor& executor, CaseState state, Instant before,
                                              int limit) {
  std::vector<BrokenRow> broken;
  for (const Row& row :
       executor.Query(queries::kCasesLongWithoutPermit, {permit::Code(state), before, limit})) {
    broken.push_back({"case:" + row.Text("receipt_number"),
                      row.Text("state") + " since " + FormatTime(row.Time("state_since"))});
  }
  return broken;
}

std::vector<BrokenRow> PaidPaymentsOnClosedCases(Executor& executor, CaseState state, Instant since,
                                                 int limit) {
  std::vector<BrokenRow> broken;
  for (const Row& row :
       executor.Query(queries::kPaidPaymentsOnClosedCases, {permit::Code(state), since, limit})) {
    broken.push_back({"case:" + row.Text("receipt_number"),
                      row.Text("state") + ", held by payment " + row.Text("reference")});
  }
  return broken;
}

std::vector<BrokenRow> PermitsOfAnotherHolder(Executor& executor, Instant since, int limit) {
  std::vector<BrokenRow> broken;
  for (const Row& row : executor.Query(queries::kPermitsOfAnotherHolder, {since, limit})) {
    broken.push_back({"permit:" + row.Text("number"), "of case " + row.Text("receipt_number")});
  }
  return broken;
}

std::vector<BrokenRow> BookingsOutOfBalance(Executor& executor, Date from, int limit) {
  std::vector<BrokenRow> broken;
  for (const Row& row : executor.Query(queries::kBookingsOutOfBalance, {StartOfDay(from), limit})) {
    broken.push_back({"booking:" + row.Text("booking"), "sums to " + row.Text("total")});
  }
  return broken;
}

}  // namespace permit::sql
