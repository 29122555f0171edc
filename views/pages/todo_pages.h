// The to-do page and the announcements it leads to.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "handlers/rules/calendar.h"
#include "handlers/rules/case_state.h"
#include "views/page.h"
#include "views/pages/todo_student.h"

namespace permit::views {

// In the page's language.
struct AnnouncementLine {
  std::uint64_t id = 0;
  bool important = false;
  std::string title;
  std::string unit;
  Date published_on;
};

struct TodoCase {
  Service service = Service::kExchange;
  std::string applicant_name;
  std::string receipt_number;
  int applicants = 1;
  CaseState state = CaseState::kSubmitted;
  bool whole_group_refused = false;
  Date submitted_on;
};

struct TodoDraft {
  std::string id;
  Service service = Service::kExchange;
  std::string permit_number;
  Instant updated_at;
  Date kept_until;  // the last day
};

struct TodoPage {
  TodoStudent student;
  std::vector<AnnouncementLine> announcements;  // the newest few
  std::vector<TodoCase> cases;                  // newest first; finished ones may be among them
  std::vector<TodoDraft> drafts;
};

struct AnnouncementsPage {
  std::vector<AnnouncementLine> announcements;
};

struct AnnouncementPage {
  AnnouncementLine head;
  std::string body;  // paragraphs are parted by empty lines
};

std::string RenderTodo(const Renderer& renderer, const PageFrame& frame, const TodoPage& data);
std::string RenderAnnouncements(const Renderer& renderer, const PageFrame& frame,
                                const AnnouncementsPage& data);
std::string RenderAnnouncement(const Renderer& renderer, const PageFrame& frame,
                               const AnnouncementPage& data);

}  // namespace permit::views
