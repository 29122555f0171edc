#include "sql/kept_file_store.h"

#include "sql/queries.h"

namespace permit::sql {

void InsertKeptFile(Transaction& transaction, const NewKeptFile& file, Instant now) {
  const std::optional<std::string> draft_id =
      file.form.case_id ? std::nullopt : std::optional(file.form.draft_id);
  transaction.Execute(
      queries::kKeptFileInsert,
      {file.id, file.account_id, draft_id, file.form.case_id, file.slot, file.name, file.mime,
       static_cast<std::uint64_t>(file.content.size()), file.sha256, Blob{file.content},
       static_cast<std::uint64_t>(file.position), now, file.faults});
}

std::vector<KeptFile> KeptFiles(Executor& executor, std::uint64_t account_id, Instant since) {
  const std::vector<Row> rows = executor.Query(queries::kKeptFilesOfAccount, {account_id, since});
  std::vector<KeptFile> files;
  files.reserve(rows.size());
  for (const Row& row : rows) {
    files.push_back({row.Text("id"),
                     {row.OptionalUint("case_id"), row.OptionalText("draft_id").value_or("")},
                     row.Text("slot"),
                     row.Text("sha256")});
  }
  return files;
}

void StoreKeptFile(Transaction& transaction, const std::string& id, const std::string& draft_id) {
  transaction.Execute(queries::kKeptFileStore, {draft_id, id});
}

void ForgetKeptFile(Transaction& transaction, const std::string& id) {
  transaction.Execute(queries::kKeptFileForget, {id});
}

std::uint64_t SweepKeptFiles(Executor& executor, Instant before) {
  return executor.Execute(queries::kKeptFileSweep, {before});
}

}  // namespace permit::sql
