#include "views/pages/todo_pages.h"

#include <algorithm>

#include "handlers/rules/todo_block.h"
#include "views/renderer.h"
#include "views/words/case_words.h"

namespace permit::views {
namespace {

std::string BlockTitle(const Translator& tr, TodoBlock block) {
  switch (block) {
    case TodoBlock::kNew:
      return tr("New applications");
    case TodoBlock::kReturned:
      return tr("Applications awaiting corrections or documents");
    case TodoBlock::kAwaitingPayment:
      return tr("Applications awaiting payment");
    case TodoBlock::kGroupRefused:
      return tr("Groups not accepted or not approved");
    case TodoBlock::kRefused:
      return tr("Applications not accepted or not approved");
  }
  return {};
}

// The other blocks hold one state each, which their title says.
bool ShowsState(TodoBlock block) {
  switch (block) {
    case TodoBlock::kNew:
    case TodoBlock::kGroupRefused:
    case TodoBlock::kRefused:
      return true;
    case TodoBlock::kReturned:
    case TodoBlock::kAwaitingPayment:
      return false;
  }
  return false;
}

std::string TabName(const Translator& tr, Service service) {
  switch (service) {
    case Service::kExchange:
      return tr("Multiple-entry permit");
    case Service::kExtension:
      return tr("Extension");
    case Service::kDataChange:
      return tr("Change of data");
  }
  return {};
}

void AddAnnouncements(Dictionary& content, const std::vector<AnnouncementLine>& lines) {
  if (lines.empty()) {
    content.Show("NO_ANNOUNCEMENTS");
    return;
  }
  Dictionary table = content.Add("HAS_ANNOUNCEMENTS");
  for (const AnnouncementLine& line : lines) {
    Dictionary row = table.Add("ANNOUNCEMENT");
    row.Number("ID", static_cast<std::int64_t>(line.id))
        .Text("TITLE", line.title)
        .Text("UNIT", line.unit)
        .Text("PUBLISHED_ON", FormatDate(line.published_on))
        .ShowIf(line.important, "IMPORTANT");
  }
}

bool StandsIn(const TodoCase& item, Service service, TodoBlock block) {
  return item.service == service && BlockOf(item.state, item.whole_group_refused) == block;
}

// A returned case is looked at where it is answered.
std::string_view PlaceOf(TodoBlock block) {
  return block == TodoBlock::kReturned ? "corrections" : "cases";
}

void AddRow(Dictionary& table, const Translator& tr, const TodoCase& item, TodoBlock block,
            int number) {
  Dictionary row = table.Add("ROW");
  row.Number("NUMBER", number)
      .Text("APPLICANT", item.applicant_name)
      .Text("RECEIPT", item.receipt_number)
      .Number("APPLICANTS", item.applicants)
      .Text("SENT_ON", FormatDate(item.submitted_on))
      .Text("PLACE", PlaceOf(block));
  if (!ShowsState(block)) return;
  Dictionary state = row.Add("STATE_CELL");
  FillState(state, tr, item.state);
}

int AddBlock(Dictionary& panel, const Translator& tr, const TodoPage& data, Service service,
             TodoBlock block) {
  Dictionary place = panel.Add("BLOCK");
  place.Text("TITLE", BlockTitle(tr, block));
  auto in_block = [&](const TodoCase& item) { return StandsIn(item, service, block); };
  auto count = std::count_if(data.cases.begin(), data.cases.end(), in_block);
  if (count == 0) {
    place.Show("EMPTY");
    return 0;
  }
  place.Add("COUNTED").Number("COUNT", count);
  Dictionary table = place.Add("TABLE");
  table.ShowIf(ShowsState(block), "WITH_STATE");
  int number = 0;
  for (const TodoCase& item : data.cases) {
    if (in_block(item)) AddRow(table, tr, item, block, ++number);
  }
  return number;
}

int AddDrafts(Dictionary& panel, const TodoPage& data, Service service) {
  auto of_service = [&](const TodoDraft& draft) { return draft.service == service; };
  if (std::none_of(data.drafts.begin(), data.drafts.end(), of_service)) return 0;
  Dictionary drafts = panel.Add("DRAFTS");
  int count = 0;
  for (const TodoDraft& draft : data.drafts) {
    if (!of_service(draft)) continue;
    ++count;
    drafts.Add("DRAFT")
        .Text("ID", draft.id)
        .Text("PERMIT_NUMBER", draft.permit_number)
        .Text("UPDATED", FormatTime(draft.updated_at))
        .Text("KEPT_UNTIL", FormatDate(draft.kept_until));
  }
  return count;
}

}  // namespace

std::string RenderTodo(const Renderer& renderer, const PageFrame& frame, const TodoPage& data) {
  Page page(renderer, frame, "pages/todo.tpl");
  const Translator& tr = page.tr();
  page.Title(tr("To-do list"));
  page.Wide();
  AddStudent(page.content(), tr, data.student);
  AddAnnouncements(page.content(), data.announcements);
  const bool important = std::any_of(data.announcements.begin(), data.announcements.end(),
                                     [](const AnnouncementLine& line) { return line.important; });
  page.content().ShowIf(important, "ANY_IMPORTANT");
  for (Service service : kServices) {
    bool first = service == kServices[0];
    Dictionary panel = page.content().Add("PANEL");
    panel.Text("CODE", Code(service)).Text("NAME", TabName(tr, service));
    panel.ShowIf(!first, "LATER");
    int count = AddDrafts(panel, data, service);
    for (TodoBlock block : kTodoBlocks) count += AddBlock(panel, tr, data, service, block);
    Dictionary tab = page.content().Add("TAB");
    tab.Text("CODE", Code(service)).Text("NAME", TabName(tr, service)).Number("COUNT", count);
    tab.ShowIf(first, "FIRST");
  }
  return page.Html();
}

std::string RenderAnnouncements(const Renderer& renderer, const PageFrame& frame,
                                const AnnouncementsPage& data) {
  Page page(renderer, frame, "pages/announcements.tpl");
  page.Title(page.tr()("Notice board"));
  page.Wide();
  AddAnnouncements(page.content(), data.announcements);
  return page.Html();
}

std::string RenderAnnouncement(const Renderer& renderer, const PageFrame& frame,
                               const AnnouncementPage& data) {
  Page page(renderer, frame, "pages/announcement.tpl");
  page.Title(data.head.title);
  page.content()
      .Text("TITLE", data.head.title)
      .Text("UNIT", data.head.unit)
      .Text("PUBLISHED_ON", FormatDate(data.head.published_on))
      .ShowIf(data.head.important, "IMPORTANT");
  std::string_view rest = data.body;
  while (!rest.empty()) {
    std::size_t end = rest.find("\n\n");
    page.content().ShowText("PARAGRAPH", rest.substr(0, end));
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 2);
  }
  return page.Html();
}

}  // namespace permit::views
