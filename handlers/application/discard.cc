#include "handlers/application/application.h"
#include "handlers/application/draft.h"
#include "handlers/web/frame.h"
#include "handlers/web/idempotency.h"
#include "handlers/web/paths.h"
#include "sql/kept_form_store.h"
#include "views/pages/application_pages.h"

namespace permit {
Response AskToDiscard(Context& context) {
  const std::string id(context.PathValue("id"));
  auto draft = sql::FindDraftOf(context.services.database, context.visitor->account_id, id);
  if (!draft) return AfterDraft(context, id);
  views::DiscardDraftPage page;
  page.service = draft->service;
  page.path = DraftPath(id);
  page.idempotency_key = context.services.random.Uuid();
  page.permit_number = draft->permit_number;
  page.updated_at = draft->updated_at;
  page.files = static_cast<int>(draft->files.size());
  views::PageFrame frame = Frame(context);
  frame.place = views::PlaceOf(draft->service);
  return Response::Html(views::RenderDiscardDraft(context.services.renderer, frame, page));
}

Response DiscardDraft(Context& context) {
  const std::string id(context.PathValue("id"));
  return RunOnce(context, [&](sql::Transaction& transaction) {
    if (!sql::LockDraftOf(transaction, context.visitor->account_id, id)) {
      throw HttpError(404, "the account has no such draft");
    }
    sql::DeleteDraft(transaction, id);
    sql::ForgetKeptForm(transaction, context.visitor->account_id, DraftPath(id));
    return std::string(kTodoAfterDiscard);
  });
}

}  // namespace permit
