#include "handlers/correction/correction.h"
#include "handlers/correction/pending_correction.h"
#include "handlers/rules/data_change.h"
#include "handlers/web/frame.h"
#include "handlers/web/idempotency.h"
#include "handlers/web/own_case.h"
#include "handlers/web/paths.h"
#include "sql/kept_form_store.h"
#include "views/pages/correction_pages.h"

namespace permit {
namespace {

// The case takes over the correction and goes back to the review that returned it.
std::string Send(const Context& context, sql::Transaction& transaction) {
  const std::string receipt{context.PathValue("receipt")};
  auto found = LockReturned(transaction, context.visitor->account_id, receipt);
  const auto saved =
      found ? sql::FindCorrection(transaction, found->account_id, found->id) : std::nullopt;
  if (!saved) {
    transaction.Abandon();
    return CorrectionPath(receipt);
  }
  const PendingCorrection correction = ReadPendingCorrection(transaction, *found);
  if (!FindCorrectionErrors(context, correction).empty() || !FormErrorsOf(correction).empty()) {
    transaction.Abandon();
    return CorrectionFormPath(receipt) + "?check=yes";
  }
  const FormValues sent = found->form;
  const FormValues form =
      correction.documents_only() ? found->form : TidyForm(found->service, correction.values, sent);
  sql::AdoptCorrection(transaction, found->id, saved->draft_id, form, context.now());
  const sql::MoveResult moved =
      sql::MoveCase(transaction, found->id, CaseEvent::kAnswer,
                    "student:" + context.visitor->login_name, correction.reply, context.now());
  sql::ForgetKeptForm(transaction, found->account_id, CorrectionFormPath(receipt));
  for (FieldChange& change : Differences(found->service, sent, form)) {
    sql::InsertChange(transaction, found->id, {moved.history_id, std::move(change)});
  }
  return CorrectionDonePath(receipt);
}

}  // namespace

Response CheckCorrection(Context& context) {
  const std::string receipt{context.PathValue("receipt")};
  sql::Case found = FindOwnCase(context);
  if (!IsReturned(found.state)) return Response::SeeOther(CorrectionPath(receipt));
  const PendingCorrection correction =
      ReadPendingCorrection(context.services.database, std::move(found));
  if (!FindCorrectionErrors(context, correction).empty() || !FormErrorsOf(correction).empty()) {
    return Response::SeeOther(CorrectionFormPath(receipt) + "?check=yes");
  }
  views::CorrectionCheck page;
  page.path = CorrectionCheckPath(receipt);
  page.idempotency_key = context.services.random.Uuid();
  page.receipt_number = receipt;
  page.reply = correction.reply;
  page.answers.service = correction.of.service;
  const FormValues sent = correction.of.form;
  page.answers.values =
      correction.documents_only() ? sent : TidyForm(correction.of.service, correction.values, sent);
  page.answers.sent_before = sent;
  page.answers.files = AnsweredFiles(correction);
  page.warnings = WarningsOf(correction);
  page.answers.change_link = CorrectionFormPath(receipt);
  page.answers.fields_fixed = correction.documents_only();
  views::PageFrame frame = Frame(context);
  frame.place = views::MenuPlace::kCorrections;
  return Response::Html(RenderCorrectionCheck(context.services.renderer, frame, page));
}

Response SendCorrection(Context& context) {
  if (!IsReturned(FindOwnCase(context).state)) return AfterCorrection(context);
  return RunOnce(context,
                 [&](sql::Transaction& transaction) { return Send(context, transaction); });
}

}  // namespace permit
