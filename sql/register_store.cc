#include "sql/register_store.h"

#include <stdexcept>

#include "sql/append_only.h"
#include "sql/queries.h"

namespace permit::sql {
namespace {

std::optional<Applicant> ReadApplicant(const std::optional<Row>& row) {
  if (!row) return std::nullopt;
  return ApplicantIn(*row, "id");
}

EntryPermit ReadPermit(const Row& row) {
  EntryPermit permit;
  permit.id = row.Uint("id");
  permit.number = row.Text("number");
  permit.kind = PermitKindFromCode(row.Text("kind")).value();
  permit.applicant_id = row.Uint("applicant_id");
  permit.issued_on = row.Day("issued_on");
  permit.expires_on = row.Day("expires_on");
  permit.stay_until = row.Day("stay_until");
  permit.entered_on = row.OptionalDay("entered_on");
  permit.taiwan_address = row.OptionalText("taiwan_address").value_or("");
  permit.status = PermitStatusFromCode(row.Text("status")).value();
  permit.case_id = row.OptionalUint("case_id");
  permit.replaced_by = row.OptionalUint("replaced_by");
  permit.has_open_case = row.Flag("has_open_case");
  return permit;
}

std::optional<EntryPermit> ReadOptionalPermit(const std::optional<Row>& row) {
  if (!row) return std::nullopt;
  return ReadPermit(*row);
}

std::optional<std::string> NullIfEmpty(const std::string& text) {
  if (text.empty()) return std::nullopt;
  return text;
}

}  // namespace

Applicant ApplicantIn(const Row& row, std::string_view id_column) {
  Applicant applicant;
  applicant.id = row.Uint(id_column);
  applicant.category = row.Text("category");
  applicant.mainland_id = row.Text("mainland_id");
  applicant.chinese_name = row.Text("chinese_name");
  applicant.surname = row.Text("surname");
  applicant.given_name = row.Text("given_name");
  applicant.birth_date = row.Day("birth_date");
  applicant.birthplace = row.Text("birthplace");
  applicant.sex = row.Text("sex");
  applicant.travel_permit = row.Text("travel_permit");
  applicant.unified_number = row.OptionalText("unified_number").value_or("");
  applicant.school = row.Text("school");
  applicant.department = row.Text("department");
  applicant.study_level = row.Text("study_level");
  applicant.grade = row.Text("grade");
  return applicant;
}

std::optional<Applicant> FindApplicant(Executor& executor, std::uint64_t id) {
  return ReadApplicant(executor.QueryOne(queries::kApplicantById, {id}));
}

std::optional<Applicant> FindApplicantByMainlandId(Executor& executor,
                                                   const std::string& mainland_id) {
  return ReadApplicant(executor.QueryOne(queries::kApplicantByMainlandId, {mainland_id}));
}

void UpsertApplicant(Transaction& transaction, const Applicant& applicant, Instant now) {
  transaction.Execute(
      queries::kApplicantUpsert,
      {applicant.category, applicant.mainland_id, applicant.chinese_name, applicant.surname,
       applicant.given_name, applicant.birth_date, applicant.birthplace, applicant.sex,
       applicant.travel_permit, NullIfEmpty(applicant.unified_number), applicant.school,
       applicant.department, applicant.study_level, applicant.grade, now});
}

void LockApplicant(Transaction& transaction, std::uint64_t id) {
  transaction.Query(queries::kApplicantLock, {id});
}

void UpdateApplicant(Transaction& transaction, const Applicant& applicant) {
  transaction.Execute(
      queries::kApplicantUpdate,
      {applicant.mainland_id, applicant.chinese_name, applicant.surname, applicant.given_name,
       applicant.birth_date, applicant.birthplace, applicant.sex, applicant.travel_permit,
       NullIfEmpty(applicant.unified_number), applicant.department, applicant.study_level,
       applicant.grade, applicant.id});
}

PermitFacts FactsOf(const EntryPermit& permit, std::uint64_t applicant_id) {
  PermitFacts facts;
  facts.kind = permit.kind;
  facts.status = permit.status;
  facts.of_applicant = permit.applicant_id == applicant_id;
  facts.has_open_case = permit.has_open_case;
  facts.entered_on = permit.entered_on;
  facts.expires_on = permit.expires_on;
  facts.stay_until = permit.stay_until;
  return facts;
}

std::optional<LaterMultipleEntry> FindLaterMultipleEntry(Executor& executor,
                                                         std::uint64_t permit_id) {
  auto row = executor.QueryOne(queries::kPermitLaterMultipleEntry, {permit_id});
  if (!row) return std::nullopt;
  return LaterMultipleEntry{row->Text("number"), row->Day("expires_on")};
}

std::optional<EntryPermit> FindPermit(Executor& executor, std::uint64_t id) {
  return ReadOptionalPermit(executor.QueryOne(queries::kPermitById, {id}));
}

std::optional<EntryPermit> FindPermitByNumber(Executor& executor, const std::string& number) {
  return ReadOptionalPermit(executor.QueryOne(queries::kPermitByNumber, {number}));
}

std::optional<EntryPermit> FindPermitOfCase(Executor& executor, std::uint64_t case_id) {
  return ReadOptionalPermit(executor.QueryOne(queries::kPermitByCase, {case_id}));
}

void LockPermit(Transaction& transaction, std::uint64_t id) {
  transaction.QueryOne(queries::kPermitLock, {id});
}

std::vector<EntryPermit> PermitsOf(Executor& executor, std::uint64_t applicant_id) {
  std::vector<EntryPermit> permits;
  for (const Row& row : executor.Query(queries::kPermitsOfApplicant, {applicant_id})) {
    permits.push_back(ReadPermit(row));
  }
  return permits;
}

void UpsertPermit(Transaction& transaction, const EntryPermit& permit, Instant now) {
  const bool revoked_here =
      transaction.QueryOne(queries::kPermitRevokedHere, {permit.number}).has_value();
  const PermitStatus status = revoked_here ? PermitStatus::kRevoked : permit.status;
  transaction.Execute(queries::kPermitUpsert,
                      {permit.number, Code(permit.kind), permit.applicant_id, permit.issued_on,
                       permit.expires_on, permit.stay_until, permit.entered_on,
                       NullIfEmpty(permit.taiwan_address), Code(status), now});
}

std::uint64_t InsertIssuedPermit(Transaction& transaction, const EntryPermit& permit,
                                 std::uint64_t replaces, Instant now) {
  transaction.Execute(queries::kPermitIssue,
                      {permit.number, permit.applicant_id, permit.issued_on, permit.expires_on,
                       permit.stay_until, permit.entered_on, permit.case_id, now});
  std::uint64_t id = transaction.LastInsertId();
  if (transaction.Execute(queries::kPermitReplace, {id, replaces}) != 1) {
    throw std::logic_error("the permit that " + permit.number + " replaces does not hold");
  }
  return id;
}

void InsertPermitPaper(Transaction& transaction, std::uint64_t permit_id, Date birth_date,
                       const std::string& sha256, std::string_view pdf, Instant now) {
  transaction.Execute(queries::kPermitPaperInsert, {permit_id, birth_date, sha256, Blob{pdf}, now});
}

void ReplacePermitPaper(Transaction& transaction, std::uint64_t permit_id, Date birth_date,
                        const std::string& sha256, std::string_view pdf, Instant now) {
  ChangeAppendOnly(transaction, "permit_paper", queries::kPermitPaperReplace,
                   {birth_date, sha256, Blob{pdf}, now, permit_id});
}

std::optional<PermitStanding> FindPermitStanding(Executor& executor, const std::string& number) {
  const std::optional<Row> row = executor.QueryOne(queries::kPermitStanding, {number});
  if (!row) return std::nullopt;
  return PermitStanding{.status = PermitStatusFromCode(row->Text("status")).value(),
                        .expires_on = row->Day("expires_on"),
                        .birth_date = row->Day("birth_date")};
}

}  // namespace permit::sql
