#include "sql/correction_store.h"

#include "sql/form_json.h"
#include "sql/queries.h"
#include "sql/scan_store.h"
#include "sql/upload_store.h"

namespace permit::sql {

std::optional<Correction> FindCorrection(Executor& executor, std::uint64_t applicant_id,
                                         std::uint64_t case_id) {
  auto row = executor.QueryOne(queries::kCorrectionOfCase, {case_id, applicant_id});
  if (!row) return std::nullopt;
  return Correction{row->Text("id"),
                    row->Uint("account_id"),
                    ReadFormJson(row->Text("form")),
                    row->Text("reply"),
                    static_cast<std::uint32_t>(row->Uint("revision")),
                    row->Time("updated_at"),
                    PhotoOriginalIn(*row)};
}

std::vector<DraftFile> CorrectionFiles(Executor& executor, std::uint64_t case_id) {
  std::vector<DraftFile> files;
  for (const Row& row : executor.Query(queries::kCorrectionFiles, {case_id, case_id})) {
    files.push_back({.id = row.Text("id"),
                     .slot = row.Text("slot"),
                     .name = row.Text("name"),
                     .mime = row.Text("mime"),
                     .size = row.Uint("size"),
                     .sha256 = row.Text("sha256"),
                     .sent = row.Flag("sent"),
                     .removed = row.Flag("removed"),
                     .scan = ScanStateIn(row),
                     .faults = ReadFaults(row.Text("faults"))});
  }
  return files;
}

std::string OpenCorrection(Transaction& transaction, std::uint64_t account_id,
                           std::uint64_t case_id, const std::string& fresh_id, Instant now) {
  if (auto row = transaction.QueryOne(queries::kCorrectionDraftOfCase, {case_id})) {
    return row->Text("id");
  }
  transaction.Execute(queries::kCorrectionInsert, {fresh_id, account_id, now, now, case_id});
  return fresh_id;
}

void SaveCorrection(Transaction& transaction, std::uint64_t case_id, const FormValues& form,
                    const std::string& reply, std::uint32_t revision, Instant now) {
  transaction.Execute(queries::kCorrectionSave, {FormJson(form), reply, revision, now, case_id});
}

void RemoveCaseFile(Transaction& transaction, std::uint64_t case_id, const std::string& upload_id) {
  transaction.Execute(queries::kCorrectionRemoveFile, {upload_id, case_id});
}

void RestoreCaseFile(Transaction& transaction, std::uint64_t case_id,
                     const std::string& upload_id) {
  transaction.Execute(queries::kCorrectionRestoreFile, {upload_id, case_id});
}

void AdoptCorrection(Transaction& transaction, std::uint64_t case_id, const std::string& draft_id,
                     const FormValues& form, Instant now) {
  transaction.Execute(queries::kCorrectionReplaceFiles, {now, draft_id});
  transaction.Execute(queries::kCorrectionAdoptForm, {FormJson(form), case_id});
  MoveUploads(transaction, draft_id, case_id);
  DeleteDraft(transaction, draft_id);
}

void DeleteCorrection(Transaction& transaction, std::uint64_t case_id) {
  if (auto row = transaction.QueryOne(queries::kCorrectionDraftOfCase, {case_id})) {
    DeleteDraft(transaction, row->Text("id"));
  }
}

}  // namespace permit::sql
