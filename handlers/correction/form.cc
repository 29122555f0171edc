#include "handlers/correction/correction.h"
#include "handlers/correction/pending_correction.h"
#include "handlers/form/saved_form.h"
#include "handlers/form/uploads.h"
#include "handlers/web/kept_form.h"
#include "handlers/web/own_case.h"
#include "handlers/web/paths.h"

namespace permit {
namespace {

void TakeTyped(const TypedForm& typed, PendingCorrection& correction) {
  correction.held.values = typed.values;
  correction.held.reply = typed.reply;
}

// `correction` is read under the lock; nullopt then: the case is no longer returned.
SavedForm FormOf(const sql::Case& of, std::optional<PendingCorrection>& correction) {
  return {.path = CorrectionFormPath(of.receipt_number),
          .service = of.service,
          .restores_files = true,
          .lock = [&](sql::Transaction& transaction) {
            correction.reset();
            auto locked = LockReturned(transaction, of.account_id, of.receipt_number);
            if (locked) correction = ReadPendingCorrection(transaction, *std::move(locked));
            return correction ? std::optional(correction->held) : std::nullopt;
          }};
}

}  // namespace

Response ShowCorrectionForm(Context& context) {
  sql::Case found = FindOwnCase(context);
  if (!IsReturned(found.state)) return Response::SeeOther(CorrectionPath(found.receipt_number));
  PendingCorrection correction = ReadPendingCorrection(context.services.database, std::move(found));
  if (auto kept = KeptFields(context, CorrectionFormPath(correction.of.receipt_number))) {
    TakeTyped(ReadTyped(*kept, correction.held), correction);
    return CorrectionFormResponse(context, correction, {});
  }
  if (WasTooLarge(context)) {
    return CorrectionFormResponse(context, correction, {}, {views::FormError::kTooLargeAltogether});
  }
  if (context.request.query.Get("check") != "yes") {
    return CorrectionFormResponse(context, correction, {});
  }
  return CorrectionFormResponse(context, correction, FindCorrectionErrors(context, correction),
                                FormErrorsOf(correction));
}

Response SaveCorrectionForm(Context& context) {
  const sql::Case found = FindOwnCase(context);
  if (!IsReturned(found.state)) return AfterCorrection(context);
  std::optional<PendingCorrection> correction;
  const SaveResult saved = SaveForm(context, FormOf(found, correction));
  if (!correction) return AfterCorrection(context);
  const std::string path = CorrectionFormPath(found.receipt_number);
  if (auto response = AfterSave(saved, path)) return *std::move(response);

  if (saved.stored) {
    correction = ReadPendingCorrection(context.services.database, std::move(correction->of));
  }
  TakeTyped(saved.typed, *correction);
  FieldErrors errors = saved.errors();
  if (!errors.empty()) return CorrectionFormResponse(context, *correction, errors);
  errors = FindCorrectionErrors(context, *correction);
  std::vector<views::FormError> form_errors = FormErrorsOf(*correction);
  if (!errors.empty() || !form_errors.empty()) {
    return CorrectionFormResponse(context, *correction, errors, std::move(form_errors));
  }
  return Response::SeeOther(CorrectionCheckPath(found.receipt_number));
}

Response KeepCorrectionForm(Context& context) {
  const auto found = sql::FindCaseOf(context.services.database, context.late_sender.value(),
                                     std::string(context.PathValue("receipt")));
  if (!found || !IsReturned(found->state)) return LoginAfterEnd({});
  std::optional<PendingCorrection> correction;
  return KeepLateForm(context, FormOf(*found, correction));
}

}  // namespace permit
