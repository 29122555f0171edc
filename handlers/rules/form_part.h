// The sections in which a student fills in the application form: each short enough for a phone,
// each a page of its own that is saved by itself.
//
// They divide the form's groups (FormSection, and the documents) without changing the order of its
// fields. A name is that of a field (FormFields) or of a slot for files (required_documents.h).
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "handlers/rules/case_state.h"
#include "handlers/rules/field_error.h"

namespace permit {

enum class FormPart {
  kPhoto,
  kRequest,
  kDocuments,
  kIdentity,
  kStudies,
  kContact,
  kDeclaration,
  kGuarantor,
  kFather,
  kMother,
};
// In their order in the form.
inline constexpr FormPart kFormParts[] = {
    FormPart::kPhoto,   FormPart::kRequest, FormPart::kDocuments,   FormPart::kIdentity,
    FormPart::kStudies, FormPart::kContact, FormPart::kDeclaration, FormPart::kGuarantor,
    FormPart::kFather,  FormPart::kMother};

std::string_view Code(FormPart part);  // also the last part of its address: "identity"
std::optional<FormPart> FormPartFromCode(std::string_view code);

std::string_view PartTitle(FormPart part);   // English msgid
std::string_view GroupTitle(FormPart part);  // English msgid; the part's own where it is the group

// What the part asks for, in the order of the page.
std::vector<std::string_view> NamesIn(Service service, FormPart part);
// nullopt: the service's form has no such field or slot.
std::optional<FormPart> PartOf(Service service, std::string_view name);

FieldErrors ErrorsIn(Service service, FormPart part, const FieldErrors& errors);

// Whether something is only not given yet.
bool IsMissing(Problem problem);

enum class PartState { kDone, kToDo, kWrong };
// `errors`: of the whole form. Nothing given yet is still to do.
PartState StateOf(Service service, FormPart part, const FieldErrors& errors);

}  // namespace permit
