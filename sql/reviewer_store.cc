#include "sql/reviewer_store.h"

#include "sql/queries.h"

namespace permit::sql {
namespace {

Reviewer ReadReviewer(const Row& row) {
  return {row.Uint("id"), row.Text("login_name"), row.Text("display_name"),
          row.Text("password_hash"), row.Flag("active")};
}

}  // namespace

std::optional<Reviewer> FindReviewer(Executor& executor, const std::string& login_name) {
  std::optional<Row> row = executor.QueryOne(queries::kReviewerByLogin, {login_name});
  if (!row) return std::nullopt;
  return ReadReviewer(*row);
}

std::vector<Reviewer> ListReviewers(Executor& executor) {
  std::vector<Reviewer> reviewers;
  for (const Row& row : executor.Query(queries::kReviewerList)) {
    reviewers.push_back(ReadReviewer(row));
  }
  return reviewers;
}

void UpsertReviewer(Executor& executor, const Reviewer& reviewer, Instant now) {
  executor.Execute(queries::kReviewerUpsert,
                   {reviewer.login_name, reviewer.display_name, reviewer.password_hash, now});
}

}  // namespace permit::sql
