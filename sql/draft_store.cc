#include "sql/draft_store.h"

#include "sql/queries.h"

namespace permit::sql {
namespace {

PermitFacts FactsIn(const Row& row) {
  PermitFacts facts;
  facts.kind = PermitKindFromCode(row.Text("kind")).value();
  facts.status = PermitStatusFromCode(row.Text("status")).value();
  facts.of_applicant = row.Flag("of_applicant");
  facts.has_open_case = row.Flag("has_open_case");
  facts.entered_on = row.OptionalDay("entered_on");
  facts.expires_on = row.Day("expires_on");
  facts.stay_until = row.Day("stay_until");
  return facts;
}

}  // namespace

std::optional<Draft> FindDraftOf(Executor& executor, std::uint64_t account_id,
                                 const std::string& id) {
  std::vector<Row> rows = executor.Query(queries::kDraftOfAccount, {id, account_id});
  if (rows.empty()) return std::nullopt;
  const Row& first = rows.front();
  Draft draft;
  draft.id = first.Text("id");
  draft.account_id = first.Uint("account_id");
  draft.service = ServiceFromCode(first.Text("service")).value();
  draft.permit_id = first.Uint("permit_id");
  draft.permit_number = first.Text("permit_number");
  draft.permit = FactsIn(first);
  draft.form = first.Text("form");
  draft.created_at = first.Time("created_at");
  draft.updated_at = first.Time("updated_at");
  draft.photo = PhotoOriginalIn(first);
  for (const Row& row : rows) {
    if (row.IsNull("upload_id")) continue;
    draft.files.push_back({row.Text("upload_id"), row.Text("slot"), row.Text("name"),
                           row.Text("mime"), row.Uint("size"), row.Text("sha256")});
  }
  return draft;
}

std::optional<Draft> LockDraftOf(Transaction& transaction, std::uint64_t account_id,
                                 const std::string& id) {
  if (!transaction.QueryOne(queries::kDraftLock, {id, account_id})) return std::nullopt;
  return FindDraftOf(transaction, account_id, id);
}

std::optional<std::string> FindDraftOn(Executor& executor, std::uint64_t account_id,
                                       Service service, std::uint64_t permit_id) {
  auto row = executor.QueryOne(queries::kDraftOnPermit, {account_id, Code(service), permit_id});
  if (!row) return std::nullopt;
  return row->Text("id");
}

std::string InsertDraft(Transaction& transaction, const NewDraft& draft, Instant now) {
  if (auto id = FindDraftOn(transaction, draft.account_id, draft.service, draft.permit_id)) {
    return *id;
  }
  transaction.Execute(queries::kDraftInsert, {draft.id, draft.account_id, Code(draft.service),
                                              draft.permit_id, draft.form, now, now});
  return draft.id;
}

bool SaveDraft(Executor& executor, std::uint64_t account_id, const std::string& id,
               const std::string& form, Instant now) {
  return executor.Execute(queries::kDraftSave, {form, now, id, account_id}) == 1;
}

void DeleteDraft(Transaction& transaction, const std::string& id) {
  transaction.Execute(queries::kUploadDeleteOfDraft, {id});
  transaction.Execute(queries::kDraftDelete, {id});
}

}  // namespace permit::sql
