// Withdrawing a case: the search, the group's detail, the declaration, and the last question.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "handlers/rules/calendar.h"
#include "handlers/rules/case_state.h"
#include "handlers/rules/field_error.h"
#include "views/layout/group_detail.h"
#include "views/page.h"

namespace permit::views {

struct WithdrawalSearchLine {
  std::string group_number;
  std::string receipt_number;
  Service service = Service::kExchange;
  CaseState state = CaseState::kSubmitted;
  Date submitted_on;
};

// Field names of the form are the members' names.
struct WithdrawalSearch {
  std::string group;
  std::string receipt;
  FieldErrors errors;
  bool not_found = false;
  std::vector<WithdrawalSearchLine> possible;  // cases that can be withdrawn now
};

struct WithdrawalMember {
  GroupMember facts;
  bool can_withdraw = false;
};

// How an attempt at this case ended, said at the top of the group's page.
struct WithdrawalOutcome {
  std::string receipt_number;
  CaseState state = CaseState::kWithdrawn;  // withdrawn, or the state that made it fail
};

struct WithdrawalDetail {
  GroupFacts group;
  std::vector<WithdrawalMember> members;
  std::optional<WithdrawalOutcome> outcome;
};

struct WithdrawalDeclaration {
  std::string group_number;
  std::string receipt_number;
  std::string applicant_name;
  Service service = Service::kExchange;
  CaseState state = CaseState::kSubmitted;
  bool not_agreed = false;  // it was sent without the tick
};

struct WithdrawalQuestion {
  std::string group_number;
  std::string receipt_number;
  std::string applicant_name;
  Service service = Service::kExchange;
  std::string idempotency_key;
};

std::string RenderWithdrawalSearch(const Renderer& renderer, const PageFrame& frame,
                                   const WithdrawalSearch& data);
std::string RenderWithdrawalDetail(const Renderer& renderer, const PageFrame& frame,
                                   const WithdrawalDetail& data);
std::string RenderWithdrawalDeclaration(const Renderer& renderer, const PageFrame& frame,
                                        const WithdrawalDeclaration& data);
std::string RenderWithdrawalQuestion(const Renderer& renderer, const PageFrame& frame,
                                     const WithdrawalQuestion& data);

}  // namespace permit::views
