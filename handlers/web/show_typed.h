// How a page without scripts switches its language and loses nothing of what was typed.
#pragma once

#include <string_view>

namespace permit {

// With "yes" in the query of a POST the form is shown again with what was typed, and nothing is
// done (Route::again).
inline constexpr std::string_view kShowTyped = "typed";

}  // namespace permit
