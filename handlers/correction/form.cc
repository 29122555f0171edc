#include "handlers/correction/correction.h"
#include "handlers/correction/pending_correction.h"
#include "handlers/correction/reviewers_request.h"
#include "handlers/form/asked_mailbox.h"
#include "handlers/form/form_place.h"
#include "handlers/form/merge.h"
#include "handlers/form/saved_form.h"
#include "handlers/form/uploads.h"
#include "handlers/web/kept_form.h"
#include "handlers/web/own_case.h"
#include "handlers/web/paths.h"
#include "sql/account_store.h"

namespace permit {
namespace {

void TakeTyped(const TypedForm& typed, PendingCorrection& correction) {
  correction.held.values = typed.values;
  correction.held.reply = typed.reply;
}

// `correction` is read under the lock; nullopt then: the case is no longer returned. `account_id`
// sends the form.
SavedForm FormOf(const sql::Case& of, std::uint64_t account_id,
                 std::optional<PendingCorrection>& correction) {
  return {.path = CorrectionFormPath(of.receipt_number),
          .service = of.service,
          .restores_files = true,
          .lock = [&, account_id](sql::Transaction& transaction) {
            correction.reset();
            auto locked = LockReturned(transaction, of.applicant_id, of.receipt_number);
            if (locked) {
              correction = ReadPendingCorrection(transaction, *std::move(locked), account_id);
            }
            return correction ? std::optional(correction->held) : std::nullopt;
          }};
}

FieldErrors ErrorsOf(const Context& context, const PendingCorrection& correction) {
  return FindCorrectionErrors(context, correction,
                              ReadRequest(context.services.database, correction.of.id));
}

// One that the case was sent with was asked about then.
void AskAboutNewMailbox(const Context& context, const PendingCorrection& correction,
                        FieldErrors& errors) {
  const std::string email = MailboxIn(correction.held.values);
  if (correction.documents_only() || email == MailboxIn(correction.of.form)) return;
  AskAboutMailbox(context.request.form, email, errors);
}

}  // namespace

Response ShowCorrectionForm(Context& context) {
  sql::Case found = FindOwnCase(context);
  if (!IsReturned(found.state)) return Response::SeeOther(CorrectionPath(found.receipt_number));
  PendingCorrection correction = ReadPendingCorrection(context.services.database, std::move(found),
                                                       context.visitor->account_id);
  if (auto kept = KeptFields(context, CorrectionFormPath(correction.of.receipt_number))) {
    MergedForm merged = ReadMerged(context.services.database, *kept, correction.held);
    TakeTyped(merged.typed, correction);
    return CorrectionFormResponse(context, correction, {}, {}, std::move(merged.conflicts));
  }
  if (WasTooLarge(context)) {
    return CorrectionFormResponse(context, correction, {}, {views::FormError::kTooLargeAltogether});
  }
  if (!ShowsCheck(context)) {
    return CorrectionFormResponse(context, correction, {});
  }
  return CorrectionFormResponse(context, correction, ErrorsOf(context, correction),
                                FormErrorsOf(correction));
}

Response SaveCorrectionForm(Context& context) {
  const sql::Case found = FindOwnCase(context);
  if (!IsReturned(found.state)) return AfterCorrection(context);
  const FormPlace place = ReadPlace(context.request.form);
  if (place.part || place.list) throw HttpError(400, "a correction has no such section");
  std::optional<PendingCorrection> correction;
  const SaveResult saved =
      SaveForm(context, FormOf(found, context.visitor->account_id, correction));
  if (!correction) return AfterCorrection(context);
  const std::string path = CorrectionFormPath(found.receipt_number);
  if (auto response = AfterSave(context, saved, path, PlacePath(path, place))) {
    return *std::move(response);
  }

  if (saved.stored) {
    correction = ReadPendingCorrection(context.services.database, std::move(correction->of),
                                       context.visitor->account_id);
  }
  TakeTyped(saved.typed, *correction);
  correction->held.revision = saved.revision;  // what others have saved since is not on the page
  FieldErrors errors = saved.errors();
  const bool checks = saved.action == "check" || ShowsCheck(context);
  if (!checks || !saved.typed.errors.empty()) {
    return CorrectionFormResponse(context, *correction, errors, {}, saved.conflicts);
  }
  const FieldErrors of_form = ErrorsOf(context, *correction);
  errors.insert(errors.end(), of_form.begin(), of_form.end());
  if (saved.action == "check") AskAboutNewMailbox(context, *correction, errors);
  std::vector<views::FormError> form_errors = FormErrorsOf(*correction);
  if (!errors.empty() || !form_errors.empty() || !saved.conflicts.empty()) {
    return CorrectionFormResponse(context, *correction, errors, std::move(form_errors),
                                  saved.conflicts);
  }
  return Response::SeeOther(CorrectionCheckPath(found.receipt_number));
}

Response KeepCorrectionForm(Context& context) {
  const std::uint64_t sender = context.late_sender.value();
  sql::Database& database = context.services.database;
  const auto found =
      sql::FindCaseOf(database, sql::FindAccount(database, sender).value().applicant_id,
                      std::string(context.PathValue("receipt")));
  if (!found || !IsReturned(found->state)) return LoginAfterEnd({});
  std::optional<PendingCorrection> correction;
  return KeepLateForm(context, FormOf(*found, sender, correction));
}

}  // namespace permit
