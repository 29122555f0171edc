#include "sql/case_store.h"

#include <limits>

#include "sql/form_json.h"
#include "sql/queries.h"
#include "sql/row_set.h"
#include "sql/scan_store.h"

namespace permit::sql {
namespace {

constexpr std::string_view kSubmitEvent = "submit";

Case ReadCase(const Row& row) {
  Case found;
  found.id = row.Uint("id");
  found.receipt_number = row.Text("receipt_number");
  found.group_id = row.Uint("group_id");
  found.group_number = row.Text("group_number");
  found.applicants = static_cast<int>(row.Int("applicants"));
  found.account_id = row.Uint("account_id");
  found.applicant_id = row.Uint("applicant_id");
  found.service = ServiceFromCode(row.Text("service")).value();
  found.permit_id = row.Uint("permit_id");
  found.permit_number = row.Text("permit_number");
  found.state = CaseStateFromCode(row.Text("state")).value();
  if (!row.IsNull("returned_by")) {
    found.returned_by = ReviewStageFromCode(row.Text("returned_by")).value();
  }
  found.fee = row.Int("fee");
  found.form = ReadFormJson(row.Text("form"));
  found.on_record = OptionalForm(row, "on_record");
  found.registered = OptionalForm(row, "registered");
  found.submitted_at = row.Time("submitted_at");
  found.state_since = row.Time("state_since");
  found.chinese_name = row.Text("chinese_name");
  found.surname = row.Text("surname");
  found.given_name = row.Text("given_name");
  return found;
}

std::optional<Case> ReadOptional(const std::optional<Row>& row) {
  if (!row) return std::nullopt;
  return ReadCase(*row);
}

CaseLine ReadLine(const Row& row) {
  CaseLine line;
  line.receipt_number = row.Text("receipt_number");
  line.group_number = row.Text("group_number");
  line.applicants = static_cast<int>(row.Int("applicants"));
  line.service = ServiceFromCode(row.Text("service")).value();
  line.state = CaseStateFromCode(row.Text("state")).value();
  line.fee = row.Int("fee");
  line.submitted_at = row.Time("submitted_at");
  line.state_since = row.Time("state_since");
  line.chinese_name = row.Text("chinese_name");
  line.surname = row.Text("surname");
  line.given_name = row.Text("given_name");
  return line;
}

std::string_view Code(RemarkKind kind) {
  switch (kind) {
    case RemarkKind::kField:
      return "field";
    case RemarkKind::kFile:
      return "file";
  }
  return "";
}

void InsertHistory(Transaction& transaction, std::uint64_t case_id, Instant now,
                   const std::string& actor, std::string_view event,
                   std::optional<std::string_view> from, CaseState to, const std::string& opinion) {
  transaction.Execute(queries::kCaseHistoryInsert,
                      {case_id, now, actor, event, from, permit::Code(to), opinion});
}

}  // namespace

std::optional<Case> FindCaseOf(Executor& executor, std::uint64_t applicant_id,
                               const std::string& receipt_number) {
  return ReadOptional(executor.QueryOne(queries::kCaseOfApplicant, {receipt_number, applicant_id}));
}

std::optional<std::uint64_t> LockCaseOf(Transaction& transaction, std::uint64_t applicant_id,
                                        const std::string& receipt_number) {
  auto row = transaction.QueryOne(queries::kCaseLockOfApplicant, {receipt_number, applicant_id});
  if (!row) return std::nullopt;
  return row->Uint("id");
}

void LockCase(Transaction& transaction, std::uint64_t id) {
  transaction.QueryOne(queries::kCaseLock, {id});
}

std::optional<Case> FindCaseByReceipt(Executor& executor, const std::string& receipt_number) {
  return ReadOptional(executor.QueryOne(queries::kCaseByReceipt, {receipt_number}));
}

std::optional<Case> FindCase(Executor& executor, std::uint64_t id) {
  return ReadOptional(executor.QueryOne(queries::kCaseById, {id}));
}

std::optional<std::string> FindOpenCaseOn(Executor& executor, std::uint64_t permit_id) {
  auto row = executor.QueryOne(queries::kCaseOpenOnPermit, {permit_id});
  if (!row) return std::nullopt;
  return row->Text("receipt_number");
}

std::optional<std::string> FindApprovedExchange(Executor& executor, std::uint64_t applicant_id) {
  auto row = executor.QueryOne(queries::kCaseApprovedExchange, {applicant_id});
  if (!row) return std::nullopt;
  return row->Text("receipt_number");
}

std::vector<CaseLine> ListCases(Executor& executor, std::optional<CaseState> state, int limit,
                                const std::optional<CasePlace>& after) {
  const CasePlace place = after.value_or(CasePlace{});
  const std::uint64_t below = after ? after->id : std::numeric_limits<std::int64_t>::max();
  std::vector<Row> rows =
      state ? executor.Query(queries::kCaseListByState, {permit::Code(*state), place.state_since,
                                                         place.state_since, place.id, limit})
            : executor.Query(queries::kCaseListLatest, {below, limit});
  std::vector<CaseLine> lines;
  lines.reserve(rows.size());
  for (const Row& row : rows) lines.push_back(ReadLine(row));
  return lines;
}

std::uint64_t InsertGroup(Transaction& transaction, const std::string& number,
                          std::uint64_t account_id, int applicants, Instant now) {
  transaction.Execute(queries::kGroupInsert, {number, account_id, applicants, now});
  return transaction.LastInsertId();
}

std::optional<std::uint64_t> InsertCase(Transaction& transaction, const NewCase& fresh,
                                        const std::string& actor, Instant now) {
  try {
    transaction.Execute(
        queries::kCaseInsert,
        {fresh.receipt_number, fresh.group_id, fresh.account_id, fresh.applicant_id,
         permit::Code(fresh.service), fresh.permit_id, permit::Code(CaseState::kSubmitted),
         fresh.fee, FormJson(fresh.form), OptionalFormJson(fresh.on_record),
         OptionalFormJson(fresh.registered), now, now});
  } catch (const DuplicateKey& duplicate) {
    if (duplicate.key() != "application_case_open_permit") throw;
    return std::nullopt;
  }
  std::uint64_t id = transaction.LastInsertId();
  InsertHistory(transaction, id, now, actor, kSubmitEvent, std::nullopt, CaseState::kSubmitted, "");
  return id;
}

MoveResult MoveCase(Transaction& transaction, std::uint64_t case_id, CaseEvent event,
                    const std::string& actor, const std::string& opinion, Instant now) {
  std::optional<Row> row = transaction.QueryOne(queries::kCaseForMove, {case_id});
  if (!row) return tl::unexpected(RefusedMove{MoveRefusal::kUnknownCase});
  const CaseState from = CaseStateFromCode(row->Text("state")).value();
  std::optional<ReviewStage> returned_by;
  if (!row->IsNull("returned_by")) returned_by = ReviewStageFromCode(row->Text("returned_by"));

  std::optional<CaseState> next = NextCaseState(from, event, returned_by);
  if (!next) return tl::unexpected(RefusedMove{MoveRefusal::kNotPossible, from});
  bool returns =
      event == CaseEvent::kReturnForCorrection || event == CaseEvent::kReturnForDocuments;
  if (returns) returned_by = StageOf(from);
  std::optional<std::string_view> returned_code;
  if (returned_by) returned_code = permit::Code(*returned_by);
  std::uint64_t matched = transaction.Execute(
      queries::kCaseMove, {permit::Code(*next), returned_code, now, case_id, permit::Code(from)});
  if (matched == 0) return tl::unexpected(RefusedMove{MoveRefusal::kOvertaken, from});
  InsertHistory(transaction, case_id, now, actor, permit::Code(event), permit::Code(from), *next,
                opinion);
  return CaseMove{from, *next, transaction.LastInsertId()};
}

bool MoveCases(Transaction& transaction, const std::vector<CaseMoveOf>& moves, CaseEvent event,
               const std::string& actor, Instant now) {
  if (event == CaseEvent::kReturnForCorrection || event == CaseEvent::kReturnForDocuments) {
    return false;
  }
  RowSet moved, history;
  for (const CaseMoveOf& move : moves) {
    auto next = NextCaseState(move.from, event);
    if (!next) return false;
    moved.Add({move.case_id, permit::Code(move.from), permit::Code(*next)});
    history.Add({move.case_id, now, actor, permit::Code(event), permit::Code(move.from),
                 permit::Code(*next), move.opinion});
  }
  if (ExecuteEach(transaction, queries::kCasesMove, moved, {now}) != moves.size()) return false;
  ExecuteEach(transaction, queries::kCasesHistoryInsert, history);
  return true;
}

std::vector<CaseHistoryRow> CaseHistory(Executor& executor, std::uint64_t case_id) {
  std::vector<CaseHistoryRow> history;
  for (const Row& row : executor.Query(queries::kCaseHistoryList, {case_id})) {
    CaseHistoryRow entry;
    entry.id = row.Uint("id");
    entry.at = row.Time("at");
    entry.actor = row.Text("actor");
    entry.event = CaseEventFromCode(row.Text("event"));
    if (!row.IsNull("from_state")) entry.from = CaseStateFromCode(row.Text("from_state")).value();
    entry.to = CaseStateFromCode(row.Text("to_state")).value();
    entry.opinion = row.Text("opinion");
    history.push_back(std::move(entry));
  }
  return history;
}

void InsertRemark(Transaction& transaction, std::uint64_t case_id, const CaseRemark& remark) {
  transaction.Execute(queries::kCaseRemarkInsert, {case_id, remark.history_id, Code(remark.kind),
                                                   remark.target, remark.remark});
}

std::vector<CaseRemark> CaseRemarks(Executor& executor, std::uint64_t case_id) {
  std::vector<CaseRemark> remarks;
  for (const Row& row : executor.Query(queries::kCaseRemarkList, {case_id})) {
    CaseRemark remark;
    remark.history_id = row.Uint("history_id");
    remark.kind =
        row.Text("kind") == Code(RemarkKind::kFile) ? RemarkKind::kFile : RemarkKind::kField;
    remark.target = row.Text("target");
    remark.remark = row.Text("remark");
    remarks.push_back(std::move(remark));
  }
  return remarks;
}

void InsertChange(Transaction& transaction, std::uint64_t case_id, const CaseChange& change) {
  transaction.Execute(queries::kCaseChangeInsert, {case_id, change.history_id, change.change.field,
                                                   change.change.before, change.change.after});
}

std::vector<CaseChange> CaseChanges(Executor& executor, std::uint64_t case_id) {
  std::vector<CaseChange> changes;
  for (const Row& row : executor.Query(queries::kCaseChangeList, {case_id})) {
    changes.push_back({row.Uint("history_id"),
                       {row.Text("field"), row.Text("before_value"), row.Text("after_value")}});
  }
  return changes;
}

std::vector<CaseFile> CaseFiles(Executor& executor, std::uint64_t case_id) {
  std::vector<CaseFile> files;
  for (const Row& row : executor.Query(queries::kCaseFileList, {case_id})) {
    CaseFile file;
    file.id = row.Text("id");
    file.slot = row.Text("slot");
    file.name = row.Text("name");
    file.mime = row.Text("mime");
    file.size = row.Uint("size");
    file.sha256 = row.Text("sha256");
    file.created_at = row.Time("created_at");
    file.replaced_at = row.OptionalTime("replaced_at");
    file.scan = ScanStateIn(row);
    file.finding = row.OptionalText("finding").value_or("");
    file.removed_at = row.OptionalTime("removed_at");
    file.faults = ReadFaults(row.Text("faults"));
    files.push_back(std::move(file));
  }
  return files;
}

}  // namespace permit::sql
