// What is said above a form that shows what was sent after the session had ended.
#pragma once

#include "views/page.h"

namespace permit::views {

Notice KeptFormNotice(const Renderer& renderer, Language language, bool takes_files);

}  // namespace permit::views
