#include <algorithm>
#include <iterator>

#include "handlers/application/draft.h"
#include "handlers/form/merge.h"
#include "handlers/web/frame.h"
#include "handlers/web/paths.h"
#include "views/layout/claims.h"
#include "views/layout/kept_form.h"
#include "views/pages/application_pages.h"
#include "views/pages/section_list_page.h"
#include "views/translator.h"

namespace permit {
namespace {

views::PageFrame FrameOf(Context& context, const OpenDraft& draft, const FormPlace& place) {
  views::PageFrame frame = Frame(context);
  // A POST has no query of its own: the language is switched on the page that it came from.
  const std::string path = PlacePath(DraftPath(draft.id), place);
  const std::size_t query = path.find('?');
  frame.path = path.substr(0, query);
  if (context.request.method == Method::kPost) {
    frame.query = query == std::string::npos ? "" : path.substr(query + 1);
  }
  frame.place = views::PlaceOf(draft.service);
  if (context.request.query.Get("saved") == "yes") {
    frame.query.clear();
    frame.notices.push_back(views::DraftSavedNotice(context.services.renderer, context.language,
                                                    context.services.settings.draft_days));
  }
  if (context.shows_kept_form) {
    frame.path = DraftPath(draft.id);
    frame.notices.push_back(
        views::KeptFormNotice(context.services.renderer, context.language, true));
  }
  if (!draft.register_changed.empty()) {
    frame.notices.push_back(
        {views::NoticeKind::kInformation,
         views::RegisterChangedText(views::Translator(context.services.renderer, context.language),
                                    draft.service, draft.register_changed)});
  }
  return frame;
}

// Nothing given yet is wrong only where it is said.
views::SectionLine LineOf(const OpenDraft& draft, FormPart part, const FieldErrors& errors,
                          bool said) {
  PartState state = StateOf(draft.service, part, errors);
  if (said && state == PartState::kToDo) state = PartState::kWrong;
  const bool infected =
      std::any_of(draft.files.begin(), draft.files.end(), [&](const sql::DraftFile& file) {
        return file.scan == ScanState::kQuarantined && PartOf(draft.service, file.slot) == part;
      });
  return {part, SectionPath(DraftPath(draft.id), part), infected ? PartState::kWrong : state};
}

std::string ListPage(Context& context, const OpenDraft& draft, DraftRemarks remarks) {
  views::SectionListPage page;
  page.service = draft.service;
  page.path = DraftPath(draft.id);
  page.permit_number = draft.permit_number;
  page.revision = RevisionOf(HeldFormOf(draft));
  page.page = context.services.random.Uuid();
  page.eligibility = remarks.eligibility;
  const FieldErrors errors = ReadDraft(context, draft).errors;
  page.sections.reserve(std::size(kFormParts));
  for (FormPart part : kFormParts) {
    page.sections.push_back(LineOf(draft, part, errors, !remarks.errors.empty()));
  }
  page.errors = std::move(remarks.errors);
  page.form_errors = std::move(remarks.form_errors);
  return views::RenderSectionList(context.services.renderer, FrameOf(context, draft, remarks.place),
                                  page);
}

std::string SectionPage(Context& context, const OpenDraft& draft, const FormValues& values,
                        DraftRemarks remarks) {
  const FormPlace place = remarks.place;
  views::ApplicationSectionPage page;
  page.form = FormPageOf(context, draft, values, std::move(remarks));
  page.part = *place.part;
  page.from_check = place.from_check;
  page.back = place.from_check ? CheckAnswersPath(draft.id) : DraftPath(draft.id);
  page.form.content.titled = false;
  page.form.content.shown.emplace();
  for (std::string_view name : NamesIn(draft.service, page.part)) {
    page.form.content.shown->emplace(name);
  }
  return views::RenderApplicationSection(context.services.renderer, FrameOf(context, draft, place),
                                         page);
}

bool AllIn(Service service, FormPart part, const FieldErrors& errors) {
  return ErrorsIn(service, part, errors).size() == errors.size();
}

}  // namespace

Response DraftResponse(Context& context, const OpenDraft& draft, const FormValues& values,
                       DraftRemarks remarks) {
  const bool refused = !remarks.errors.empty() || remarks.eligibility.refusal ||
                       !remarks.form_errors.empty() || !remarks.conflicts.empty();
  const int status = refused && context.request.method == Method::kPost ? 422 : 200;
  const FormPlace& place = remarks.place;
  if (place.list && remarks.conflicts.empty()) {
    return Response::Html(ListPage(context, draft, std::move(remarks)), status);
  }
  if (place.part && AllIn(draft.service, *place.part, remarks.errors)) {
    return Response::Html(SectionPage(context, draft, values, std::move(remarks)), status);
  }
  remarks.place = {.part = {}, .whole = true};
  const views::PageFrame frame = FrameOf(context, draft, remarks.place);
  const auto page = FormPageOf(context, draft, values, std::move(remarks));
  return Response::Html(views::RenderApplicationForm(context.services.renderer, frame, page),
                        status);
}

}  // namespace permit
