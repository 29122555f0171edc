// The agency's telephone numbers in the text of a page or a mail become links that a phone dials.
#pragma once

#include <string>
#include <string_view>

namespace permit::views {

// `html` is a template; numbers within tags and within links stay as they are.
std::string LinkTelephones(std::string_view html);

}  // namespace permit::views
