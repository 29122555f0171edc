#include "handlers/correction/correction.h"
#include "handlers/correction/pending_correction.h"
#include "handlers/correction/reviewers_request.h"
#include "handlers/web/case_waits.h"
#include "handlers/web/frame.h"
#include "handlers/web/own_case.h"
#include "handlers/web/paths.h"
#include "views/pages/correction_pages.h"

namespace permit {

Response CheckCorrection(Context& context) {
  const std::string receipt{context.PathValue("receipt")};
  sql::Case found = FindOwnCase(context);
  if (!IsReturned(found.state)) return Response::SeeOther(CorrectionPath(receipt));
  const PendingCorrection correction = ReadPendingCorrection(
      context.services.database, std::move(found), context.visitor->account_id);
  const ReviewersRequest request = ReadRequest(context.services.database, correction.of.id);
  if (!FindCorrectionErrors(context, correction, request).empty() ||
      !FormErrorsOf(correction).empty()) {
    return Response::SeeOther(CorrectionFormPath(receipt) + "?check=yes");
  }
  views::CorrectionCheck page;
  page.path = CorrectionCheckPath(receipt);
  page.idempotency_key = context.services.random.Uuid();
  page.receipt_number = receipt;
  page.state = correction.of.state;
  page.last_day = LastDayOf(correction.of.state, correction.of.state_since,
                            CaseWaitsOf(context.services.settings), context.today());
  page.reply = correction.held.reply;
  page.answers.service = correction.of.service;
  const FormValues sent = correction.of.form;
  page.answers.values = correction.documents_only()
                            ? sent
                            : TidyForm(correction.of.service, correction.held.values, sent);
  page.answers.sent_before = sent;
  page.answers.files = AnsweredFiles(correction);
  page.claims = ClaimsOf(context, correction.of, page.answers.values);
  page.warnings = WarningsOf(correction);
  page.form = CorrectionFormPath(receipt);
  page.unchanged = ChangesNothing(correction);
  page.answers.change_link = [form = page.form,
                              open = OpenNames(correction, request, {})](std::string_view name) {
    const bool opens = !open || open->contains(name);
    return form + (opens ? "#" : "?all=yes#") + std::string(name);
  };
  page.answers.fields_fixed = correction.documents_only();
  views::PageFrame frame = Frame(context);
  frame.place = views::MenuPlace::kCorrections;
  return Response::Html(RenderCorrectionCheck(context.services.renderer, frame, page));
}

}  // namespace permit
