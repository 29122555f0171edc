#include "handlers/correction/answer.h"
#include "handlers/correction/correction.h"
#include "handlers/rules/data_change.h"
#include "handlers/web/frame.h"
#include "handlers/web/idempotency.h"
#include "handlers/web/paths.h"
#include "sql/kept_form_store.h"
#include "views/pages/correction_pages.h"

namespace permit {
namespace {

// The act: the case takes over the answer and goes back to the review that returned it.
std::string Send(const Context& context, sql::Transaction& transaction) {
  const std::string receipt{context.PathValue("receipt")};
  auto found = LockReturned(transaction, context.visitor->account_id, receipt);
  auto correction =
      found ? sql::FindCorrection(transaction, found->account_id, found->id) : std::nullopt;
  if (!correction) {
    transaction.Abandon();
    return CorrectionPath(receipt);
  }
  const Answer answer = ReadAnswer(transaction, *found);
  if (!CheckAnswer(context, answer).empty() || !TroublesOf(answer).empty()) {
    transaction.Abandon();
    return CorrectionFormPath(receipt) + "?check=yes";
  }
  const FormValues sent = found->form;
  const FormValues form =
      answer.documents_only() ? found->form : TidyForm(found->service, answer.values, sent);
  sql::AdoptCorrection(transaction, found->id, correction->draft_id, form, context.now());
  const sql::MoveResult moved =
      sql::MoveCase(transaction, found->id, CaseEvent::kAnswer,
                    "student:" + context.visitor->login_name, answer.reply, context.now());
  sql::ForgetKeptForm(transaction, found->account_id, CorrectionFormPath(receipt));
  for (FieldChange& change : Differences(found->service, sent, form)) {
    sql::InsertChange(transaction, found->id, {moved.history_id, std::move(change)});
  }
  return CorrectionDonePath(receipt);
}

}  // namespace

Response CheckCorrection(Context& context) {
  const std::string receipt{context.PathValue("receipt")};
  sql::Database& database = context.services.database;
  auto found = sql::FindCaseOf(database, context.visitor->account_id, receipt);
  if (!found) throw HttpError(404, "the account has no such case");
  if (!IsReturned(found->state)) return Response::SeeOther(CorrectionPath(receipt));
  const Answer answer = ReadAnswer(database, *std::move(found));
  if (!CheckAnswer(context, answer).empty() || !TroublesOf(answer).empty()) {
    return Response::SeeOther(CorrectionFormPath(receipt) + "?check=yes");
  }
  views::CorrectionCheck page;
  page.path = CorrectionCheckPath(receipt);
  page.act = context.services.random.Uuid();
  page.receipt_number = receipt;
  page.reply = answer.reply;
  page.answers.service = answer.of.service;
  const FormValues sent = answer.of.form;
  page.answers.values =
      answer.documents_only() ? sent : TidyForm(answer.of.service, answer.values, sent);
  page.answers.sent_before = sent;
  page.answers.files = AnsweredFiles(answer);
  page.warnings = WarningsOf(answer);
  page.answers.change_link = CorrectionFormPath(receipt);
  page.answers.fields_fixed = answer.documents_only();
  views::PageFrame frame = Frame(context);
  frame.place = views::MenuPlace::kCorrections;
  return Response::Html(RenderCorrectionCheck(context.services.renderer, frame, page));
}

Response SendCorrection(Context& context) {
  const std::string receipt{context.PathValue("receipt")};
  auto found = sql::FindCaseOf(context.services.database, context.visitor->account_id, receipt);
  if (!found) throw HttpError(404, "the account has no such case");
  if (!IsReturned(found->state)) return AfterAnswer(context);
  return RunOnce(context,
                 [&](sql::Transaction& transaction) { return Send(context, transaction); });
}

}  // namespace permit
