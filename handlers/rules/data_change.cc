#include "handlers/rules/data_change.h"

namespace permit {
namespace {

bool IsRecorded(const FormField& field) {
  return field.section != FormSection::kRequest && field.section != FormSection::kDeclaration;
}

// Whether the record says otherwise; what it does not say, it does not contradict.
bool Contradicts(const FormValues& on_record, const FieldCondition& condition) {
  const std::string recorded = ValueOf(on_record, condition.field);
  return !recorded.empty() && recorded != condition.value;
}

// The address is printed on the permit, so that the first to be known is a change of it.
bool IsFirstGiven(const FormField& field, const FormValues& on_record, const FormValues& values) {
  return ValueOf(on_record, field.name).empty() && field.name != "taiwan_address" &&
         FieldIsRequired(field, values) && !Contradicts(on_record, field.applies_when) &&
         !Contradicts(on_record, field.required_when);
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
    const FormField& field = *FindFormField(service, change.field);
    return !IsRecorded(field) || IsFirstGiven(field, on_record, values);
  });
  return changes;
}

}  // namespace permit
