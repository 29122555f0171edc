// A group of cases as the pages for correction and withdrawal show it: its facts and its members.
//
// The facts fill `layout/group_facts.tpl`, a member the cells of `layout/member_cells.tpl`; what
// can be done with a member is the page's own last column.
#pragma once

#include <optional>
#include <string>

#include "handlers/rules/calendar.h"
#include "handlers/rules/case_state.h"

namespace permit::views {

class Dictionary;
class Translator;

struct GroupFacts {
  std::string group_number;
  std::string applicant_name;
  Service service = Service::kExchange;
  int applicants = 1;
  Date submitted_on;
};

struct GroupMember {
  std::string receipt_number;
  std::string chinese_name;
  std::string english_name;
  std::string passport_number;
  CaseState state = CaseState::kSubmitted;
  std::optional<ReviewStage> returned_by;
};

void FillGroupFacts(Dictionary& place, const Translator& tr, const GroupFacts& facts);

void FillMember(Dictionary& row, const Translator& tr, const GroupMember& member, int number);

}  // namespace permit::views
