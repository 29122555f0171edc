#include "sql/scan_store.h"

#include "sql/queries.h"

namespace permit::sql {
namespace {

constexpr std::size_t kMostFinding = 200;

bool Decide(Executor& executor, const std::string& upload_id, ScanState state,
            const std::string& finding, Instant now) {
  return executor.Execute(queries::kScanDecide, {Code(state), finding, now, upload_id}) == 1;
}

}  // namespace

void AwaitScan(Transaction& transaction, const std::string& upload_id, Instant now) {
  transaction.Execute(queries::kScanInsert, {upload_id, now, now});
}

std::vector<DueScan> DueScans(Executor& executor, Instant now, int limit) {
  const std::vector<Row> rows = executor.Query(queries::kScansDue, {now, limit});
  std::vector<DueScan> due;
  due.reserve(rows.size());
  for (const Row& row : rows) {
    due.push_back({row.Text("upload_id"), static_cast<int>(row.Int("attempts"))});
  }
  return due;
}

std::optional<std::string> ScannedContent(Executor& executor, const std::string& upload_id,
                                          ScanState state) {
  const auto row = executor.QueryOne(queries::kScanContent, {upload_id, Code(state)});
  if (!row) return std::nullopt;
  return row->Text("content");
}

bool PassScan(Executor& executor, const std::string& upload_id, Instant now) {
  return Decide(executor, upload_id, ScanState::kClean, "", now);
}

bool Quarantine(Executor& executor, const std::string& upload_id, const std::string& finding,
                Instant now) {
  return Decide(executor, upload_id, ScanState::kQuarantined, finding.substr(0, kMostFinding), now);
}

bool PostponeScan(Executor& executor, const std::string& upload_id, Instant due) {
  return executor.Execute(queries::kScanPostpone, {due, upload_id}) == 1;
}

bool ScanAgain(Executor& executor, const std::string& upload_id, Instant now) {
  return executor.Execute(queries::kScanAgain, {now, now, upload_id}) == 1;
}

std::uint64_t WaiveScans(Executor& executor) { return executor.Execute(queries::kScansWaive); }

WaitingScans CountWaitingScans(Executor& executor) {
  const Row row = executor.QueryOne(queries::kScansWaiting).value();
  return {row.Uint("files"), row.OptionalTime("since")};
}

std::vector<ScanLine> ListScans(Executor& executor, ScanState state, int limit) {
  const std::vector<Row> rows = executor.Query(queries::kScanList, {Code(state), limit});
  std::vector<ScanLine> lines;
  lines.reserve(rows.size());
  for (const Row& row : rows) {
    lines.push_back({.upload_id = row.Text("upload_id"),
                     .receipt_number = row.Text("receipt_number"),
                     .of_draft = row.Flag("of_draft"),
                     .slot = row.Text("slot"),
                     .name = row.Text("name"),
                     .waits_since = row.Time("waits_since"),
                     .attempts = static_cast<int>(row.Int("attempts")),
                     .decided_at = row.OptionalTime("decided_at"),
                     .finding = row.Text("finding")});
  }
  return lines;
}

std::optional<ScannedFile> FindScannedFile(Executor& executor, const std::string& upload_id) {
  const auto row = executor.QueryOne(queries::kScannedFile, {upload_id});
  if (!row) return std::nullopt;
  ScannedFile file;
  file.slot = row->Text("slot");
  file.name = row->Text("name");
  file.account_id = row->Uint("account_id");
  file.account_closed = row->Flag("account_closed");
  file.replaced = !row->IsNull("replaced_at");
  file.service = ServiceFromCode(row->Text("service")).value();
  file.permit_number = row->Text("permit_number");
  file.draft_id = row->OptionalText("draft_id");
  file.receipt_number = row->OptionalText("receipt_number");
  if (auto state = row->OptionalText("case_state")) file.case_state = CaseStateFromCode(*state);
  return file;
}

std::optional<ScanState> ScanStateIn(const Row& row) {
  const auto code = row.OptionalText("scan");
  return code ? ScanStateFromCode(*code) : std::nullopt;
}

}  // namespace permit::sql
