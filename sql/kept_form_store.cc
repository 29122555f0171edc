#include "sql/kept_form_store.h"

#include "sql/kept_file_store.h"
#include "sql/queries.h"

namespace permit::sql {

void KeepForm(Executor& executor, std::uint64_t account_id, const std::string& path,
              const FieldPairs& fields, Instant now) {
  executor.Execute(queries::kKeptFormSave, {account_id, path, FieldPairsJson(fields), now});
}

std::optional<std::string> FindKeptPath(Executor& executor, std::uint64_t account_id,
                                        const std::string& wanted_path, Instant since) {
  auto row = executor.QueryOne(queries::kKeptFormPath, {account_id, since, wanted_path});
  if (!row) return std::nullopt;
  return row->Text("path");
}

std::optional<FieldPairs> FindKeptForm(Executor& executor, std::uint64_t account_id,
                                       const std::string& path, Instant since) {
  auto row = executor.QueryOne(queries::kKeptFormFind, {account_id, path, since});
  if (!row) return std::nullopt;
  return ReadFieldPairsJson(row->Text("fields"));
}

void ForgetKeptForm(Executor& executor, std::uint64_t account_id, const std::string& path) {
  executor.Execute(queries::kKeptFormForget, {account_id, path});
}

std::uint64_t SweepKeptForms(Executor& executor, Instant before) {
  return executor.Execute(queries::kKeptFormSweep, {before}) + SweepKeptFiles(executor, before);
}

}  // namespace permit::sql
