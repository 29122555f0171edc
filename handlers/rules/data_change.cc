#include "handlers/rules/data_change.h"

namespace permit {
namespace {

std::string ValueOf(const FormValues& values, std::string_view name) {
  auto found = values.find(name);
  return found == values.end() ? std::string() : found->second;
}

bool IsRecorded(const FormField& field) {
  return field.section != FormSection::kRequest && field.section != FormSection::kDeclaration;
}

}  // namespace

std::vector<FieldChange> Differences(Service service, const FormValues& before,
                                     const FormValues& after) {
  std::vector<FieldChange> changes;
  for (const FormField& field : FormFields(service)) {
    FieldChange change{std::string(field.name), ValueOf(before, field.name),
                       ValueOf(after, field.name)};
    if (change.before != change.after) changes.push_back(std::move(change));
  }
  return changes;
}

std::vector<FieldChange> DataChanges(Service service, const FormValues& on_record,
                                     const FormValues& values) {
  std::vector<FieldChange> changes = Differences(service, on_record, values);
  std::erase_if(changes, [&](const FieldChange& change) {
    return !IsRecorded(*FindFormField(service, change.field));
  });
  return changes;
}

}  // namespace permit
