// Application cases: how they come to be, how they are found, and the one way in which they move.
//
// A student's case is found through its applicant, from whichever account it was sent; account_id
// tells that one. The functions without an applicant are for the agency's side and for jobs.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "handlers/rules/application_form.h"
#include "handlers/rules/case_state.h"
#include "handlers/rules/data_change.h"
#include "handlers/rules/file_fault.h"
#include "handlers/rules/scan_state.h"
#include "sql/database.h"

namespace permit::sql {

struct Case {
  std::uint64_t id = 0;
  std::string receipt_number;
  std::uint64_t group_id = 0;
  std::string group_number;
  int applicants = 1;            // of the group
  std::uint64_t account_id = 0;  // that sent it
  std::uint64_t applicant_id = 0;
  Service service = Service::kExchange;
  std::uint64_t permit_id = 0;  // that it starts from
  std::string permit_number;
  CaseState state = CaseState::kSubmitted;
  std::optional<ReviewStage> returned_by;
  long fee = 0;
  FormValues form;                       // as sent
  std::optional<FormValues> on_record;   // of a data change: what held before
  std::optional<FormValues> registered;  // the register's values when it was sent
  Instant submitted_at;
  Instant state_since;
  std::string chinese_name;  // of the applicant, as registered
  std::string surname;
  std::string given_name;
};

std::optional<Case> FindCaseOf(Executor& executor, std::uint64_t applicant_id,
                               const std::string& receipt_number);
// The case's id; nobody else moves the case until the transaction ends.
std::optional<std::uint64_t> LockCaseOf(Transaction& transaction, std::uint64_t applicant_id,
                                        const std::string& receipt_number);
// Nobody else moves the case until the transaction ends.
void LockCase(Transaction& transaction, std::uint64_t id);
std::optional<Case> FindCaseByReceipt(Executor& executor, const std::string& receipt_number);
std::optional<Case> FindCase(Executor& executor, std::uint64_t id);
// The receipt number of an exchange of the applicant's that is approved and not issued yet.
std::optional<std::string> FindApprovedExchange(Executor& executor, std::uint64_t applicant_id);
// Its receipt number; a permit has one open case at most.
std::optional<std::string> FindOpenCaseOn(Executor& executor, std::uint64_t permit_id);

// A case's line in a list.
struct CaseLine {
  std::string receipt_number;
  std::string group_number;
  int applicants = 1;
  Service service = Service::kExchange;
  CaseState state = CaseState::kSubmitted;
  long fee = 0;
  Instant submitted_at;
  Instant state_since;
  std::string chinese_name;
  std::string surname;
  std::string given_name;
};
// Where a page of a list ends: its last case.
struct CasePlace {
  std::uint64_t id = 0;
  Instant state_since;
};
// Those longest in that state first; without a state the latest first. `after`: those behind it.
std::vector<CaseLine> ListCases(Executor& executor, std::optional<CaseState> state, int limit,
                                const std::optional<CasePlace>& after = std::nullopt);

struct NewCase {
  std::string receipt_number;
  std::uint64_t group_id = 0;
  std::uint64_t account_id = 0;
  std::uint64_t applicant_id = 0;
  Service service = Service::kExchange;
  std::uint64_t permit_id = 0;
  long fee = 0;
  FormValues form;
  std::optional<FormValues> on_record;
  std::optional<FormValues> registered;  // of the register, for CaseClaims and what changes later
};
std::uint64_t InsertGroup(Transaction& transaction, const std::string& number,
                          std::uint64_t account_id, int applicants, Instant now);
// As submitted, with the first row of its history. nullopt: the permit has an open case already;
// the caller abandons the transaction.
std::optional<std::uint64_t> InsertCase(Transaction& transaction, const NewCase& fresh,
                                        const std::string& actor, Instant now);

enum class MoveRefusal {
  kUnknownCase,
  kNotPossible,  // the state has no edge for the event
  kOvertaken,    // somebody else moved the case meanwhile
};
struct CaseMove {
  CaseState from = CaseState::kSubmitted;
  CaseState to = CaseState::kSubmitted;
  std::uint64_t history_id = 0;
};
struct RefusedMove {
  MoveRefusal reason;
  CaseState from = CaseState::kSubmitted;  // void with kUnknownCase
};
using MoveResult = tl::expected<CaseMove, RefusedMove>;
// The one function that changes a case's state: along an edge of the table, from the state it was
// read in, with a row of history. A refusal has changed nothing. `actor` is "student:NAME",
// "reviewer:NAME", "operator:NAME" or "system".
MoveResult MoveCase(Transaction& transaction, std::uint64_t case_id, CaseEvent event,
                    const std::string& actor, const std::string& opinion, Instant now);

// The same for many that were read locked in `from`, each of them once: all or false. After false
// some may have moved, and the caller gives up the transaction. Not for events that return a case.
struct CaseMoveOf {
  std::uint64_t case_id = 0;
  CaseState from;
  std::string opinion;
};
bool MoveCases(Transaction& transaction, const std::vector<CaseMoveOf>& moves, CaseEvent event,
               const std::string& actor, Instant now);

struct CaseHistoryRow {
  std::uint64_t id = 0;
  Instant at;
  std::string actor;
  std::optional<CaseEvent> event;  // none: the submission
  std::optional<CaseState> from;
  CaseState to = CaseState::kSubmitted;
  std::string opinion;
};
std::vector<CaseHistoryRow> CaseHistory(Executor& executor, std::uint64_t case_id);

enum class RemarkKind { kField, kFile };
struct CaseRemark {
  std::uint64_t history_id = 0;  // the return that it was given with
  RemarkKind kind = RemarkKind::kField;
  std::string target;  // the field's name, or the upload's id
  std::string remark;
};
void InsertRemark(Transaction& transaction, std::uint64_t case_id, const CaseRemark& remark);
std::vector<CaseRemark> CaseRemarks(Executor& executor, std::uint64_t case_id);

// What a correction changed, kept with its row of history.
struct CaseChange {
  std::uint64_t history_id = 0;
  FieldChange change;
};
void InsertChange(Transaction& transaction, std::uint64_t case_id, const CaseChange& change);
std::vector<CaseChange> CaseChanges(Executor& executor, std::uint64_t case_id);

struct CaseFile {
  std::string id;
  std::string slot;
  std::string name;
  std::string mime;
  std::uint64_t size = 0;
  std::string sha256;
  Instant created_at;
  std::optional<Instant> replaced_at;  // no longer counts
  std::optional<ScanState> scan;
  std::string finding;                // of one that is quarantined
  std::optional<Instant> removed_at;  // its bytes, as long after the case's end as settings say
  FileFaults faults;
};
std::vector<CaseFile> CaseFiles(Executor& executor, std::uint64_t case_id);

}  // namespace permit::sql
