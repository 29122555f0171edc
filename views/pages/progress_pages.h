// Looking up the progress of one's cases: the search and its list.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "handlers/rules/calendar.h"
#include "handlers/rules/case_state.h"
#include "handlers/rules/field_error.h"
#include "views/page.h"

namespace permit::views {

// As typed. Field names of the form are the members' names.
struct ProgressSearch {
  std::string group;
  std::string receipt;
  std::string service;
  std::string stage;
  std::string from;
  std::string to;
  FieldErrors errors;
};

struct ProgressLine {
  std::string group_number;
  std::string applicant_name;
  Service service = Service::kExchange;
  std::string receipt_number;
  CaseState state = CaseState::kSubmitted;
  int applicants = 1;
  Date submitted_on;
};

struct ProgressList {
  std::vector<ProgressLine> lines;
  std::int64_t first = 1;   // number of the first line
  std::int64_t total = 0;   // of all pages
  std::string search_link;  // back at the search, filled in
  std::string previous_link;
  std::string next_link;  // empty: no such page
};

std::string RenderProgressSearch(const Renderer& renderer, const PageFrame& frame,
                                 const ProgressSearch& data);
std::string RenderProgressList(const Renderer& renderer, const PageFrame& frame,
                               const ProgressList& data);

}  // namespace permit::views
