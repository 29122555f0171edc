// The register: applicants, the permits they hold, and the papers of those that were issued here.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "handlers/rules/calendar.h"
#include "handlers/rules/eligibility.h"
#include "handlers/rules/entry_permit.h"
#include "sql/database.h"

namespace permit::sql {

struct Applicant {
  std::uint64_t id = 0;
  std::string category = "mainland";
  std::string mainland_id;
  std::string chinese_name;
  std::string surname;
  std::string given_name;
  Date birth_date;
  std::string birthplace;
  std::string sex;
  std::string travel_permit;
  std::string unified_number;  // empty: none yet
  std::string school;
  std::string department;
  std::string study_level;
  std::string grade;
};

// Of a row with the columns of the table applicant; the id stands in `id_column`.
Applicant ApplicantIn(const Row& row, std::string_view id_column);

std::optional<Applicant> FindApplicant(Executor& executor, std::uint64_t id);
std::optional<Applicant> FindApplicantByMainlandId(Executor& executor,
                                                   const std::string& mainland_id);
// Inserts, or renews the one with that mainland_id.
void UpsertApplicant(Transaction& transaction, const Applicant& applicant, Instant now);

// Nobody else changes the applicant until the transaction ends.
void LockApplicant(Transaction& transaction, std::uint64_t id);
// All but category and school of the one with that id. Throws DuplicateKey when another applicant
// has the identity number.
void UpdateApplicant(Transaction& transaction, const Applicant& applicant);

struct EntryPermit {
  std::uint64_t id = 0;
  std::string number;
  PermitKind kind = PermitKind::kSingleEntry;
  std::uint64_t applicant_id = 0;
  Date issued_on;
  Date expires_on;
  Date stay_until;
  std::optional<Date> entered_on;
  std::string taiwan_address;  // as the register has it; empty: it does not
  PermitStatus status = PermitStatus::kValid;
  std::optional<std::uint64_t> case_id;  // that it was issued for
  std::optional<std::uint64_t> replaced_by;
  bool has_open_case = false;
};

// For CheckEligibility.
PermitFacts FactsOf(const EntryPermit& permit, std::uint64_t applicant_id);
// The holder's multiple-entry permit that was issued after this permit, is neither revoked nor
// replaced, and holds longest. Its last day is PermitFacts::multiple_entry_until, which FactsOf
// leaves empty.
struct LaterMultipleEntry {
  std::string number;
  Date expires_on;
};
std::optional<LaterMultipleEntry> FindLaterMultipleEntry(Executor& executor,
                                                         std::uint64_t permit_id);

std::optional<EntryPermit> FindPermit(Executor& executor, std::uint64_t id);
std::optional<EntryPermit> FindPermitByNumber(Executor& executor, const std::string& number);
std::optional<EntryPermit> FindPermitOfCase(Executor& executor, std::uint64_t case_id);
// Nobody else changes the permit until the transaction ends.
void LockPermit(Transaction& transaction, std::uint64_t id);
std::vector<EntryPermit> PermitsOf(Executor& executor, std::uint64_t applicant_id);

// Inserts, or renews the one with that number; one that was replaced or revoked here stays so.
void UpsertPermit(Transaction& transaction, const EntryPermit& permit, Instant now);

// A multiple-entry permit for a case, which replaces the permit the case started from; its id.
// Throws DuplicateKey when the case has one already, std::logic_error when the other is not valid.
std::uint64_t InsertIssuedPermit(Transaction& transaction, const EntryPermit& permit,
                                 std::uint64_t replaces, Instant now);
// `birth_date` is the one that is printed.
void InsertPermitPaper(Transaction& transaction, std::uint64_t permit_id, Date birth_date,
                       const std::string& sha256, std::string_view pdf, Instant now);

void ReplacePermitPaper(Transaction& transaction, std::uint64_t permit_id, Date birth_date,
                        const std::string& sha256, std::string_view pdf, Instant now);

// What the public check of a permit rests on; the birth date is the one on its paper, or the
// register's when the paper was made elsewhere.
struct PermitStanding {
  PermitStatus status = PermitStatus::kValid;
  Date expires_on;
  Date birth_date;
};
std::optional<PermitStanding> FindPermitStanding(Executor& executor, const std::string& number);

}  // namespace permit::sql
