// A group of the student's cases, as its pages show it.
#pragma once

#include "sql/case_search_store.h"
#include "views/layout/group_detail.h"

namespace permit {

views::GroupFacts FactsOf(const sql::CaseGroup& group);
views::GroupMember MemberOf(const sql::GroupMember& member);

}  // namespace permit
