// A birthplace as papers write it.
#pragma once

#include <string>
#include <string_view>

namespace permit::views {

// By the code of the form's list: "jiangsu" → "江蘇省 Jiangsu". Another text is given back as it
// is.
std::string PaperBirthplace(std::string_view code);

}  // namespace permit::views
