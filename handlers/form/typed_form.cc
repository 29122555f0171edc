#include "handlers/form/typed_form.h"

#include <algorithm>

#include "handlers/rules/data_change.h"
#include "handlers/rules/text.h"

namespace permit {
namespace {

constexpr std::size_t kReplyLength = 1000;

// Of ticks as many as are sent.
std::string TypedValue(const Params& form, const FormField& field) {
  std::string value;
  for (std::string_view one : form.All(field.name)) {
    if (!value.empty()) value += ' ';
    value += one;
  }
  return value;
}

FormValues TypedValues(const Params& form, Service service, FormValues values) {
  for (const FormField& field : FormFields(service)) {
    if (field.kind == FieldKind::kReadOnly || !form.Has(field.name)) continue;
    values.insert_or_assign(std::string(field.name), field.kind == FieldKind::kTicks
                                                         ? TypedValue(form, field)
                                                         : std::string(form.Get(field.name)));
  }
  return values;
}

}  // namespace

FormRules FormRulesOf(const Settings& settings) {
  return {settings.refused_mail_domains, settings.travel_permit_pattern};
}

bool ChangesNothing(Service service, const std::optional<FormValues>& on_record,
                    const FormValues& values) {
  return on_record && DataChanges(service, *on_record, values).empty();
}

std::vector<SlotCount> CountFiles(const std::vector<sql::DraftFile>& files) {
  std::vector<SlotCount> counts;
  for (const sql::DraftFile& file : files) {
    if (file.removed) continue;
    auto same = [&](const SlotCount& count) { return count.slot == file.slot; };
    auto found = std::find_if(counts.begin(), counts.end(), same);
    if (found == counts.end()) found = counts.insert(found, {file.slot, 0});
    ++found->files;
  }
  return counts;
}

bool HoldsInfected(const std::vector<sql::DraftFile>& files) {
  return std::any_of(files.begin(), files.end(), [](const sql::DraftFile& file) {
    return !file.removed && file.scan == ScanState::kQuarantined;
  });
}

TypedForm ReadTyped(const Params& form, const HeldForm& held) {
  TypedForm typed = {held.values, held.reply, {}};
  if (form.Has("reply")) typed.reply = TidyLines(form.Get("reply"));
  if (held.fixed != Fixed::kEveryField) {
    typed.values =
        TidyDraft(held.service, TypedValues(form, held.service, held.values), held.fixed_values);
    typed.errors = CheckDraft(held.service, typed.values);
  }
  if (auto problem = CheckText(typed.reply, kReplyLength, true)) {
    typed.errors.push_back({"reply", *problem, static_cast<long>(kReplyLength), {}});
  }
  return typed;
}

FieldErrors ForgedFields(const Params& form, const HeldForm& held) {
  FieldErrors errors;
  for (const FormField& field : FormFields(held.service)) {
    const bool fixed = held.fixed == Fixed::kEveryField || field.kind == FieldKind::kReadOnly;
    if (!fixed || !form.Has(field.name)) continue;
    const auto value = held.fixed_values.find(field.name);
    if (TidyLine(form.Get(field.name)) != (value == held.fixed_values.end() ? "" : value->second)) {
      errors.push_back({std::string(field.name), Problem::kReadOnly, 0, {}});
    }
  }
  return errors;
}

void TakeStorable(const TypedForm& typed, const std::vector<std::string>& left, HeldForm& held) {
  std::vector<std::string> stay = left;
  for (const FieldError& error : typed.errors) stay.push_back(error.field);
  FormValues values = typed.values;
  for (const std::string& field : stay) {
    const auto before = held.values.find(field);
    if (before == held.values.end()) {
      values.erase(field);
    } else {
      values.insert_or_assign(field, before->second);
    }
  }
  held.values = std::move(values);
  if (std::find(stay.begin(), stay.end(), "reply") == stay.end()) held.reply = typed.reply;
}

}  // namespace permit
