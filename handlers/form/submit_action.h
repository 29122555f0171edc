// What the pressed button of a form with files asks for.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "fcgi/http/request.h"

namespace permit {

// The field `do`: one of the words, or one that ends with a colon and the id of a file. A form that
// a script sends by itself has none, but then fields or files. HttpError 400 for anything else.
std::string ReadSubmitAction(const Request& request, std::span<const std::string_view> words);

}  // namespace permit
