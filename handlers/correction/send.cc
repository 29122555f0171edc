#include "handlers/correction/correction.h"
#include "handlers/correction/pending_correction.h"
#include "handlers/correction/reviewers_request.h"
#include "handlers/form/register_record.h"
#include "handlers/rules/data_change.h"
#include "handlers/web/idempotency.h"
#include "handlers/web/own_case.h"
#include "handlers/web/page_fields.h"
#include "handlers/web/paths.h"
#include "sql/claim_store.h"
#include "sql/correction_store.h"
#include "sql/kept_form_store.h"

namespace permit {
namespace {

// The case takes over the correction and goes back to the review that returned it.
std::string Send(const Context& context, sql::Transaction& transaction) {
  const std::string receipt{context.PathValue("receipt")};
  auto found = LockReturned(transaction, context.visitor->applicant_id, receipt);
  if (!found) {
    transaction.Abandon();
    return CorrectionPath(receipt);
  }
  const PendingCorrection correction =
      ReadPendingCorrection(transaction, *found, context.visitor->account_id);
  if (correction.held.draft_id.empty()) {  // nothing was prepared
    transaction.Abandon();
    return CorrectionPath(receipt);
  }
  const ReviewersRequest request = ReadRequest(transaction, found->id);
  if (!FindCorrectionErrors(context, correction, request).empty() ||
      !FormErrorsOf(correction).empty()) {
    transaction.Abandon();
    return CorrectionFormPath(receipt) + "?check=yes";
  }
  // The page of the check has asked about it.
  if (ChangesNothing(correction) && context.request.form.Get(kUnchangedField) != "yes") {
    transaction.Abandon();
    return CorrectionCheckPath(receipt);
  }
  const FormValues sent = found->form;
  const FormValues form = correction.documents_only()
                              ? found->form
                              : TidyForm(found->service, correction.held.values, sent);
  sql::AdoptCorrection(transaction, found->id, correction.held.draft_id, form, context.now());
  const sql::MoveResult moved =
      sql::MoveCase(transaction, found->id, CaseEvent::kAnswer,
                    "student:" + context.visitor->login_name, correction.held.reply, context.now());
  sql::ForgetKeptForm(transaction, context.visitor->account_id, CorrectionFormPath(receipt));
  const sql::Applicant applicant = sql::FindApplicant(transaction, found->applicant_id).value();
  sql::WriteClaims(transaction, found->id, ClaimsAgainst(applicant, form));
  for (FieldChange& change : Differences(found->service, sent, form)) {
    sql::InsertChange(transaction, found->id, {moved.value().history_id, std::move(change)});
  }
  return CorrectionDonePath(receipt);
}

}  // namespace

Response SendCorrection(Context& context) {
  if (!IsReturned(FindOwnCase(context).state)) return AfterCorrection(context);
  return RunOnce(context,
                 [&](sql::Transaction& transaction) { return Send(context, transaction); });
}

}  // namespace permit
