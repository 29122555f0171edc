// A case as its student sees it: where it stands, what to do, what was sent, what happened.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "handlers/rules/calendar.h"
#include "views/layout/answers.h"
#include "views/page.h"

namespace permit::views {

enum class CaseActor { kStudent, kAgency, kSystem };

struct CaseHistoryLine {
  Instant at;
  CaseActor actor = CaseActor::kSystem;
  std::optional<CaseEvent> event;  // none: the submission
  CaseState to = CaseState::kSubmitted;
  std::string opinion;
  std::vector<FieldChange> changes;  // that a correction made
};

// A file that a correction replaced.
struct ReplacedFile {
  AnsweredFile file;
  Instant replaced_at;
};

// The permit that the case has ended with, while it holds.
struct IssuedPermit {
  Date stay_until;
  Date extend_from;
  std::string calendar_of_stay;  // paths of the files of these days
  std::string calendar_of_extension;
};

struct CasePage {
  std::string receipt_number;
  std::string group_number;
  std::string applicant_name;
  std::string permit_number;  // that the case starts from
  CaseState state = CaseState::kSubmitted;
  std::optional<ReviewStage> returned_by;
  Instant state_since;
  std::optional<std::chrono::seconds> usual_time;  // in that state
  std::optional<Date> last_day;                    // on which the student may act
  std::string unapplied;  // the payment whose money is looked at by the cashier; empty: none
  std::optional<IssuedPermit> permit = {};
  bool from_progress = false;  // it was opened from the list of the progress of cases
  Instant submitted_at;
  long fee = 0;
  Answers answers;
  std::vector<ReplacedFile> replaced_files;
  std::vector<CaseHistoryLine> history;  // the oldest first
};

std::string RenderCase(const Renderer& renderer, const PageFrame& frame, const CasePage& data);

}  // namespace permit::views
