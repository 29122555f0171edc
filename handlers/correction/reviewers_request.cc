#include "handlers/correction/reviewers_request.h"

#include <algorithm>

#include "handlers/form/printable.h"
#include "handlers/form/typed_form.h"
#include "handlers/rules/data_change.h"
#include "handlers/rules/form_part.h"
#include "handlers/rules/required_documents.h"
#include "sql/case_store.h"

namespace permit {
namespace {

bool IsReturn(const sql::CaseHistoryRow& row) {
  return row.event == CaseEvent::kReturnForCorrection ||
         row.event == CaseEvent::kReturnForDocuments;
}

FormNames AllSlots(Service service) {
  FormNames names;
  for (FormPart part : {FormPart::kPhoto, FormPart::kDocuments}) {
    for (std::string_view name : NamesIn(service, part)) names.emplace(name);
  }
  return names;
}

// Whether the field is asked for, or needed, only with an answer among those names.
bool DependsOn(const FormField& field, const FormNames& names) {
  return names.contains(field.applies_when.field) || names.contains(field.required_when.field);
}

// The files of the case as it was sent.
std::vector<sql::DraftFile> SentFiles(const PendingCorrection& correction) {
  std::vector<sql::DraftFile> files;
  for (sql::DraftFile file : correction.held.files) {
    if (!file.sent) continue;
    file.removed = false;
    files.push_back(std::move(file));
  }
  return files;
}

FieldErrors DocumentErrors(Service service, const std::vector<sql::DraftFile>& files,
                           const FormValues& values) {
  return CheckDocuments(service, CountFiles(files), ResumesStudy(values)).errors;
}

FieldErrors ErrorsOfFields(const Context& context, Service service, const FormValues& values) {
  FieldErrors errors =
      CheckForm(service, values, FormRulesOf(context.services.settings), context.today());
  AddUnprintable(values, errors);
  return errors;
}

}  // namespace

ReviewersRequest ReadRequest(sql::Executor& executor, std::uint64_t case_id) {
  ReviewersRequest request;
  std::vector<sql::CaseHistoryRow> history = sql::CaseHistory(executor, case_id);
  const auto last = std::find_if(history.rbegin(), history.rend(), IsReturn);
  if (last == history.rend()) return request;
  request.opinion = last->opinion;
  request.returned_at = last->at;
  for (const sql::CaseRemark& remark : sql::CaseRemarks(executor, case_id)) {
    if (remark.history_id != last->id) continue;
    std::string& text = request.remarks[remark.target];
    text += (text.empty() ? "" : " ") + remark.remark;
  }
  return request;
}

FormNames AskedNames(const PendingCorrection& correction, const ReviewersRequest& request) {
  FormNames fields, slots;
  for (const auto& [target, remark] : request.remarks) {
    if (FindFormField(correction.of.service, target) != nullptr) fields.insert(target);
  }
  for (const sql::DraftFile& file : correction.held.files) {
    if (request.remarks.contains(file.id)) slots.insert(file.slot);
  }
  if (correction.documents_only() && (slots.empty() || !fields.empty())) {
    slots = AllSlots(correction.of.service);
  }
  fields.merge(slots);
  return fields;
}

FormNames ChangedNames(const PendingCorrection& correction) {
  FormNames names;
  for (const sql::DraftFile& file : correction.held.files) {
    if (file.removed || !file.sent) names.insert(file.slot);
  }
  if (correction.documents_only()) return names;
  const Service service = correction.of.service;
  const FormValues now = TidyForm(service, correction.held.values, correction.of.form);
  for (FieldChange& change : Differences(service, correction.of.form, now)) {
    names.insert(std::move(change.field));
  }
  return names;
}

std::optional<FormNames> OpenNames(const PendingCorrection& correction,
                                   const ReviewersRequest& request, const FormNames& wrong) {
  FormNames names = AskedNames(correction, request);
  if (names.empty()) return std::nullopt;
  for (const FormNames& more : {ChangedNames(correction), wrong}) {
    names.insert(more.begin(), more.end());
  }
  if (correction.documents_only()) return names;
  const FormNames shown = names;
  for (const FormField& field : FormFields(correction.of.service)) {
    if (DependsOn(field, shown)) names.emplace(field.name);
  }
  return names;
}

FieldErrors FindCorrectionErrors(const Context& context, const PendingCorrection& correction,
                                 const ReviewersRequest& request) {
  const Service service = correction.of.service;
  const FormValues& sent = correction.of.form;
  FieldErrors errors = DocumentErrors(service, correction.held.files, correction.held.values);
  FieldErrors before = DocumentErrors(service, SentFiles(correction), sent);
  if (!correction.documents_only()) {
    for (auto& [found, values] :
         {std::pair(&errors, TidyForm(service, correction.held.values, sent)),
          std::pair(&before, TidyForm(service, sent, sent))}) {
      const FieldErrors of_fields = ErrorsOfFields(context, service, values);
      found->insert(found->end(), of_fields.begin(), of_fields.end());
    }
  }
  FormNames looked_at = AskedNames(correction, request);
  looked_at.merge(ChangedNames(correction));
  std::erase_if(errors, [&](const FieldError& error) {
    const bool was_so = std::find(before.begin(), before.end(), error) != before.end();
    return was_so && !looked_at.contains(error.field);
  });
  return errors;
}

}  // namespace permit
