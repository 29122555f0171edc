#include "sql/invariant_store.h"

#include <algorithm>

#include "sql/queries.h"

namespace permit::sql {
namespace {

// So that no statement runs for long, however many years there are.
constexpr int kWindowDays = 31;

// Calls `look(begin, end)`, without the end, until the last day was in or it gives false.
template <class Look>
void InWindows(Date first, Date last, const Look& look) {
  for (Date begin = first; begin <= last; begin = AddDays(begin, kWindowDays)) {
    if (!look(begin, AddDays(begin, kWindowDays))) return;
  }
}

int Left(int limit, const std::vector<BrokenRow>& found) {
  return limit - static_cast<int>(found.size());
}

}  // namespace

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
  const Row ends = executor.QueryOne(queries::kPermitsLoadedBetween).value();
  if (ends.IsNull("first")) return broken;
  const Date first = TaipeiDate(std::max(since, ends.Time("first")));
  InWindows(first, TaipeiDate(ends.Time("last")), [&](Date begin, Date end) {
    const Instant from = std::max(since, StartOfDay(begin));
    for (const Row& row : executor.Query(queries::kPermitsOfAnotherHolder,
                                         {from, StartOfDay(end), Left(limit, broken)})) {
      broken.push_back({"permit:" + row.Text("number"), "of case " + row.Text("receipt_number")});
    }
    return Left(limit, broken) > 0;
  });
  return broken;
}

// The legs of a booking are of one day.
std::vector<BrokenRow> BookingsOutOfBalance(Executor& executor, Date from, int limit) {
  std::vector<BrokenRow> broken;
  const Row ends = executor.QueryOne(queries::kBookedBetween).value();
  if (ends.IsNull("first")) return broken;
  InWindows(std::max(from, ends.Day("first")), ends.Day("last"), [&](Date begin, Date end) {
    for (const Row& row :
         executor.Query(queries::kBookingsOutOfBalance, {begin, end, Left(limit, broken)})) {
      broken.push_back({"booking:" + row.Text("booking"), "sums to " + row.Text("total")});
    }
    return Left(limit, broken) > 0;
  });
  return broken;
}

std::vector<BrokenRow> FilesLongUnscanned(Executor& executor, Instant before, int limit) {
  std::vector<BrokenRow> broken;
  for (const Row& row : executor.Query(queries::kFilesLongUnscanned, {before, limit})) {
    broken.push_back({"file:" + row.Text("upload_id"),
                      "waits for its scan since " + FormatTime(row.Time("waits_since")) +
                          ", tried " + row.Text("attempts") + " times"});
  }
  return broken;
}

}  // namespace permit::sql
