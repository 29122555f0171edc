#include "handlers/application/application.h"
#include "handlers/application/draft.h"
#include "handlers/form/asked_mailbox.h"
#include "handlers/form/merge.h"
#include "handlers/form/saved_form.h"
#include "handlers/form/uploads.h"
#include "handlers/web/kept_form.h"
#include "handlers/web/paths.h"
#include "sql/account_store.h"

namespace permit {
namespace {

std::vector<views::FormError> FormErrorsOf(const DraftReading& reading) {
  std::vector<views::FormError> errors;
  if (reading.infected) errors.push_back(views::FormError::kInfectedFile);
  if (reading.changes_nothing) errors.push_back(views::FormError::kNothingChanged);
  return errors;
}

// `draft` is read anew under the lock; nullopt then: it is gone.
SavedForm FormOf(std::optional<OpenDraft>& draft) {
  return {
      .path = DraftPath(draft->id),
      .service = draft->service,
      .lock = [&draft, account = draft->account_id, id = draft->id](sql::Transaction& transaction) {
        draft = LockDraft(transaction, account, id);
        return draft ? std::optional(HeldFormOf(*draft)) : std::nullopt;
      }};
}

// The account's own mailbox was asked about when it was given.
void AskAboutApplicantsMailbox(const Context& context, const FormValues& values,
                               FieldErrors& errors) {
  const std::string email = MailboxIn(values);
  if (MailboxToAsk(email).empty()) return;
  const auto account =
      sql::FindAccount(context.services.database, context.visitor->account_id).value();
  if (email != account.email) AskAboutMailbox(context.request.form, email, errors);
}

// To the check when nothing is wrong, else the form with what is.
Response CheckSaved(Context& context, const OpenDraft& draft, const SaveResult& saved) {
  DraftReading reading = ReadDraft(context, draft);
  FieldErrors errors = saved.errors();
  errors.insert(errors.end(), reading.errors.begin(), reading.errors.end());
  if (saved.action == "check") AskAboutApplicantsMailbox(context, saved.typed.values, errors);
  if (errors.empty() && saved.conflicts.empty() && reading.may_be_sent()) {
    return Response::SeeOther(CheckAnswersPath(draft.id));
  }
  return DraftResponse(context, draft, saved.typed.values,
                       {.errors = std::move(errors),
                        .eligibility = reading.eligibility,
                        .form_errors = FormErrorsOf(reading),
                        .conflicts = saved.conflicts});
}

}  // namespace

Response ShowDraft(Context& context) {
  const std::string id(context.PathValue("id"));
  auto draft = FindDraft(context.services.database, context.visitor->account_id, id);
  if (!draft) return AfterDraft(context, id);
  if (auto kept = KeptFields(context, DraftPath(id))) {
    MergedForm merged = ReadMerged(context.services.database, *kept, HeldFormOf(*draft));
    return DraftResponse(context, *draft, merged.typed.values,
                         {.errors = {}, .conflicts = std::move(merged.conflicts)});
  }
  const FormValues& values = draft->form;
  if (WasTooLarge(context)) {
    return DraftResponse(context, *draft, values,
                         {.errors = {}, .form_errors = {views::FormError::kTooLargeAltogether}});
  }
  if (!ShowsCheck(context)) {
    return DraftResponse(
        context, *draft, values,
        {.errors = {},
         .eligibility = CheckEligibility(draft->service, draft->permit, context.today())});
  }
  DraftReading reading = ReadDraft(context, *draft);
  return DraftResponse(context, *draft, values,
                       {.errors = reading.errors,
                        .eligibility = reading.eligibility,
                        .form_errors = FormErrorsOf(reading)});
}

Response SaveDraft(Context& context) {
  sql::Database& database = context.services.database;
  const std::uint64_t account = context.visitor->account_id;
  const std::string id(context.PathValue("id"));
  auto draft = FindDraft(database, account, id);
  if (!draft) return AfterDraft(context, id);
  const SaveResult saved = SaveForm(context, FormOf(draft));
  if (!draft) return AfterDraft(context, id);
  if (auto response = AfterSave(context, saved, DraftPath(id))) return *std::move(response);

  if (saved.stored) draft = FindDraft(database, account, id);
  if (!draft) return AfterDraft(context, id);
  draft->revision = saved.revision;  // what others have saved since is not on the page
  const bool checks = saved.action == "check" || ShowsCheck(context);
  if (checks && saved.typed.errors.empty()) {
    return CheckSaved(context, *draft, saved);
  }
  return DraftResponse(context, *draft, saved.typed.values,
                       {.errors = saved.errors(), .conflicts = saved.conflicts});
}

Response KeepDraftForm(Context& context) {
  auto draft = FindDraft(context.services.database, context.late_sender.value(),
                         std::string(context.PathValue("id")));
  return draft ? KeepLateForm(context, FormOf(draft)) : LoginAfterEnd({});
}

}  // namespace permit
