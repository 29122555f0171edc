#include "handlers/correction/correction.h"
#include "handlers/correction/pending_correction.h"
#include "handlers/web/frame.h"
#include "handlers/web/own_case.h"
#include "handlers/web/paths.h"
#include "views/pages/correction_pages.h"

namespace permit {

Response ShowCorrectionDone(Context& context) {
  const sql::Case found = FindOwnCase(context);
  if (IsReturned(found.state)) return Response::SeeOther(CorrectionPath(found.receipt_number));
  views::PageFrame frame = Frame(context);
  frame.place = views::MenuPlace::kCorrections;
  return Response::Html(
      RenderCorrectionDone(context.services.renderer, frame, {found.receipt_number, found.state}));
}

}  // namespace permit
