#include "handlers/form/typed_form.h"

#include <algorithm>

#include "handlers/rules/data_change.h"
#include "handlers/rules/text.h"

namespace permit {

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
    auto same = [&](const SlotCount& count) { return count.slot == file.slot; };
    auto found = std::find_if(counts.begin(), counts.end(), same);
    if (found == counts.end()) found = counts.insert(found, {file.slot, 0});
    ++found->files;
  }
  return counts;
}

FormValues TypedValues(const Params& form, Service service, FormValues values) {
  for (const FormField& field : FormFields(service)) {
    if (field.kind == FieldKind::kReadOnly || !form.Has(field.name)) continue;
    values.insert_or_assign(std::string(field.name), std::string(form.Get(field.name)));
  }
  return values;
}

FieldErrors ForgedFields(const Request& request, Service service, const FormValues& stored,
                         Fixed fixed) {
  FieldErrors errors;
  for (const FormField& field : FormFields(service)) {
    const bool may_change = fixed == Fixed::kReadOnlyFields && field.kind != FieldKind::kReadOnly;
    if (may_change || !request.form.Has(field.name)) continue;
    const auto held = stored.find(field.name);
    if (TidyLine(request.form.Get(field.name)) != (held == stored.end() ? "" : held->second)) {
      errors.push_back({std::string(field.name), Problem::kReadOnly, 0, {}});
    }
  }
  return errors;
}

void TakeBack(FormValues& values, const FieldErrors& errors, const FormValues& stored) {
  for (const FieldError& error : errors) {
    auto before = stored.find(error.field);
    if (before == stored.end()) {
      values.erase(error.field);
    } else {
      values.insert_or_assign(error.field, before->second);
    }
  }
}

bool MovesFiles(const Request& request, std::string_view action) {
  const bool sent = std::any_of(request.files.begin(), request.files.end(),
                                [](const FilePart& part) { return !part.content.empty(); });
  return sent || action == "upload" || action == "crop" ||
         action.find(':') != std::string_view::npos;
}

}  // namespace permit
