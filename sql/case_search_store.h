// Finding a student's own cases: by numbers, service, state and day, and by their group.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "handlers/rules/application_form.h"
#include "handlers/rules/calendar.h"
#include "handlers/rules/case_state.h"

namespace permit::sql {

class Executor;

// What is left empty does not narrow.
struct CaseFilter {
  std::string group_number;
  std::string receipt_number;
  std::optional<Service> service;
  std::vector<CaseState> states;  // any of them
  std::optional<Date> from;       // days of sending, both inclusive
  std::optional<Date> to;
};

struct FoundCase {
  std::string group_number;
  std::string applicant_name;
  std::string receipt_number;
  Service service = Service::kExchange;
  CaseState state = CaseState::kSubmitted;
  std::optional<ReviewStage> returned_by;
  int applicants = 1;
  Instant submitted_at;
  Instant state_since;
};

struct FoundCases {
  std::vector<FoundCase> cases;  // newest first
  std::int64_t total = 0;        // without paging; 0 beyond the last page
};

FoundCases SearchCases(Executor& executor, std::uint64_t applicant_id, const CaseFilter& filter,
                       int limit, std::int64_t offset = 0);

struct GroupMember {
  std::uint64_t case_id = 0;
  std::string receipt_number;
  CaseState state = CaseState::kSubmitted;
  std::optional<ReviewStage> returned_by;
  FormValues form;  // as sent
  std::string chinese_name;
  std::string english_name;
};

struct CaseGroup {
  std::string number;
  Service service = Service::kExchange;
  int applicants = 1;
  Instant submitted_at;
  std::vector<GroupMember> members;  // never empty
};

// nullopt: there is none, or it is another applicant's.
std::optional<CaseGroup> FindGroup(Executor& executor, std::uint64_t applicant_id,
                                   std::string_view group_number);
std::optional<std::string> FindGroupNumber(Executor& executor, std::uint64_t applicant_id,
                                           std::string_view receipt_number);

}  // namespace permit::sql
