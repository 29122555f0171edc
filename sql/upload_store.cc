#include "sql/upload_store.h"

#include "sql/queries.h"
#include "sql/scan_store.h"

namespace permit::sql {
namespace {

std::optional<UploadContent> ReadContent(const std::optional<Row>& row) {
  if (!row) return std::nullopt;
  return UploadContent{row->Text("name"), row->Text("mime"),
                       row->OptionalText("content").value_or(""), ScanStateIn(*row)};
}

}  // namespace

void InsertUpload(Transaction& transaction, const NewUpload& upload, Instant now) {
  transaction.Execute(
      queries::kUploadInsert,
      {upload.id, upload.account_id, upload.draft_id, upload.slot, upload.name, upload.mime,
       static_cast<std::uint64_t>(upload.content.size()), upload.sha256, Blob{upload.content}, now,
       static_cast<std::uint64_t>(upload.position), upload.faults});
}

std::optional<UploadContent> FindUploadOf(Executor& executor, std::uint64_t account_id,
                                          const std::string& id) {
  return ReadContent(executor.QueryOne(queries::kUploadOfAccount, {id, account_id}));
}

std::optional<UploadContent> FindUploadOfApplicant(Executor& executor, std::uint64_t applicant_id,
                                                   const std::string& id) {
  return ReadContent(executor.QueryOne(queries::kUploadOfApplicant, {id, applicant_id}));
}

bool DeleteUpload(Transaction& transaction, std::uint64_t account_id, const std::string& draft_id,
                  const std::string& id) {
  return transaction.Execute(queries::kUploadDelete, {id, account_id, draft_id}) == 1;
}

void DeleteUploadsOfSlot(Transaction& transaction, const std::string& draft_id,
                         const std::string& slot) {
  transaction.Execute(queries::kUploadDeleteOfSlot, {draft_id, slot});
}

void MoveUploads(Transaction& transaction, const std::string& draft_id, std::uint64_t case_id) {
  transaction.Execute(queries::kUploadMoveToCase, {case_id, draft_id});
}

std::vector<CaseWithFiles> CasesWithFilesToRemove(Executor& executor, Instant ended_before,
                                                  Date today, int limit) {
  std::vector<CaseWithFiles> cases;
  for (const Row& row : executor.Query(queries::kCasesWithFilesToRemove,
                                       {ended_before, ended_before, today, limit})) {
    cases.push_back({row.Uint("id"), row.Text("receipt_number")});
  }
  return cases;
}

std::uint64_t RemoveFileBytes(Transaction& transaction, std::uint64_t case_id, Instant now) {
  return transaction.Execute(queries::kUploadsOfCaseEmpty, {now, case_id});
}

}  // namespace permit::sql
