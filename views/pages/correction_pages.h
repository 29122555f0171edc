// Answering a return: the list of returned cases, the detail, the form, and the completion.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "handlers/rules/calendar.h"
#include "handlers/rules/case_state.h"
#include "views/fields/application_fields.h"
#include "views/layout/group_detail.h"
#include "views/page.h"

namespace permit::views {

struct CorrectionLine {
  std::string group_number;
  std::string applicant_name;
  Service service = Service::kExchange;
  std::string receipt_number;
  CaseState state = CaseState::kReturnedForCorrection;
  std::optional<ReviewStage> returned_by;
  int applicants = 1;
  Date submitted_on;
  std::optional<Date> last_day;  // of the correction
};

struct CorrectionList {
  std::vector<CorrectionLine> lines;
};

struct CorrectionDetail {
  GroupFacts group;
  std::vector<GroupMember> members;                     // those that were returned
  CaseState state = CaseState::kReturnedForCorrection;  // of the case that was asked for
  std::optional<Date> last_day;
};

struct CorrectionForm {
  std::string path;  // of the form
  std::string receipt_number;
  std::optional<ReviewStage> returned_by;
  Instant returned_at;
  CaseState state = CaseState::kReturnedForCorrection;
  std::optional<Date> last_day;
  std::string opinion;
  std::string reply;
  bool saved = false;
  bool kept = false;            // shows what was sent after the session had ended
  bool asks_for_parts = false;  // there is a shorter form, of what was asked for
  FormContent content;          // fields_fixed: only documents were asked for
};

// What would be sent, with what it changes marked.
struct CorrectionCheck {
  std::string path;
  std::string form;        // path of the form
  bool unchanged = false;  // would be sent as the case stands, which is asked about
  std::string idempotency_key;
  std::string receipt_number;
  CaseState state = CaseState::kReturnedForCorrection;
  std::optional<Date> last_day;
  Answers answers;
  std::vector<FieldChange> claims;  // what differs from the register
  FieldErrors warnings;             // of slots
  std::string reply;
};
std::string RenderCorrectionCheck(const Renderer& renderer, const PageFrame& frame,
                                  const CorrectionCheck& data);

struct CorrectionDone {
  std::string receipt_number;
  CaseState state = CaseState::kFirstReview;
};

std::string RenderCorrectionList(const Renderer& renderer, const PageFrame& frame,
                                 const CorrectionList& data);
std::string RenderCorrectionDetail(const Renderer& renderer, const PageFrame& frame,
                                   const CorrectionDetail& data);
std::string RenderCorrectionForm(const Renderer& renderer, const PageFrame& frame,
                                 const CorrectionForm& data);
std::string RenderCorrectionDone(const Renderer& renderer, const PageFrame& frame,
                                 const CorrectionDone& data);

}  // namespace permit::views
