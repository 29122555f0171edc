#include "handlers/correction/answer.h"

#include <algorithm>

#include "handlers/form/printable.h"
#include "handlers/form/typed_form.h"
#include "handlers/form/uploads.h"
#include "handlers/rules/required_documents.h"
#include "handlers/web/frame.h"
#include "handlers/web/paths.h"
#include "sql/idempotency_store.h"
#include "views/pages/correction_pages.h"

namespace permit {
namespace {

DocumentsReading Documents(const Answer& answer) {
  return CheckDocuments(answer.of.service, CountFiles(answer.standing_files()),
                        ResumesStudy(answer.values));
}

std::string FilePath(const sql::Case& of, const sql::CorrectionFile& file) {
  if (!file.sent) return CorrectionFilePath(of.receipt_number, file.id);
  return CaseFilePath(of.receipt_number, file.id);
}

bool IsReturn(const sql::CaseHistoryRow& row) {
  return row.event == CaseEvent::kReturnForCorrection ||
         row.event == CaseEvent::kReturnForDocuments;
}

// What the reviewer said with the latest return.
void AddOpinion(sql::Executor& executor, std::uint64_t case_id, views::CorrectionForm& page) {
  std::vector<sql::CaseHistoryRow> history = sql::CaseHistory(executor, case_id);
  auto last = std::find_if(history.rbegin(), history.rend(), IsReturn);
  if (last == history.rend()) return;
  page.opinion = last->opinion;
  page.returned_at = last->at;
  for (const sql::CaseRemark& remark : sql::CaseRemarks(executor, case_id)) {
    if (remark.history_id != last->id) continue;
    std::string& text = page.content.remarks[remark.target];
    text += (text.empty() ? "" : " ") + remark.remark;
  }
}

}  // namespace

bool IsReturned(CaseState state) {
  const std::vector<CaseState> returned = StatesAllowing(CaseEvent::kAnswer);
  return std::find(returned.begin(), returned.end(), state) != returned.end();
}

std::vector<sql::DraftFile> Answer::standing_files() const {
  std::vector<sql::DraftFile> standing;
  for (const sql::CorrectionFile& file : files) {
    if (file.removed) continue;
    standing.push_back({file.id, file.slot, file.name, file.mime, file.size, file.sha256});
  }
  return standing;
}

Answer ReadAnswer(sql::Executor& executor, sql::Case of) {
  Answer answer;
  answer.values = of.form;
  if (auto saved = sql::FindCorrection(executor, of.account_id, of.id)) {
    if (of.state == CaseState::kReturnedForCorrection) answer.values = saved->form;
    answer.reply = saved->reply;
    answer.photo = saved->photo;
  }
  answer.files = sql::CorrectionFiles(executor, of.id);
  answer.of = std::move(of);
  return answer;
}

std::vector<views::AnsweredFile> AnsweredFiles(const Answer& answer) {
  std::vector<views::AnsweredFile> files;
  for (const sql::CorrectionFile& file : answer.files) {
    files.push_back(
        {file.slot, file.name, FilePath(answer.of, file), file.size, file.removed, !file.sent});
  }
  return files;
}

std::optional<sql::Case> LockReturned(sql::Transaction& transaction, std::uint64_t account_id,
                                      const std::string& receipt) {
  if (!sql::LockCaseOf(transaction, account_id, receipt)) {
    throw HttpError(404, "the account has no such case");
  }
  auto found = sql::FindCaseOf(transaction, account_id, receipt);
  if (!found || !IsReturned(found->state)) return std::nullopt;
  return found;
}

Response AfterAnswer(Context& context) {
  const std::string act{context.request.form.Get("act")};
  auto done = sql::FindAct(context.services.database, act);
  const std::string actor = "account:" + std::to_string(context.visitor->account_id);
  if (done && done->actor == actor && !done->location.empty()) {
    return Response::SeeOther(done->location);
  }
  return Response::SeeOther(CorrectionPath(context.PathValue("receipt")));
}

FieldErrors WarningsOf(const Answer& answer) { return Documents(answer).warnings; }

FieldErrors CheckAnswer(const Context& context, const Answer& answer) {
  const Service service = answer.of.service;
  FieldErrors errors = Documents(answer).errors;
  if (answer.documents_only()) return errors;
  const FormValues tidied = TidyForm(service, answer.values, answer.of.form);
  FieldErrors of_fields =
      CheckForm(service, tidied, FormRulesOf(context.services.settings), context.today());
  AddUnprintable(tidied, of_fields);
  errors.insert(errors.end(), of_fields.begin(), of_fields.end());
  return errors;
}

std::vector<views::FormTrouble> TroublesOf(const Answer& answer) {
  const Service service = answer.of.service;
  if (answer.documents_only() ||
      !ChangesNothing(service, answer.of.on_record,
                      TidyForm(service, answer.values, answer.of.form))) {
    return {};
  }
  return {views::FormTrouble::kNothingChanged};
}

Response AnswerResponse(Context& context, const Answer& answer, const FieldErrors& errors,
                        std::vector<views::FormTrouble> troubles) {
  views::CorrectionForm page;
  page.path = CorrectionFormPath(answer.of.receipt_number);
  page.receipt_number = answer.of.receipt_number;
  page.returned_by = answer.of.returned_by;
  page.reply = answer.reply;
  page.saved = context.request.query.Get("saved") == "yes";
  page.kept = context.shows_kept_form;
  page.content.service = answer.of.service;
  page.content.values = answer.values;
  page.content.errors = errors;
  page.content.troubles = std::move(troubles);
  if (answer.of.on_record) page.content.on_record = *answer.of.on_record;
  page.content.fields_fixed = answer.documents_only();
  page.content.files = AnsweredFiles(answer);
  if (answer.photo) {
    page.content.crop = {answer.photo->crop,
                         LeastCropSize(answer.photo->width, answer.photo->height),
                         CorrectionFilePath(answer.of.receipt_number, kPhotoOriginal)};
  }
  AddOpinion(context.services.database, answer.of.id, page);
  views::PageFrame frame = Frame(context);
  frame.path = page.path;
  frame.place = views::MenuPlace::kCorrections;
  const bool wrong = !errors.empty() || !page.content.troubles.empty();
  const bool refused = wrong && context.request.method == Method::kPost;
  return Response::Html(RenderCorrectionForm(context.services.renderer, frame, page),
                        refused ? 422 : 200);
}

}  // namespace permit
