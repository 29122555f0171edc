#include "handlers/application/prefill.h"

#include "handlers/form/register_record.h"
#include "sql/basic_data_store.h"
#include "sql/case_store.h"

namespace permit {
namespace {

void Set(FormValues& values, std::string_view name, std::string value) {
  if (!value.empty()) values.insert_or_assign(std::string(name), std::move(value));
}

void SetIfAbsent(FormValues& values, std::string_view name, const std::string& value) {
  if (!value.empty()) values.emplace(name, value);
}

// Who the applicant is, as the register has it.
void AddIdentity(FormValues& values, const sql::Applicant& applicant) {
  for (const auto& [field, value] : RegisteredValues(applicant)) Set(values, field, value);
  Set(values, "unified_number", applicant.unified_number);
}

FormValues FormerForm(sql::Database& database, const Visitor& visitor,
                      const sql::EntryPermit& permit) {
  if (!permit.case_id) return {};
  auto former = sql::FindCase(database, *permit.case_id);
  if (!former || former->applicant_id != visitor.applicant_id) return {};
  FormValues values = former->form;
  for (const char* name : {"declared_post", "former_post", "present_post", "resumes_study"}) {
    values.erase(name);
  }
  return values;
}

}  // namespace

FormValues PrefilledForm(sql::Database& database, const Visitor& visitor, Service service,
                         const sql::EntryPermit& permit) {
  FormValues values = FormerForm(database, visitor, permit);
  const sql::Applicant applicant = sql::FindApplicant(database, visitor.applicant_id).value();
  const BasicData basic = sql::FindBasicData(database, visitor.account_id).value();
  AddIdentity(values, applicant);
  Set(values, "department", applicant.department);
  Set(values, "study_level", applicant.study_level);
  Set(values, "grade", applicant.grade);
  SetIfAbsent(values, "taiwan_address", permit.taiwan_address);
  if (!values.contains("guarantor_kind")) {
    Set(values, "guarantor_kind", "juridical");
    Set(values, "guarantor_organisation", applicant.school);
  }
  Set(values, "email", basic.email);
  std::string extension = basic.extension.empty() ? "" : " #" + basic.extension;
  Set(values, "taiwan_phone", basic.phone + extension);
  return TidyDraft(service, values, values);
}

}  // namespace permit
