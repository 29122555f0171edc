// The frame of a page in the visitor's language: address, menu, language switch, form token.
#pragma once

#include "handlers/web/context.h"
#include "views/page.h"

namespace permit {

views::PageFrame Frame(const Context& context);

}  // namespace permit
