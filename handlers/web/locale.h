// The language of a response: `?lang=`, else the cookie, else what the browser asks for.
#pragma once

#include "handlers/web/context.h"

namespace permit {

// Tags are read by their primary subtag and in any case; what is malformed counts as absent.
// A `?lang=` that names a language is also kept in the cookie for a year.
void ChooseLanguage(Context& context);

}  // namespace permit
