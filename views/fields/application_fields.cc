#include "views/fields/application_fields.h"

#include <algorithm>

#include "handlers/rules/form_part.h"
#include "handlers/rules/required_documents.h"
#include "views/fields/form_fields.h"
#include "views/layout/answers.h"
#include "views/layout/claims.h"
#include "views/layout/file_faults.h"
#include "views/words/case_words.h"
#include "views/words/field_messages.h"
#include "views/words/rule_messages.h"

namespace permit::views {
namespace {

constexpr std::string_view kPhotoTypes =
    "image/jpeg,image/png,image/heic,image/heif,.jpg,.jpeg,.png,.heic,.heif";
constexpr std::string_view kDocumentTypes =
    "image/jpeg,image/png,image/heic,image/heif,image/bmp,application/pdf,"
    ".jpg,.jpeg,.png,.heic,.heif,.bmp,.pdf";

// A picture of more bytes is made smaller by the page's script before it is sent: to a JPEG of
// fewer, whose long edge has so many pixels. Of a photo a part is chosen afterwards, so more is
// left of it.
struct ScriptScaling {
  std::int64_t light_bytes;
  int long_edge;
};
constexpr ScriptScaling kScaledDocument = {500'000, 2000};
constexpr ScriptScaling kScaledPhoto = {1'000'000, 2800};

struct Purpose {
  std::string_view field;
  std::string_view token;
};

// What the browser may fill in by itself (WCAG 1.3.5).
constexpr Purpose kPurposes[] = {
    {"chinese_name", "name"},
    {"birth_date", "bday"},
    {"email", "email"},
    {"taiwan_phone", "tel"},
    {"taiwan_address", "address-line1"},
};

std::string Autocomplete(std::string_view field) {
  for (const Purpose& purpose : kPurposes) {
    if (purpose.field == field) return std::string(purpose.token);
  }
  return {};
}

// What a spell check would mark and an automatic capital would spoil.
bool IsName(std::string_view field) {
  return field.ends_with("_name") || field.ends_with("_address") ||
         field == "guarantor_representative";
}

std::string Value(const FormValues& values, std::string_view name) {
  auto found = values.find(name);
  return found == values.end() ? std::string() : found->second;
}

std::string ConditionHint(const Translator& tr, Service service, const FormField& field) {
  const bool applies = !field.applies_when.field.empty();
  const FieldCondition& condition = applies ? field.applies_when : field.required_when;
  const FormField* other = FindFormField(service, condition.field);
  if (other == nullptr) return {};
  const std::string label = tr(other->label);
  const Choice& chosen = *FindChoice(other->choices(), condition.value);
  const std::string choice = tr(chosen.brief.empty() ? chosen.label : chosen.brief);
  if (applies) {
    return tr("Only fill this in if \"{LABEL}\" is \"{CHOICE}\".",
              {{"LABEL", label}, {"CHOICE", choice}});
  }
  return tr("You must fill this in if \"{LABEL}\" is \"{CHOICE}\".",
            {{"LABEL", label}, {"CHOICE", choice}});
}

// What a data change would replace.
std::string PresentValue(const Translator& tr, const FormContent& data, const FormField& field) {
  if (!data.on_record || field.kind == FieldKind::kReadOnly) return {};
  const std::string value = Value(*data.on_record, field.name);
  if (value.empty()) return {};
  return tr("Our record: {VALUE}.", {{"VALUE", AnswerText(tr, field, value)}});
}

FieldHead Head(const Translator& tr, const FormContent& data, const FormField& field) {
  FieldHead head;
  head.name = field.name;
  head.label = tr(field.label);
  head.condition = ConditionHint(tr, data.service, field);
  if (!field.hint.empty()) head.hint = tr(field.hint);
  const std::string present = PresentValue(tr, data, field);
  if (!present.empty()) head.hint = head.hint.empty() ? present : present + " " + head.hint;
  for (const FieldChange& claim : data.claims) {
    if (claim.field != field.name) continue;
    const std::string text = ClaimText(tr, data.service, claim);
    head.hint = head.hint.empty() ? text : text + " " + head.hint;
  }
  head.error = FieldMessage(tr, FieldLabel(tr, field), data.errors, field.name);
  const bool depends = !field.required_when.field.empty();
  head.required = field.required && (!depends || FieldIsRequired(field, data.values));
  head.asked = head.required || !depends;  // the hint says when it is needed
  return head;
}

TextField Text(const FormField& field, FieldHead head, std::string value) {
  TextField text{.head = std::move(head), .value = std::move(value)};
  text.max_length = static_cast<int>(field.max_length);
  text.autocomplete = Autocomplete(field.name);
  if (IsName(field.name)) text.capitals = field.name == "english_name" ? "characters" : "none";
  return text;
}

void AddFormField(Page& page, Dictionary& place, const FormContent& data, const FormField& field) {
  const Translator& tr = page.tr();
  FieldHead head = Head(tr, data, field);
  std::string value = Value(data.values, field.name);
  if (data.fields_fixed) {
    head.hint.clear();
    head.condition.clear();
    head.asked = false;
    AddField(page, place, "FIELD", FixedField{head, AnswerText(tr, field, value)});
    return;
  }
  switch (field.kind) {
    case FieldKind::kChoice:
      AddSelect(page, place, "FIELD", {head, value, Options(tr, field.choices())});
      return;
    case FieldKind::kRadio: {
      std::vector<Option> options = Options(tr, field.choices());
      bool brief = options.size() == 2 && options[0].label.size() < 24;
      AddRadios(page, place, "FIELD", {head, value, std::move(options), brief});
      return;
    }
    case FieldKind::kTicks: {
      TicksField ticks{.head = head, .values = {}, .choices = Options(tr, field.choices())};
      for (std::string_view code : CodesOf(value)) ticks.values.emplace_back(code);
      AddField(page, place, "FIELD", ticks);
      return;
    }
    case FieldKind::kDate:
    case FieldKind::kPastDate:
    case FieldKind::kFutureDate:
      AddField(
          page, place, "FIELD",
          DateField{head, value, field.name == "birth_date", static_cast<int>(field.max_length)});
      return;
    case FieldKind::kParagraph:
      AddField(page, place, "FIELD", AreaField{head, value, 4, static_cast<int>(field.max_length)});
      return;
    case FieldKind::kText:
      AddField(page, place, "FIELD", Text(field, head, value));
      return;
    case FieldKind::kReadOnly:
      AddField(page, place, "FIELD", FixedField{head, value});
      return;
    case FieldKind::kPhone:
    case FieldKind::kEmail: {
      TextField text = Text(field, head, value);
      text.type = field.kind == FieldKind::kPhone ? "tel" : "email";
      text.input_mode = text.type;
      text.ltr_code = true;
      AddField(page, place, "FIELD", text);
      return;
    }
    case FieldKind::kCode:
    case FieldKind::kMainlandId:
    case FieldKind::kTravelPermit:
    case FieldKind::kUnifiedNumber: {
      TextField text = Text(field, head, value);
      text.width = 20;
      text.ltr_code = true;
      text.capitals = "characters";
      AddField(page, place, "FIELD", text);
      return;
    }
  }
}

void AddSection(Page& page, const FormContent& data, FormSection section, std::string_view marker) {
  for (const FormField& field : FormFields(data.service)) {
    if (field.section != section || !Shows(data, field.name)) continue;
    const std::string remark = Value(data.remarks, field.name);
    if (data.fields_fixed && !FieldApplies(field, data.values) && remark.empty()) continue;
    Dictionary row = page.content().Add(marker);
    // What the reviewer speaks of is always shown; what is only shown was chosen above.
    const bool hides = remark.empty() && !data.conflicts.contains(std::string(field.name)) &&
                       Shows(data, field.applies_when.field);
    if (!data.fields_fixed && !field.applies_when.field.empty() && hides) {
      row.Add("WHEN")
          .Text("OTHER", field.applies_when.field)
          .Text("VALUE", field.applies_when.value);
    }
    row.ShowText("REMARK", remark);
    AddConflict(
        page, row, data, std::string(field.name), FieldLabel(page.tr(), field),
        [&](const std::string& value) { return AnswerText(page.tr(), field, value); },
        Value(data.values, field.name));
    AddFormField(page, row, data, field);
  }
}

std::string IdOf(const AnsweredFile& file) { return file.link.substr(file.link.rfind('/') + 1); }

// The page's script spares sending what would be refused, in the words of the refusal.
void AddSizeLimit(Dictionary& place, const Translator& tr, std::string_view slot,
                  const std::string& label) {
  const bool photo = slot == kPhotoSlot;
  const Problem problem = photo ? Problem::kPhotoTooLarge : Problem::kFileTooLarge;
  const FieldError error{std::string(slot), problem, SizeLimit(problem), "{FILE}"};
  place.Number("MOST_BYTES", static_cast<std::int64_t>(photo ? kMaxPhotoBytes : kMaxUploadBytes));
  const ScriptScaling& scaling = photo ? kScaledPhoto : kScaledDocument;
  place.Number("LIGHT_BYTES", scaling.light_bytes).Number("LONG_EDGE", scaling.long_edge);
  place.Text("TOO_LARGE", FieldMessage(tr, label, error));
}

void AddSlot(Page& page, std::string_view marker, const FormContent& data, std::string_view slot,
             const std::string& label, const std::string& hint, bool required) {
  if (!Shows(data, slot)) return;
  const Translator& tr = page.tr();
  const bool photo = slot == kPhotoSlot;
  Dictionary place = page.content().Add(marker);
  FileField field;
  field.head = {.name = std::string(slot), .label = label, .hint = hint, .required = required};
  for (const FieldError& error : data.errors) {
    if (error.field != slot) continue;
    if (!field.head.error.empty()) field.head.error += '\n';
    field.head.error += FieldMessage(tr, photo ? tr("Photo") : label, error);
  }
  field.accept = photo ? kPhotoTypes : kDocumentTypes;
  field.several = !photo;
  AddSizeLimit(place, tr, slot, label);
  AddField(page, place, "FILE_FIELD", field);
  place.Add("CAMERA").Text("SIDE", photo ? "user" : "environment").Text("LABEL", label);
  bool any = false;
  for (const AnsweredFile& file : data.files) {
    if (file.slot != slot) continue;
    if (!any) place.Show("HAS_FILES");
    any = true;
    Dictionary row = place.Add("FILE");
    row.Text("ID", IdOf(file));
    FillFile(row, tr, file);
    FillFaults(row, tr, file);
    row.ShowIf(photo, "PREVIEW").ShowText("REMARK", Value(data.remarks, IdOf(file)));
    row.Choose(file.removed, "REMOVED", "KEPT");
  }
  if (photo && any && data.crop) {
    place.Add("CROP")
        .Text("PICTURE", data.crop->picture)
        .Text("CROPPED", data.crop->photo)
        .Number("LEAST", data.crop->least_size)
        .Number("SIZE", std::max(data.crop->crop.size, data.crop->least_size))
        .Number("X", data.crop->crop.x)
        .Number("Y", data.crop->crop.y);
  }
}

std::string SlotHint(const Translator& tr, const DocumentSlot& slot) {
  switch (slot.need) {
    case DocumentNeed::kAdvisedUnlessResuming:
      return tr("You can send the application without this, but we may ask you for it later.");
    case DocumentNeed::kRequired:
    case DocumentNeed::kOptional:
      return {};
  }
  return {};
}

std::string FormErrorText(const Translator& tr, FormError form_error) {
  switch (form_error) {
    case FormError::kNothingChanged:
      return tr(
          "Everything you entered matches our records. Change at least one answer, or do not send "
          "the application. Filling in required information that we did not have before does not "
          "count as a change.");
    case FormError::kTooLargeAltogether:
      return tr(
          "The files you sent were too large in total, so none of them arrived. Upload the files "
          "one at a time. Each can be up to 20 MB.");
    case FormError::kInfectedFile:
      return tr(
          "A file in this form contains a virus. Remove the file marked \"Virus found\" and upload "
          "a clean one.");
  }
  return {};
}

// The groups of which something is shown, each under its title.
void ShowGroups(Page& page, const FormContent& data) {
  Dictionary& content = page.content();
  content.ShowIf(data.titled, "TITLED");
  const auto any = [&](std::initializer_list<FormPart> parts) {
    return std::any_of(parts.begin(), parts.end(), [&](FormPart part) {
      const std::vector<std::string_view> names = NamesIn(data.service, part);
      return std::any_of(names.begin(), names.end(),
                         [&](std::string_view name) { return Shows(data, name); });
    });
  };
  using enum FormPart;
  content.ShowIf(any({kPhoto, kRequest}), "IN_REQUEST")
      .ShowIf(any({kDocuments}), "IN_DOCUMENTS")
      .ShowIf(any({kIdentity, kStudies, kContact}), "IN_APPLICANT")
      .ShowIf(any({kDeclaration}), "IN_DECLARATION")
      .ShowIf(any({kGuarantor}), "IN_GUARANTOR")
      .ShowIf(any({kFather, kMother}), "IN_RELATIVES")
      .ShowIf(any({kFather}), "IN_FATHER")
      .ShowIf(any({kMother}), "IN_MOTHER");
}

}  // namespace

bool Shows(const FormContent& data, std::string_view name) {
  return !data.shown || data.shown->contains(name);
}

void AddFormErrors(Page& page, const std::vector<FormError>& errors) {
  for (FormError error : errors) page.AddError({"", FormErrorText(page.tr(), error)});
}

void AddFormParts(Page& page, const FormContent& data) {
  const Translator& tr = page.tr();
  page.content()
      .Text("REVISION", data.revision)
      .Text("PAGE", data.page)
      .ShowIf(data.checked, "CHECKED");
  ShowGroups(page, data);
  AddFormErrors(page, data.form_errors);
  page.content().ShowText("ASKED_MAILBOX", data.asked_mailbox);
  if (!data.conflicts.empty()) {
    page.AddError(
        {"", tr("While this page was open, the form was saved in another window or on another "
                "device. Where an answer was changed in both places, both versions are shown "
                "below. Choose which to keep, then select the button again.")});
  }
  AddSlot(page, "PHOTO", data, kPhotoSlot, tr("Photo upload"),
          tr("JPEG, PNG or HEIC, at least 413 × 531 pixels, up to 20 MB, taken in the last 2 "
             "years. We will turn it upright, crop it and reduce its size for you."),
          true);
  AddSection(page, data, FormSection::kRequest, "REQUEST");
  int number = 0;
  for (const DocumentSlot& slot : DocumentSlots(data.service)) {
    std::string label = std::to_string(++number) + ". " + tr(slot.label);
    AddSlot(page, "SLOT", data, slot.code, label, SlotHint(tr, slot),
            slot.need == DocumentNeed::kRequired);
  }
  AddSection(page, data, FormSection::kApplicant, "APPLICANT");
  AddSection(page, data, FormSection::kDeclaration, "DECLARATION");
  AddSection(page, data, FormSection::kGuarantor, "GUARANTOR");
  AddSection(page, data, FormSection::kFather, "FATHER");
  AddSection(page, data, FormSection::kMother, "MOTHER");
}

void AddConflict(Page& page, Dictionary& place, const FormContent& data, const std::string& name,
                 const std::string& label,
                 const std::function<std::string(const std::string&)>& shown,
                 const std::string& typed) {
  const auto conflict = data.conflicts.find(name);
  if (conflict == data.conflicts.end()) return;
  const Translator& tr = page.tr();
  auto answer = [&](const std::string& value) {
    return value.empty() ? tr("Not given") : shown(value);
  };
  place.ShowText("OPEN", name);
  AddRadios(
      page, place, "CONFLICT",
      {.head = {.name = "pick_" + name,
                .label = tr("Which answer to \"{LABEL}\" do you want to keep?", {{"LABEL", label}}),
                .error = tr("\"{LABEL}\" was also changed in another window or on another device. "
                            "Choose which answer to keep.",
                            {{"LABEL", label}}),
                .required = true},
       .value = {},
       .choices = {{"saved", tr("The version saved elsewhere"), answer(conflict->second)},
                   {"typed", tr("The version in the field below"), answer(typed)}}});
}

}  // namespace permit::views
