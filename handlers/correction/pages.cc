#include "handlers/correction/correction.h"
#include "handlers/correction/pending_correction.h"
#include "handlers/form/uploads.h"
#include "handlers/web/frame.h"
#include "handlers/web/group_detail.h"
#include "handlers/web/kept_form.h"
#include "handlers/web/own_case.h"
#include "handlers/web/paths.h"
#include "sql/case_search_store.h"
#include "sql/upload_store.h"
#include "views/pages/correction_pages.h"

namespace permit {
namespace {

constexpr int kCasesShown = 200;

views::PageFrame CorrectionFrame(const Context& context) {
  views::PageFrame frame = Frame(context);
  frame.place = views::MenuPlace::kCorrections;
  return frame;
}

}  // namespace

Response ListCorrections(Context& context) {
  sql::CaseFilter filter;
  filter.states = StatesAllowing(CaseEvent::kAnswer);
  views::CorrectionList page;
  for (const sql::FoundCase& item :
       sql::SearchCases(context.services.database, context.visitor->account_id, filter, kCasesShown)
           .cases) {
    page.lines.push_back({.group_number = item.group_number,
                          .applicant_name = item.applicant_name,
                          .service = item.service,
                          .receipt_number = item.receipt_number,
                          .state = item.state,
                          .returned_by = item.returned_by,
                          .applicants = item.applicants,
                          .submitted_on = TaipeiDate(item.submitted_at)});
  }
  return Response::Html(
      RenderCorrectionList(context.services.renderer, CorrectionFrame(context), page));
}

Response ShowCorrection(Context& context) {
  const sql::Case found = FindOwnCase(context);
  auto group =
      sql::FindGroup(context.services.database, context.visitor->account_id, found.group_number);
  if (!group) throw HttpError(404, "no such group of this account");
  views::CorrectionDetail page{.group = FactsOf(*group), .members = {}};
  for (const sql::GroupMember& member : group->members) {
    if (IsReturned(member.state)) page.members.push_back(MemberOf(member));
  }
  if (page.members.empty()) {
    return Response::SeeOther(CasePath(found.receipt_number));
  }
  return Response::Html(
      RenderCorrectionDetail(context.services.renderer, CorrectionFrame(context), page));
}

Response ShowCorrectionForm(Context& context) {
  sql::Case found = FindOwnCase(context);
  if (!IsReturned(found.state)) return Response::SeeOther(CorrectionPath(found.receipt_number));
  PendingCorrection correction = ReadPendingCorrection(context.services.database, std::move(found));
  if (auto kept = KeptFields(context, CorrectionFormPath(correction.of.receipt_number))) {
    TakeTyped(*kept, correction);
    return CorrectionFormResponse(context, correction, {});
  }
  if (WasTooLarge(context)) {
    return CorrectionFormResponse(context, correction, {}, {views::FormError::kTooLargeAltogether});
  }
  if (context.request.query.Get("check") != "yes")
    return CorrectionFormResponse(context, correction, {});
  return CorrectionFormResponse(context, correction, FindCorrectionErrors(context, correction),
                                FormErrorsOf(correction));
}

Response ShowCorrectionFile(Context& context) {
  const sql::Case found = FindOwnCase(context);
  const std::string id{context.PathValue("file")};
  if (id == kPhotoOriginal) {
    auto saved = sql::FindCorrection(context.services.database, found.account_id, found.id);
    return PhotoOriginalResponse(context, saved ? saved->draft_id : "");
  }
  for (const sql::CorrectionFile& file :
       sql::CorrectionFiles(context.services.database, found.id)) {
    if (file.id != id) continue;
    auto upload = sql::FindUploadOf(context.services.database, context.visitor->account_id, id);
    if (!upload) break;
    return Response::File(std::move(upload->bytes), upload->mime, upload->name, true);
  }
  throw HttpError(404, "the answer has no such file");
}

Response ShowCorrectionDone(Context& context) {
  const sql::Case found = FindOwnCase(context);
  if (IsReturned(found.state)) return Response::SeeOther(CorrectionPath(found.receipt_number));
  return Response::Html(RenderCorrectionDone(context.services.renderer, CorrectionFrame(context),
                                             {found.receipt_number, found.state}));
}

}  // namespace permit
