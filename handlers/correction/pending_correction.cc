#include "handlers/correction/pending_correction.h"

#include <algorithm>

#include "handlers/correction/reviewers_request.h"
#include "handlers/form/asked_mailbox.h"
#include "handlers/form/form_place.h"
#include "handlers/form/held_files.h"
#include "handlers/form/merge.h"
#include "handlers/form/register_record.h"
#include "handlers/form/saved_form.h"
#include "handlers/form/typed_form.h"
#include "handlers/form/uploads.h"
#include "handlers/rules/required_documents.h"
#include "handlers/web/case_waits.h"
#include "handlers/web/frame.h"
#include "handlers/web/idempotency.h"
#include "handlers/web/paths.h"
#include "sql/correction_store.h"
#include "sql/idempotency_store.h"
#include "views/pages/correction_pages.h"

namespace permit {
namespace {

DocumentsReading Documents(const PendingCorrection& correction) {
  return CheckDocuments(correction.of.service, CountFiles(correction.held.files),
                        ResumesStudy(correction.held.values));
}

std::string FilePath(const sql::Case& of, const sql::DraftFile& file) {
  if (!file.sent) return CorrectionFilePath(of.receipt_number, file.id);
  return CaseFilePath(of.receipt_number, file.id);
}

bool AsksForAll(const Request& request) {
  return request.query.Get("all") == "yes" || request.form.Get(kSectionField) == kWholeForm;
}

// What the reviewer asks for, and with it the fields and slots that the page has.
void ShowRequested(Context& context, const PendingCorrection& correction,
                   views::CorrectionForm& page) {
  ReviewersRequest request = ReadRequest(context.services.database, correction.of.id);
  FormNames wrong;
  for (const FieldError& error : page.content.errors) wrong.insert(error.field);
  for (const auto& [field, saved] : page.content.conflicts) wrong.insert(field);
  page.content.shown = OpenNames(correction, request, wrong);
  page.asks_for_parts = page.content.shown.has_value();
  if (AsksForAll(context.request)) page.content.shown.reset();
  page.opinion = std::move(request.opinion);
  page.returned_at = request.returned_at;
  page.content.remarks = std::move(request.remarks);
}

}  // namespace

bool IsReturned(CaseState state) {
  const std::vector<CaseState> returned = StatesAllowing(CaseEvent::kAnswer);
  return std::find(returned.begin(), returned.end(), state) != returned.end();
}

PendingCorrection ReadPendingCorrection(sql::Executor& executor, sql::Case of,
                                        std::uint64_t account_id) {
  PendingCorrection correction;
  HeldForm& held = correction.held;
  held.account_id = account_id;
  held.case_id = of.id;
  held.service = of.service;
  held.fixed_values = of.form;
  held.values = of.form;
  held.files = sql::CorrectionFiles(executor, of.id);
  held.edition = std::to_string(of.state_since.time_since_epoch().count());
  auto saved = sql::FindCorrection(executor, of.applicant_id, of.id);
  correction.of = std::move(of);
  if (correction.documents_only()) held.fixed = Fixed::kEveryField;
  if (!saved) return correction;
  if (!correction.documents_only()) held.values = std::move(saved->form);
  held.account_id = saved->account_id;
  held.draft_id = std::move(saved->draft_id);
  held.reply = std::move(saved->reply);
  held.revision = saved->revision;
  held.photo = saved->photo;
  return correction;
}

std::vector<views::AnsweredFile> AnsweredFiles(const PendingCorrection& correction) {
  std::vector<views::AnsweredFile> files;
  for (const sql::DraftFile& file : correction.held.files) {
    files.push_back({file.slot, file.name, FilePath(correction.of, file), file.size, file.removed,
                     !file.sent, file.scan, false, file.faults});
  }
  return files;
}

std::optional<sql::Case> LockReturned(sql::Transaction& transaction, std::uint64_t applicant_id,
                                      const std::string& receipt) {
  if (!sql::LockCaseOf(transaction, applicant_id, receipt)) {
    throw HttpError(404, "the applicant has no such case");
  }
  auto found = sql::FindCaseOf(transaction, applicant_id, receipt);
  if (!found || !IsReturned(found->state)) return std::nullopt;
  return found;
}

Response AfterCorrection(Context& context) {
  const std::string act{context.request.form.Get(kIdempotencyField)};
  auto done = sql::FindIdempotencyKey(context.services.database, act);
  const std::string actor = "account:" + std::to_string(context.visitor->account_id);
  if (done && done->actor == actor && !done->location.empty()) {
    return Response::SeeOther(done->location);
  }
  return Response::SeeOther(CorrectionPath(context.PathValue("receipt")));
}

FieldErrors WarningsOf(const PendingCorrection& correction) {
  return Documents(correction).warnings;
}

bool ChangesNothing(const PendingCorrection& correction) {
  return ChangedNames(correction).empty();
}

std::vector<views::FormError> FormErrorsOf(const PendingCorrection& correction) {
  const Service service = correction.of.service;
  std::vector<views::FormError> errors;
  if (HoldsInfected(correction.held.files)) errors.push_back(views::FormError::kInfectedFile);
  if (!correction.documents_only() &&
      ChangesNothing(service, correction.of.on_record,
                     TidyForm(service, correction.held.values, correction.of.form))) {
    errors.push_back(views::FormError::kNothingChanged);
  }
  return errors;
}

std::vector<FieldChange> ClaimsOf(const Context& context, const sql::Case& of,
                                  const FormValues& values) {
  const auto applicant = sql::FindApplicant(context.services.database, of.applicant_id);
  return ClaimsAgainst(applicant.value(), values);
}

Response CorrectionFormResponse(Context& context, const PendingCorrection& correction,
                                const FieldErrors& errors,
                                std::vector<views::FormError> form_errors,
                                std::map<std::string, std::string> conflicts) {
  views::CorrectionForm page;
  page.path = CorrectionFormPath(correction.of.receipt_number);
  page.receipt_number = correction.of.receipt_number;
  page.returned_by = correction.of.returned_by;
  page.state = correction.of.state;
  page.last_day = LastDayOf(correction.of.state, correction.of.state_since,
                            CaseWaitsOf(context.services.settings), context.today());
  page.reply = correction.held.reply;
  page.saved = context.request.query.Get("saved") == "yes";
  page.kept = context.shows_kept_form;
  page.content.service = correction.of.service;
  page.content.values = correction.held.values;
  page.content.errors = errors;
  page.content.asked_mailbox =
      AskedMailbox(context.request.form, MailboxIn(correction.held.values), errors);
  page.content.form_errors = std::move(form_errors);
  page.content.checked = WillShowCheck(context);
  page.content.revision = RevisionOf(correction.held);
  page.content.page = context.services.random.Uuid();
  page.content.conflicts = std::move(conflicts);
  if (correction.of.on_record) page.content.on_record = *correction.of.on_record;
  page.content.claims = ClaimsOf(context, correction.of, correction.held.values);
  page.content.fields_fixed = correction.documents_only();
  page.content.files = AnsweredFiles(correction);
  if (correction.held.photo) {
    page.content.crop = {
        correction.held.photo->crop,
        LeastCropSize(correction.held.photo->width, correction.held.photo->height),
        PhotoOriginalOf(CorrectionFilePath(correction.of.receipt_number, kPhotoOriginal),
                        correction.held.files),
        NewPhotoIn(correction.held.files)};
  }
  ShowRequested(context, correction, page);
  views::PageFrame frame = Frame(context);
  frame.path = page.path;
  if (context.request.method == Method::kPost && AsksForAll(context.request)) {
    frame.query = "all=yes";
  }
  frame.place = views::MenuPlace::kCorrections;
  const bool wrong =
      !errors.empty() || !page.content.form_errors.empty() || !page.content.conflicts.empty();
  const bool refused = wrong && context.request.method == Method::kPost;
  return Response::Html(RenderCorrectionForm(context.services.renderer, frame, page),
                        refused ? 422 : 200);
}

}  // namespace permit
