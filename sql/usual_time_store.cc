#include "sql/usual_time_store.h"

#include <algorithm>

#include "sql/queries.h"
#include "sql/row_set.h"

namespace permit::sql {
namespace {

constexpr std::uint64_t kRowsAtOnce = 5000;
// Rows of the history whose transactions were not yet committed when later ones already were: such
// a row is taken by the next run. A row that comes again is ignored.
constexpr std::uint64_t kRowsUnderWay = 1000;

// What stands for the whole review, among the states.
constexpr std::string_view kReview = "review";

void TakeStays(Database& database, Instant since) {
  const auto last = database.QueryOne(queries::kStateStayLastHistory)->OptionalUint("id");
  if (!last) return;
  const auto progress = database.QueryOne(queries::kStateStayProgress);
  const std::uint64_t before = progress ? progress->Uint("history_id") : 0;
  if (before >= *last) return;
  for (std::uint64_t at = before - std::min(before, kRowsUnderWay); at < *last;) {
    const std::uint64_t end = std::min(at + kRowsAtOnce, *last);
    RowSet stays;
    for (const Row& row :
         database.Query(queries::kStateStaysNew, {at, end, since, at, end, since})) {
      stays.Add({row.Uint("id"), row.Text("service"), row.Text("state"), row.Uint("seconds"),
                 row.Time("at")});
    }
    database.Transact([&](Transaction& transaction) {
      ExecuteEach(transaction, queries::kStateStaysInsert, stays);
      transaction.Execute(queries::kStateStayAdvance, {end});
    });
    at = end;
  }
}

// The middle one, or the mean of the middle two.
std::uint64_t Median(Executor& executor, Service service, std::string_view state,
                     std::int64_t cases) {
  const std::int64_t middle = (cases - 1) / 2;
  const int count = cases % 2 == 0 ? 2 : 1;
  std::uint64_t sum = 0;
  for (const Row& row :
       executor.Query(queries::kStateStaysInOrder, {Code(service), state, count, middle})) {
    sum += row.Uint("seconds");
  }
  return (sum + static_cast<std::uint64_t>(count) / 2) / static_cast<std::uint64_t>(count);
}

void SetUsualTime(Transaction& transaction, Service service, std::string_view state, Instant now) {
  const std::int64_t cases =
      transaction.QueryOne(queries::kStateStaysCount, {Code(service), state})->Int("cases");
  if (cases == 0) {
    transaction.Execute(queries::kUsualTimeForget, {Code(service), state});
    return;
  }
  transaction.Execute(
      queries::kUsualTimeSet,
      {Code(service), state, Median(transaction, service, state, cases), cases, now});
}

}  // namespace

void RefreshUsualTimes(Database& database, Instant now) {
  const Instant since = now - kUsualTimeWindow;
  TakeStays(database, since);
  while (database.Execute(queries::kStateStaysForget, {since}) > 0) {
  }
  std::vector<std::string_view> states = {kReview};
  states.reserve(1 + std::size(kCaseStates));
  for (CaseState state : kCaseStates) states.push_back(Code(state));
  for (Service service : kServices) {
    for (std::string_view state : states) {
      database.Transact(
          [&](Transaction& transaction) { SetUsualTime(transaction, service, state, now); });
    }
  }
}

std::optional<std::chrono::seconds> FindUsualTime(Executor& executor, Service service,
                                                  CaseState state) {
  auto row = executor.QueryOne(queries::kUsualTimeOfState, {Code(service), Code(state)});
  if (!row) return std::nullopt;
  return std::chrono::seconds(row->Int("seconds"));
}

UsualReviews FindUsualReviews(Executor& executor) {
  UsualReviews usual;
  for (const Row& row : executor.Query(queries::kUsualTimesOfState, {kReview})) {
    const auto service = ServiceFromCode(row.Text("service"));
    if (service) usual[*service] = std::chrono::seconds(row.Int("seconds"));
  }
  return usual;
}

std::optional<std::chrono::seconds> FindUsualReview(Executor& executor, Service service) {
  auto row = executor.QueryOne(queries::kUsualTimeOfState, {Code(service), kReview});
  if (!row) return std::nullopt;
  return std::chrono::seconds(row->Int("seconds"));
}

}  // namespace permit::sql
