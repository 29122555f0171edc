#include "handlers/application/draft.h"

#include "handlers/form/asked_mailbox.h"
#include "handlers/form/held_files.h"
#include "handlers/form/merge.h"
#include "handlers/form/printable.h"
#include "handlers/form/register_record.h"
#include "handlers/form/saved_form.h"
#include "handlers/form/typed_form.h"
#include "handlers/form/uploads.h"
#include "handlers/rules/required_documents.h"
#include "handlers/web/paths.h"
#include "sql/idempotency_store.h"

namespace permit {

namespace {

std::optional<OpenDraft> Followed(std::optional<sql::Draft> found) {
  if (!found) return std::nullopt;
  OpenDraft draft{*std::move(found), {}};
  draft.register_changed = FollowRegister(draft.applicant, draft.registered, draft.form);
  if (draft.on_record) FollowRegister(draft.applicant, draft.registered, *draft.on_record);
  return draft;
}

}  // namespace

std::optional<OpenDraft> FindDraft(sql::Executor& executor, std::uint64_t account_id,
                                   const std::string& id) {
  return Followed(sql::FindDraftOf(executor, account_id, id));
}

std::optional<OpenDraft> LockDraft(sql::Transaction& transaction, std::uint64_t account_id,
                                   const std::string& id) {
  return Followed(sql::LockDraftOf(transaction, account_id, id));
}

HeldForm HeldFormOf(const OpenDraft& draft) {
  return {.account_id = draft.account_id,
          .draft_id = draft.id,
          .service = draft.service,
          .fixed_values = draft.form,
          .values = draft.form,
          .registered = RegisteredValues(draft.applicant),
          .revision = draft.revision,
          .files = draft.files,
          .photo = draft.photo};
}

std::vector<views::FormError> DraftReading::form_errors() const {
  std::vector<views::FormError> of_form;
  if (infected) of_form.push_back(views::FormError::kInfectedFile);
  if (changes_nothing) of_form.push_back(views::FormError::kNothingChanged);
  return of_form;
}

DraftReading ReadDraft(const Context& context, const OpenDraft& draft) {
  DraftReading reading;
  FormValues stored = draft.form;
  reading.values = TidyForm(draft.service, stored, stored);
  DocumentsReading documents =
      CheckDocuments(draft.service, CountFiles(draft.files), ResumesStudy(reading.values));
  reading.errors = std::move(documents.errors);
  reading.warnings = std::move(documents.warnings);
  FieldErrors in_form = CheckForm(draft.service, reading.values,
                                  FormRulesOf(context.services.settings), context.today());
  AddUnprintable(reading.values, in_form);
  reading.errors.insert(reading.errors.end(), in_form.begin(), in_form.end());
  reading.infected = HoldsInfected(draft.files);
  reading.changes_nothing = ChangesNothing(draft.service, draft.on_record, reading.values);
  reading.eligibility = CheckEligibility(draft.service, draft.permit, context.today());
  return reading;
}

std::vector<views::AnsweredFile> AnsweredFiles(const sql::Draft& draft) {
  std::vector<views::AnsweredFile> files;
  for (const sql::DraftFile& file : draft.files) {
    files.push_back({.slot = file.slot,
                     .name = file.name,
                     .link = DraftFilePath(draft.id, file.id),
                     .bytes = file.size,
                     .scan = file.scan,
                     .faults = file.faults});
  }
  return files;
}

views::ApplicationFormPage FormPageOf(Context& context, const OpenDraft& draft,
                                      const FormValues& values, DraftRemarks remarks) {
  views::ApplicationFormPage page;
  page.path = DraftPath(draft.id);
  page.permit_number = draft.permit_number;
  page.kept = context.shows_kept_form;
  page.eligibility = remarks.eligibility;
  page.content.service = draft.service;
  page.content.values = values;
  page.content.files = AnsweredFiles(draft);
  page.content.checked = WillShowCheck(context);
  page.content.revision = RevisionOf(HeldFormOf(draft));
  page.content.page = context.services.random.Uuid();
  page.content.asked_mailbox =
      AskedMailbox(context.request.form, MailboxIn(values), remarks.errors);
  page.content.errors = std::move(remarks.errors);
  page.content.form_errors = std::move(remarks.form_errors);
  page.content.conflicts = std::move(remarks.conflicts);
  page.content.claims = ClaimsAgainst(draft.applicant, values);
  page.content.on_record = draft.on_record;
  if (draft.photo) {
    page.content.crop = {draft.photo->crop, LeastCropSize(draft.photo->width, draft.photo->height),
                         PhotoOriginalOf(DraftFilePath(draft.id, kPhotoOriginal), draft.files),
                         NewPhotoIn(draft.files)};
  }
  return page;
}

Response AfterDraft(Context& context, const std::string& draft_id) {
  const std::string actor = "account:" + std::to_string(context.visitor->account_id);
  auto act = sql::FindIdempotencyKey(context.services.database, draft_id);
  if (!act || act->actor != actor || act->location.empty()) {
    throw HttpError(404, "the account has no such draft");
  }
  return Response::SeeOther(act->location);
}

}  // namespace permit
