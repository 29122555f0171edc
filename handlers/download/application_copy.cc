#include "handlers/download/application_copy.h"

#include "handlers/papers/paper_photo.h"
#include "sql/database.h"
#include "sql/paper_store.h"
#include "views/layout/answers_copy.h"
#include "views/pdf/paper.h"

namespace permit {
namespace {

std::optional<views::Photo> PhotoOf(Context& context, std::uint64_t case_id) {
  const auto file = sql::FindCasePhoto(context.services.database, case_id);
  if (!file) return std::nullopt;
  try {
    return PaperPhoto(*file);
  } catch (const views::PaperError&) {
    return std::nullopt;  // the permit is refused for it; the copy goes without
  }
}

}  // namespace

std::string DrawApplicationOf(Context& context, const sql::Case& sent) {
  views::SentAnswers answers{.service = sent.service,
                             .receipt_number = sent.receipt_number,
                             .group_number = sent.group_number,
                             .applicant_name = sent.chinese_name,
                             .sent_at = sent.submitted_at,
                             .values = sent.form,
                             .photo = PhotoOf(context, sent.id)};
  if (sent.on_record) answers.on_record = *sent.on_record;
  for (const sql::CaseFile& file : sql::CaseFiles(context.services.database, sent.id)) {
    if (file.replaced_at) continue;
    answers.files.push_back({file.slot, file.name, "", file.size});
  }
  return views::DrawApplicationCopy(
             views::CopyOf({context.services.renderer, context.language}, answers))
      .bytes;
}

}  // namespace permit
