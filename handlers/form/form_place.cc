#include "handlers/form/form_place.h"

#include "fcgi/http/request.h"

namespace permit {

FormPlace ReadPlace(const Params& form) {
  FormPlace place;
  place.from_check = form.Get(kFromField) == kFromCheck;
  if (!form.Has(kSectionField)) return place;
  const std::string_view section = form.Get(kSectionField);
  place.list = section == kSectionList;
  place.whole = section == kWholeForm;
  place.part = FormPartFromCode(section);
  if (!place.list && !place.whole && !place.part) {
    throw HttpError(400, "the form has no such section");
  }
  return place;
}

std::string PlacePath(const std::string& form_path, const FormPlace& place) {
  if (place.part) {
    return SectionPath(form_path, *place.part) + (place.from_check ? "?from=check" : "");
  }
  return place.whole ? form_path + "?all=yes" : form_path;
}

std::string SectionPath(const std::string& form_path, FormPart part) {
  return form_path + "/sections/" + std::string(Code(part));
}

std::string ChangePath(const std::string& form_path, Service service, std::string_view name) {
  const auto part = PartOf(service, name);
  if (!part) return form_path;
  return SectionPath(form_path, *part) + "?from=check#" + std::string(name);
}

}  // namespace permit
