#include "handlers/application/prefill.h"

#include "handlers/form_json.h"
#include "handlers/rules/text.h"
#include "sql/account_store.h"
#include "sql/case_store.h"

namespace permit {
namespace {

void Set(FormValues& values, std::string_view name, std::string value) {
  if (!value.empty()) values.insert_or_assign(std::string(name), std::move(value));
}

FormValues FormerForm(sql::Database& database, const Visitor& visitor,
                      const sql::EntryPermit& permit) {
  if (!permit.case_id) return {};
  auto former = sql::FindCase(database, *permit.case_id);
  if (!former || former->applicant_id != visitor.applicant_id) return {};
  FormValues values = ReadFormJson(former->form);
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
  Set(values, "chinese_name", applicant.chinese_name);
  Set(values, "english_name", TidyLine(applicant.surname + ", " + applicant.given_name));
  Set(values, "birth_date", FormatDate(applicant.birth_date));
  Set(values, "unified_number", applicant.unified_number);
  Set(values, "mainland_id", applicant.mainland_id);
  Set(values, "sex", applicant.sex);
  Set(values, "school", applicant.school);
  Set(values, "department", applicant.department);
  Set(values, "study_level", applicant.study_level);
  Set(values, "grade", applicant.grade);
  Set(values, "birthplace", applicant.birthplace);
  Set(values, "travel_permit", applicant.travel_permit);
  if (!values.contains("guarantor_kind")) {
    Set(values, "guarantor_kind", "juridical");
    Set(values, "guarantor_organisation", applicant.school);
  }
  if (auto account = sql::FindAccount(database, visitor.account_id)) {
    Set(values, "email", account->email);
    std::string extension = account->extension.empty() ? "" : " #" + account->extension;
    Set(values, "taiwan_phone", account->phone + extension);
  }
  return TidyDraft(service, values, values);
}

}  // namespace permit
