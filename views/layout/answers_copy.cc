#include "views/layout/answers_copy.h"

#include <utility>

#include "handlers/rules/data_change.h"
#include "handlers/rules/required_documents.h"
#include "views/pdf/printable.h"
#include "views/words/case_words.h"

namespace permit::views {
namespace {

// A line below the new value of a data change; empty: the field was not changed.
std::string Before(const Translator& tr, const std::vector<FieldChange>& changes,
                   const FormField& field) {
  for (const FieldChange& change : changes) {
    if (change.field != field.name) continue;
    if (change.before.empty()) return "\n" + tr("(changed; not in our records before)");
    return "\n" + tr("(changed; before: {VALUE})",
                     {{"VALUE", Printable(AnswerText(tr, field, change.before))}});
  }
  return {};
}

std::vector<CopiedAnswer> Answered(const Translator& tr, const SentAnswers& sent,
                                   FormSection section) {
  std::vector<FieldChange> changes;
  if (sent.on_record) changes = DataChanges(sent.service, *sent.on_record, sent.values);
  std::vector<CopiedAnswer> answers;
  for (const FormField& field : FormFields(sent.service)) {
    if (field.section != section) continue;
    const std::string before = Before(tr, changes, field);
    if (!FieldApplies(field, sent.values) && before.empty()) continue;
    if (SharesLine(field, sent.values, changes)) continue;
    const std::string text = LineText(tr, field, sent.values, changes);
    answers.push_back({tr(field.label), Printable(text) + before});
  }
  return answers;
}

std::vector<CopiedAnswer> HandedIn(const Translator& tr, const SentAnswers& sent) {
  std::vector<CopiedAnswer> answers;
  for (const DocumentSlot& slot : DocumentSlots(sent.service)) {
    std::string names;
    for (const AnsweredFile& file : sent.files) {
      if (file.slot != slot.code) continue;
      if (!names.empty()) names += "\n";
      names += Printable(file.name) + " (" + FileSize(tr, file.bytes) + ")";
    }
    answers.push_back({tr(slot.label), names});
  }
  return answers;
}

}  // namespace

ApplicationCopy CopyOf(const Translator& tr, const SentAnswers& sent) {
  ApplicationCopy copy;
  copy.title = ServiceName(tr, sent.service);
  copy.subtitle = tr("A copy of what you sent, for your records");
  copy.head = {{tr("Receipt number"), sent.receipt_number},
               {tr("Group/batch number"), sent.group_number},
               {tr("Applicant's name"), Printable(sent.applicant_name)},
               {tr("Time sent"), FormatTime(sent.sent_at)}};
  copy.photo = sent.photo;
  copy.photo_word = tr("Photo of the applicant");
  copy.page_word = tr("Page");
  if (tr.language() == Language::kEnglish) copy.language = LanguageTag(Language::kEnglish);
  copy.sent_at = sent.sent_at;
  for (FormSection section : kFormSections) {
    copy.parts.push_back({tr(SectionTitle(section)), Answered(tr, sent, section)});
    if (section == FormSection::kRequest) {
      copy.parts.push_back({tr("Documents"), HandedIn(tr, sent)});
    }
  }
  return copy;
}

}  // namespace permit::views
