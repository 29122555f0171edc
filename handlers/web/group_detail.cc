#include "handlers/web/group_detail.h"

namespace permit {

views::GroupFacts FactsOf(const sql::CaseGroup& group) {
  return {.group_number = group.number,
          .applicant_name = group.members.front().chinese_name,
          .service = group.service,
          .applicants = group.applicants,
          .submitted_on = TaipeiDate(group.submitted_at)};
}

views::GroupMember MemberOf(const sql::GroupMember& member) {
  auto passport = member.form.find("passport_number");
  return {.receipt_number = member.receipt_number,
          .chinese_name = member.chinese_name,
          .english_name = member.english_name,
          .passport_number = passport == member.form.end() ? std::string() : passport->second,
          .state = member.state,
          .returned_by = member.returned_by};
}

}  // namespace permit
