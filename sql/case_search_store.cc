#include "sql/case_search_store.h"

#include "sql/database.h"
#include "sql/form_json.h"
#include "sql/queries.h"

namespace permit::sql {
namespace {

using namespace std::chrono_literals;

std::string Joined(const std::vector<CaseState>& states) {
  std::string joined;
  for (CaseState state : states) {
    if (!joined.empty()) joined += ',';
    joined += Code(state);
  }
  return joined;
}

Instant Begin(const std::optional<Date>& from) {
  return from ? StartOfDay(*from) : StartOfDay(Date{1970y / 1 / 2});
}

Instant End(const std::optional<Date>& to) {
  return StartOfDay(to ? AddDays(*to, 1) : Date{9999y / 12 / 31});
}

std::optional<ReviewStage> ReturnedBy(const Row& row) {
  auto code = row.OptionalText("returned_by");
  return code ? ReviewStageFromCode(*code) : std::nullopt;
}

FoundCase ReadFound(const Row& row) {
  return {.group_number = row.Text("group_number"),
          .applicant_name = row.Text("chinese_name"),
          .receipt_number = row.Text("receipt_number"),
          .service = ServiceFromCode(row.Text("service")).value(),
          .state = CaseStateFromCode(row.Text("state")).value(),
          .returned_by = ReturnedBy(row),
          .applicants = static_cast<int>(row.Int("applicants")),
          .submitted_at = row.Time("submitted_at"),
          .state_since = row.Time("state_since")};
}

GroupMember ReadMember(const Row& row) {
  return {.case_id = row.Uint("id"),
          .receipt_number = row.Text("receipt_number"),
          .state = CaseStateFromCode(row.Text("state")).value(),
          .returned_by = ReturnedBy(row),
          .form = ReadFormJson(row.Text("form")),
          .chinese_name = row.Text("chinese_name"),
          .english_name = row.Text("surname") + " " + row.Text("given_name")};
}

}  // namespace

FoundCases SearchCases(Executor& executor, std::uint64_t applicant_id, const CaseFilter& filter,
                       int limit, std::int64_t offset) {
  const std::string service{filter.service ? Code(*filter.service) : std::string_view()};
  const std::string states = Joined(filter.states);
  FoundCases found;
  for (const Row& row :
       executor.Query(queries::kCaseSearch,
                      {applicant_id, filter.group_number, filter.group_number,
                       filter.receipt_number, filter.receipt_number, service, service, states,
                       states, Begin(filter.from), End(filter.to), limit, offset})) {
    found.cases.push_back(ReadFound(row));
    found.total = row.Int("found");
  }
  return found;
}

std::optional<CaseGroup> FindGroup(Executor& executor, std::uint64_t applicant_id,
                                   std::string_view group_number) {
  std::optional<CaseGroup> group;
  for (const Row& row : executor.Query(queries::kCaseGroupMembers, {group_number, applicant_id})) {
    if (!group) {
      group = CaseGroup{.number = row.Text("group_number"),
                        .service = ServiceFromCode(row.Text("service")).value(),
                        .applicants = static_cast<int>(row.Int("applicants")),
                        .submitted_at = row.Time("submitted_at"),
                        .members = {}};
    }
    group->members.push_back(ReadMember(row));
  }
  return group;
}

std::optional<std::string> FindGroupNumber(Executor& executor, std::uint64_t applicant_id,
                                           std::string_view receipt_number) {
  auto row = executor.QueryOne(queries::kCaseGroupOfReceipt, {receipt_number, applicant_id});
  if (!row) return std::nullopt;
  return row->Text("group_number");
}

}  // namespace permit::sql
