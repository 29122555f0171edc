// Which page of a form in sections a request comes from, and where it goes on.
//
// Each page says so in its field `section`: the list of the sections, one of them, or the whole
// form on one page. A page that says nothing (one from before there were sections) is answered with
// the whole form.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "fcgi/http/params.h"
#include "handlers/rules/form_part.h"
#include "handlers/web/page_fields.h"

namespace permit {

inline constexpr std::string_view kSectionList = "list";
inline constexpr std::string_view kWholeForm = "all";
inline constexpr std::string_view kFromCheck = "check";

struct FormPlace {
  std::optional<FormPart> part;  // of a section's page
  bool list = false;
  bool whole = false;       // said to be; without any of the three it was not said
  bool from_check = false;  // goes back there
};

// HttpError 400 for a place that no page names.
FormPlace ReadPlace(const Params& form);

// The page's address, of a form at that path.
std::string PlacePath(const std::string& form_path, const FormPlace& place);

std::string SectionPath(const std::string& form_path, FormPart part);
// The address of a field or a slot in its section, from the check of the answers.
std::string ChangePath(const std::string& form_path, Service service, std::string_view name);

}  // namespace permit
