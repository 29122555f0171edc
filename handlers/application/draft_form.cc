#include <algorithm>
#include <iterator>

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

// To the check when nothing is wrong, else the page with what is.
Response CheckSaved(Context& context, const OpenDraft& draft, const SaveResult& saved,
                    const FormPlace& place) {
  DraftReading reading = ReadDraft(context, draft);
  FieldErrors errors = saved.errors();
  errors.insert(errors.end(), reading.errors.begin(), reading.errors.end());
  const bool sent_on = saved.action == "check" || saved.action == "next";
  if (sent_on && !place.list) AskAboutApplicantsMailbox(context, saved.typed.values, errors);
  if (errors.empty() && saved.conflicts.empty() && reading.may_be_sent()) {
    return Response::SeeOther(CheckAnswersPath(draft.id));
  }
  return DraftResponse(context, draft, saved.typed.values,
                       {.place = place,
                        .errors = std::move(errors),
                        .eligibility = reading.eligibility,
                        .form_errors = reading.form_errors(),
                        .conflicts = saved.conflicts});
}

// After a section: to the check that it was opened from, to the next section that is not done, or
// to the list when something else keeps the draft from being sent.
std::string AfterSection(const OpenDraft& draft, const DraftReading& reading,
                         const FormPlace& place) {
  if (reading.may_be_sent()) return CheckAnswersPath(draft.id);
  const auto is_open = [&](FormPart part) {
    return StateOf(draft.service, part, reading.errors) != PartState::kDone;
  };
  const auto here = std::find(std::begin(kFormParts), std::end(kFormParts), *place.part);
  auto next = std::find_if(here, std::end(kFormParts), is_open);
  if (next == std::end(kFormParts)) next = std::find_if(std::begin(kFormParts), here, is_open);
  if (next != std::end(kFormParts) && is_open(*next) && !place.from_check) {
    return SectionPath(DraftPath(draft.id), *next);
  }
  return DraftPath(draft.id) + "?check=yes";
}

// The section again with what is wrong in it, else on to what comes after it.
Response GoOn(Context& context, const OpenDraft& draft, const SaveResult& saved,
              const FormPlace& place) {
  const DraftReading reading = ReadDraft(context, draft);
  FieldErrors errors = saved.errors();
  const FieldErrors of_section = ErrorsIn(draft.service, *place.part, reading.errors);
  errors.insert(errors.end(), of_section.begin(), of_section.end());
  if (saved.action == "next" && place.part == FormPart::kContact) {
    AskAboutApplicantsMailbox(context, saved.typed.values, errors);
  }
  if (errors.empty() && saved.conflicts.empty()) {
    return Response::SeeOther(AfterSection(draft, reading, place));
  }
  return DraftResponse(context, draft, saved.typed.values,
                       {.place = place, .errors = std::move(errors), .conflicts = saved.conflicts});
}

// What is wrong is said where the address asks for it.
Response ShowAt(Context& context, const OpenDraft& draft, const FormPlace& place) {
  DraftReading reading = ReadDraft(context, draft);
  DraftRemarks remarks{.place = place, .eligibility = reading.eligibility};
  if (WasTooLarge(context)) {
    remarks.eligibility = {};
    remarks.form_errors = {views::FormError::kTooLargeAltogether};
  } else if (ShowsCheck(context)) {
    remarks.errors = place.part ? ErrorsIn(draft.service, *place.part, reading.errors)
                                : std::move(reading.errors);
    if (!place.part) remarks.form_errors = reading.form_errors();
  } else if (place.list && reading.infected) {
    remarks.form_errors = {views::FormError::kInfectedFile};
  }
  return DraftResponse(context, draft, draft.form, std::move(remarks));
}

}  // namespace

Response ShowDraft(Context& context) {
  const std::string id(context.PathValue("id"));
  auto draft = FindDraft(context.services.database, context.visitor->account_id, id);
  if (!draft) return AfterDraft(context, id);
  if (auto kept = KeptFields(context, DraftPath(id))) {
    MergedForm merged = ReadMerged(context.services.database, *kept, HeldFormOf(*draft));
    return DraftResponse(context, *draft, merged.typed.values,
                         {.place = ReadPlace(*kept), .conflicts = std::move(merged.conflicts)});
  }
  const bool whole = context.request.query.Get("all") == "yes";
  return ShowAt(context, *draft, {.part = {}, .list = !whole, .whole = whole});
}

Response ShowDraftSection(Context& context) {
  const std::string id(context.PathValue("id"));
  const auto part = FormPartFromCode(context.PathValue("section"));
  if (!part) throw HttpError(404, "the form has no such section");
  auto draft = FindDraft(context.services.database, context.visitor->account_id, id);
  if (!draft) return AfterDraft(context, id);
  return ShowAt(context, *draft,
                {.part = part, .from_check = context.request.query.Get(kFromField) == kFromCheck});
}

Response SaveDraft(Context& context) {
  sql::Database& database = context.services.database;
  const std::uint64_t account = context.visitor->account_id;
  const std::string id(context.PathValue("id"));
  const FormPlace place = ReadPlace(context.request.form);
  auto draft = FindDraft(database, account, id);
  if (!draft) return AfterDraft(context, id);
  const SaveResult saved = SaveForm(context, FormOf(draft));
  if (!draft) return AfterDraft(context, id);
  const std::string path = DraftPath(id);
  if (auto response = AfterSave(context, saved, path, PlacePath(path, place))) {
    return *std::move(response);
  }

  if (saved.stored) draft = FindDraft(database, account, id);
  if (!draft) return AfterDraft(context, id);
  draft->revision = saved.revision;  // what others have saved since is not on the page
  const bool checks = saved.action == "next" || saved.action == "check" || ShowsCheck(context);
  if (checks && saved.typed.errors.empty()) {
    if (place.part && saved.action != "check") return GoOn(context, *draft, saved, place);
    return CheckSaved(context, *draft, saved, place);
  }
  return DraftResponse(context, *draft, saved.typed.values,
                       {.place = place, .errors = saved.errors(), .conflicts = saved.conflicts});
}

Response KeepDraftForm(Context& context) {
  ReadPlace(context.request.form);  // the page that shows it again must be one
  auto draft = FindDraft(context.services.database, context.late_sender.value(),
                         std::string(context.PathValue("id")));
  return draft ? KeepLateForm(context, FormOf(draft)) : LoginAfterEnd({});
}

}  // namespace permit
