#include "handlers/application/application.h"
#include "handlers/application/draft.h"
#include "handlers/form/register_record.h"
#include "handlers/web/frame.h"
#include "handlers/web/paths.h"
#include "views/pages/application_pages.h"

namespace permit {

Response CheckAnswers(Context& context) {
  const std::string id(context.PathValue("id"));
  auto draft = FindDraft(context.services.database, context.visitor->account_id, id);
  if (!draft) return AfterDraft(context, id);
  DraftReading reading = ReadDraft(context, *draft);
  if (!reading.may_be_sent()) return Response::SeeOther(DraftPath(id) + "?check=yes");

  views::CheckAnswersPage page;
  page.path = DraftPath(id);
  page.idempotency_key = id;
  page.permit_number = draft->permit_number;
  page.answers.service = draft->service;
  page.answers.values = std::move(reading.values);
  page.answers.files = AnsweredFiles(*draft);
  page.answers.change_link = [path = page.path, service = draft->service](std::string_view name) {
    return ChangePath(path, service, name);
  };
  page.answers.sections = page.path;
  if (draft->on_record) page.answers.on_record = *draft->on_record;
  page.claims = ClaimsAgainst(draft->applicant, page.answers.values);
  page.warnings = std::move(reading.warnings);
  views::PageFrame frame = Frame(context);
  frame.place = views::PlaceOf(draft->service);
  return Response::Html(views::RenderCheckAnswers(context.services.renderer, frame, page));
}

}  // namespace permit
