// The hidden fields of a form that is saved again and again: what its page shows, and which of two
// answers counts (handlers/form/merge.h says what they mean).
#pragma once

#include <string_view>

namespace permit {

inline constexpr std::string_view kRevisionField = "revision";
inline constexpr std::string_view kPageField = "page";
inline constexpr std::string_view kOpenField = "open";
inline constexpr std::string_view kCropPhotoField = "crop_photo";  // that the sliders lie on
// Which page of a form in sections it is, and "check" when it goes back there (form/form_place.h).
inline constexpr std::string_view kSectionField = "section";
inline constexpr std::string_view kFromField = "from";
// Of a correction that changes nothing and is sent all the same.
inline constexpr std::string_view kUnchangedField = "unchanged";
inline constexpr std::string_view kPickPrefix = "pick_";  // and the field's name

}  // namespace permit
