// The values of an application form as they are stored: one JSON object of texts.
#pragma once

#include <string>
#include <string_view>

#include "handlers/rules/application_form.h"

namespace permit {

std::string FormJson(const FormValues& values);
// Throws std::runtime_error when the text is no such object: the world is broken.
FormValues ReadFormJson(std::string_view json);

}  // namespace permit
