#include "sql/draft_store.h"

#include "handlers/rules/greeting_name.h"
#include "sql/form_json.h"
#include "sql/queries.h"
#include "sql/scan_store.h"

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
  facts.multiple_entry_until = row.OptionalDay("multiple_until");
  return facts;
}

std::vector<std::string> Ids(const std::vector<Row>& rows) {
  std::vector<std::string> ids;
  ids.reserve(rows.size());
  for (const Row& row : rows) ids.push_back(row.Text("id"));
  return ids;
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
  draft.form = ReadFormJson(first.Text("form"));
  draft.on_record = OptionalForm(first, "on_record");
  draft.registered = OptionalForm(first, "registered");
  draft.applicant = ApplicantIn(first, "register_id");
  draft.revision = static_cast<std::uint32_t>(first.Uint("revision"));
  draft.created_at = first.Time("created_at");
  draft.updated_at = first.Time("updated_at");
  draft.photo = PhotoOriginalIn(first);
  for (const Row& row : rows) {
    if (row.IsNull("upload_id")) continue;
    draft.files.push_back({.id = row.Text("upload_id"),
                           .slot = row.Text("slot"),
                           .name = row.Text("name"),
                           .mime = row.Text("mime"),
                           .size = row.Uint("size"),
                           .sha256 = row.Text("sha256"),
                           .scan = ScanStateIn(row),
                           .faults = ReadFaults(row.Text("faults"))});
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
  transaction.Execute(
      queries::kDraftInsert,
      {draft.id, draft.account_id, Code(draft.service), draft.permit_id, FormJson(draft.form),
       OptionalFormJson(draft.on_record), OptionalFormJson(draft.registered), now, now});
  return draft.id;
}

bool SaveDraft(Executor& executor, std::uint64_t account_id, const std::string& id,
               const FormValues& form, const std::optional<FormValues>& registered,
               std::uint32_t revision, Instant now) {
  return executor.Execute(queries::kDraftSave, {FormJson(form), OptionalFormJson(registered),
                                                revision, now, id, account_id}) == 1;
}

void DeleteDraft(Transaction& transaction, const std::string& id) {
  transaction.Execute(queries::kUploadDeleteOfDraft, {id});
  transaction.Execute(queries::kDraftDelete, {id});
}

std::vector<std::string> DraftsToNotice(Executor& executor, Instant saved_before) {
  return Ids(executor.Query(queries::kDraftsToNotice, {saved_before}));
}

std::optional<LapsingDraft> NoticeDraft(Transaction& transaction, const std::string& id,
                                        Instant saved_before, Instant now) {
  auto row = transaction.QueryOne(queries::kDraftToNotice, {id, saved_before});
  if (!row) return std::nullopt;
  transaction.Execute(queries::kDraftNoticed, {now, id});
  LapsingDraft draft;
  draft.id = id;
  draft.account_id = row->Uint("account_id");
  draft.service = ServiceFromCode(row->Text("service")).value();
  draft.permit_number = row->Text("permit_number");
  draft.email = row->Text("email");
  draft.language = LanguageFromTag(row->Text("language")).value();
  draft.applicant_name = GreetingName(draft.language, row->Text("chinese_name"),
                                      row->Text("surname"), row->Text("given_name"));
  draft.account_closed = row->Flag("account_closed");
  draft.updated_at = row->Time("updated_at");
  return draft;
}

std::vector<std::string> DraftsToThrowAway(Executor& executor, Instant saved_before,
                                           Instant noticed_before) {
  return Ids(executor.Query(queries::kDraftsToThrowAway, {saved_before, noticed_before}));
}

bool ThrowAwayDraft(Transaction& transaction, const std::string& id, Instant saved_before,
                    Instant noticed_before) {
  if (!transaction.QueryOne(queries::kDraftToThrowAway, {id, saved_before, noticed_before})) {
    return false;
  }
  DeleteDraft(transaction, id);
  return true;
}

}  // namespace permit::sql
