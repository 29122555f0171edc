#include "handlers/rules/form_part.h"

#include <algorithm>

#include "handlers/rules/application_form.h"
#include "handlers/rules/language.h"
#include "handlers/rules/required_documents.h"

namespace permit {
namespace {

using enum FormPart;

// The applicant's data are three parts; each begins with one of these fields.
constexpr std::string_view kFirstOfStudies = "school";
constexpr std::string_view kFirstOfContact = "travel_permit";

FormPart PartAfter(FormPart before, const FormField& field) {
  switch (field.section) {
    case FormSection::kRequest:
      return kRequest;
    case FormSection::kApplicant:
      if (field.name == kFirstOfStudies) return kStudies;
      if (field.name == kFirstOfContact) return kContact;
      return before == kStudies || before == kContact ? before : kIdentity;
    case FormSection::kDeclaration:
      return kDeclaration;
    case FormSection::kGuarantor:
      return kGuarantor;
    case FormSection::kFather:
      return kFather;
    case FormSection::kMother:
      return kMother;
  }
  return before;
}

}  // namespace

std::string_view Code(FormPart part) {
  switch (part) {
    case kPhoto:
      return "photo";
    case kRequest:
      return "request";
    case kDocuments:
      return "documents";
    case kIdentity:
      return "identity";
    case kStudies:
      return "studies";
    case kContact:
      return "contact";
    case kDeclaration:
      return "declaration";
    case kGuarantor:
      return "guarantor";
    case kFather:
      return "father";
    case kMother:
      return "mother";
  }
  return {};
}

std::optional<FormPart> FormPartFromCode(std::string_view code) {
  for (FormPart part : kFormParts) {
    if (Code(part) == code) return part;
  }
  return std::nullopt;
}

std::string_view PartTitle(FormPart part) {
  switch (part) {
    case kPhoto:
      return Msgid("Photo upload");
    case kRequest:
      return Msgid("Basis for application");
    case kDocuments:
      return Msgid("Documents");
    case kIdentity:
      return Msgid("Name and identity documents");
    case kStudies:
      return Msgid("Studies, birthplace and education");
    case kContact:
      return Msgid("Travel permit and contact details");
    case kDeclaration:
      return SectionTitle(FormSection::kDeclaration);
    case kGuarantor:
      return SectionTitle(FormSection::kGuarantor);
    case kFather:
      return SectionTitle(FormSection::kFather);
    case kMother:
      return SectionTitle(FormSection::kMother);
  }
  return {};
}

std::string_view GroupTitle(FormPart part) {
  switch (part) {
    case kPhoto:
    case kRequest:
      return SectionTitle(FormSection::kRequest);
    case kIdentity:
    case kStudies:
    case kContact:
      return SectionTitle(FormSection::kApplicant);
    case kFather:
    case kMother:
      return Msgid("Relatives");
    case kDocuments:
    case kDeclaration:
    case kGuarantor:
      return PartTitle(part);
  }
  return {};
}

std::vector<std::string_view> NamesIn(Service service, FormPart part) {
  std::vector<std::string_view> names;
  names.reserve(FormFields(service).size());
  if (part == kPhoto) names.push_back(kPhotoSlot);
  if (part == kDocuments) {
    for (const DocumentSlot& slot : DocumentSlots(service)) names.push_back(slot.code);
  }
  FormPart at = kPhoto;
  for (const FormField& field : FormFields(service)) {
    at = PartAfter(at, field);
    if (at == part) names.push_back(field.name);
  }
  return names;
}

std::optional<FormPart> PartOf(Service service, std::string_view name) {
  if (name == kPhotoSlot) return kPhoto;
  if (FindDocumentSlot(service, name) != nullptr) return kDocuments;
  FormPart at = kPhoto;
  for (const FormField& field : FormFields(service)) {
    at = PartAfter(at, field);
    if (field.name == name) return at;
  }
  return std::nullopt;
}

FieldErrors ErrorsIn(Service service, FormPart part, const FieldErrors& errors) {
  FieldErrors found;
  for (const FieldError& error : errors) {
    if (PartOf(service, error.field) == part) found.push_back(error);
  }
  return found;
}

bool IsMissing(Problem problem) {
  return problem == Problem::kMissing || problem == Problem::kNotChosen ||
         problem == Problem::kFileMissing;
}

PartState StateOf(Service service, FormPart part, const FieldErrors& errors) {
  const FieldErrors found = ErrorsIn(service, part, errors);
  if (found.empty()) return PartState::kDone;
  const bool missing = std::all_of(
      found.begin(), found.end(), [](const FieldError& error) { return IsMissing(error.problem); });
  return missing ? PartState::kToDo : PartState::kWrong;
}

}  // namespace permit
