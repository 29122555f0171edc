#include "views/layout/answers.h"

#include <algorithm>

#include "handlers/rules/form_part.h"
#include "handlers/rules/required_documents.h"
#include "views/dictionary.h"
#include "views/page.h"

namespace permit::views {
namespace {

constexpr std::string_view kEducation = "highest_education";
constexpr std::string_view kEducationSchool = "highest_education_school";

bool EducationIsOneLine(const FormValues& values, const std::vector<FieldChange>& changes) {
  auto of_it = [](const FieldChange& change) {
    return change.field == kEducation || change.field == kEducationSchool;
  };
  return !ValueOf(values, kEducation).empty() && !ValueOf(values, kEducationSchool).empty() &&
         std::none_of(changes.begin(), changes.end(), of_it);
}

Dictionary AddRow(Dictionary& part, const Answers& answers, std::string_view label,
                  std::string_view field, bool fixed = false) {
  Dictionary row = part.Add("ROW");
  row.Text("LABEL", label);
  if (fixed || !answers.change_link) {
    row.Show("FIXED");
  } else {
    row.Add("CHANGE").Text("LINK", answers.change_link(field));
  }
  return row;
}

void AddSlot(Dictionary& part, const Translator& tr, const Answers& answers, std::string_view slot,
             std::string_view label) {
  Dictionary row = AddRow(part, answers, label, slot);
  auto in_slot = [&](const AnsweredFile& file) { return file.slot == slot; };
  if (std::none_of(answers.files.begin(), answers.files.end(), in_slot)) {
    row.Show("NO_ANSWER");
    return;
  }
  Dictionary files = row.Add("FILES");
  for (const AnsweredFile& file : answers.files) {
    if (!in_slot(file)) continue;
    if (slot == kPhotoSlot && !file.removed && !file.gone) row.Add("PHOTO").Text("LINK", file.link);
    Dictionary line = files.Add("FILE");
    FillFile(line, tr, file);
    line.ShowIf(file.removed, "REMOVED").ShowIf(file.added, "ADDED");
  }
}

void AddFields(Dictionary& part, const Translator& tr, const Answers& answers,
               const std::function<bool(const FormField&)>& is_of_part) {
  const std::vector<FieldChange> changes = MarkedChanges(answers);
  for (const FormField& field : FormFields(answers.service)) {
    if (!is_of_part(field)) continue;
    auto changed = std::find_if(changes.begin(), changes.end(), [&](const FieldChange& change) {
      return change.field == field.name;
    });
    if (!FieldApplies(field, answers.values) && changed == changes.end()) continue;
    if (SharesLine(field, answers.values, changes)) continue;
    Dictionary row = AddRow(part, answers, tr(field.label), field.name,
                            answers.fields_fixed || field.kind == FieldKind::kReadOnly);
    if (changed != changes.end()) {
      Dictionary mark = row.Add("CHANGED");
      if (changed->before.empty()) {
        mark.Show("ADDED");
      } else {
        mark.Add("BEFORE").Text("VALUE", AnswerText(tr, field, changed->before));
      }
    }
    auto value = answers.values.find(field.name);
    if (value == answers.values.end() || value->second.empty()) {
      row.Show("NO_ANSWER");
    } else {
      row.Add("ANSWER").Text("VALUE", LineText(tr, field, answers.values, changes));
    }
  }
}

std::string TitleOf(const Translator& tr, FormPart part) {
  const std::string title = tr(PartTitle(part)), group = tr(GroupTitle(part));
  if (group == title) return title;
  return tr("{GROUP}: {SECTION}", {{"GROUP", group}, {"SECTION", title}});
}

void AddSections(Dictionary& list, const Translator& tr, const Answers& answers) {
  for (FormPart section : kFormParts) {
    Dictionary part = list.Add("PART");
    part.Text("TITLE", TitleOf(tr, section));
    part.Add("CHANGE_PART")
        .Text("LINK", answers.sections + "/sections/" + std::string(Code(section)) + "?from=check");
    if (section == FormPart::kPhoto) AddSlot(part, tr, answers, kPhotoSlot, tr("Photo"));
    if (section == FormPart::kDocuments) {
      for (const DocumentSlot& slot : DocumentSlots(answers.service)) {
        AddSlot(part, tr, answers, slot.code, tr(std::string(slot.label)));
      }
    }
    AddFields(part, tr, answers, [&](const FormField& field) {
      return PartOf(answers.service, field.name) == section;
    });
  }
}

}  // namespace

void AddAnswers(Page& page, std::string_view marker, const Answers& answers) {
  const Translator& tr = page.tr();
  Dictionary list = page.content().Include(marker, "layout/answers.tpl");
  if (!answers.sections.empty()) {
    AddSections(list, tr, answers);
    return;
  }
  for (FormSection section : kFormSections) {
    Dictionary part = list.Add("PART");
    part.Text("TITLE", tr(std::string(SectionTitle(section))));
    if (section == FormSection::kRequest) {
      AddSlot(part, tr, answers, kPhotoSlot, tr("Photo"));
    }
    AddFields(part, tr, answers, [&](const FormField& field) { return field.section == section; });
    if (section != FormSection::kRequest) continue;
    Dictionary documents = list.Add("PART");
    documents.Text("TITLE", answers.change_link ? tr("Documents") : tr("Uploaded documents"));
    for (const DocumentSlot& slot : DocumentSlots(answers.service)) {
      AddSlot(documents, tr, answers, slot.code, tr(std::string(slot.label)));
    }
  }
}

std::vector<FieldChange> MarkedChanges(const Answers& answers) {
  std::vector<FieldChange> changes;
  if (answers.sent_before) {
    changes = Differences(answers.service, *answers.sent_before, answers.values);
  } else if (answers.on_record) {
    changes = DataChanges(answers.service, *answers.on_record, answers.values);
  }
  return changes;
}

std::string FieldLabel(const Translator& tr, const FormField& field) {
  const bool parent =
      field.section == FormSection::kFather || field.section == FormSection::kMother;
  std::string label = tr(field.label);
  if (!parent) return label;
  return tr("{PERSON}: {LABEL}", {{"PERSON", tr(SectionTitle(field.section))}, {"LABEL", label}});
}

std::string SlotLabel(const Translator& tr, Service service, std::string_view slot) {
  const DocumentSlot* found = FindDocumentSlot(service, slot);
  return found ? tr(found->label) : tr("Photo");
}

std::string AnswerText(const Translator& tr, const FormField& field, std::string_view value) {
  if (field.choices == nullptr) return std::string(value);
  auto text = [&](std::string_view code) {
    const Choice* choice = FindChoice(field.choices(), code);
    return choice == nullptr ? std::string(code) : tr(choice->label);
  };
  if (field.kind != FieldKind::kTicks) return text(value);
  std::string all;
  for (std::string_view code : CodesOf(value)) {
    all += (all.empty() ? "" : tr.In("statements", "; ")) + text(code);
  }
  return all;
}

std::string LineText(const Translator& tr, const FormField& field, const FormValues& values,
                     const std::vector<FieldChange>& changes) {
  const std::string text = AnswerText(tr, field, ValueOf(values, field.name));
  const bool first = field.name == kEducation && EducationIsOneLine(values, changes);
  return first ? text + " - " + ValueOf(values, kEducationSchool) : text;
}

bool SharesLine(const FormField& field, const FormValues& values,
                const std::vector<FieldChange>& changes) {
  return field.name == kEducationSchool && EducationIsOneLine(values, changes);
}

void FillFile(Dictionary& row, const Translator& tr, const AnsweredFile& file) {
  row.Text("LINK", file.link).Text("NAME", file.name).Text("SIZE", FileSize(tr, file.bytes));
  row.Choose(MayBeOpened(file.scan) && !file.gone, "OPENS", "SHUT").ShowIf(file.gone, "GONE");
  row.ShowIf(file.scan == ScanState::kWaiting, "WAITS_FOR_SCAN");
  row.ShowIf(file.scan == ScanState::kQuarantined, "QUARANTINED");
}

std::string FileSize(const Translator& tr, std::uint64_t bytes) {
  if (bytes < 1024) return tr("{N} bytes", {{"N", std::to_string(bytes)}});
  return tr("{N} KB", {{"N", std::to_string((bytes + 512) / 1024)}});
}

}  // namespace permit::views
