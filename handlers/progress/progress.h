// Looking up the progress of one's cases.
//
// One address serves both pages, so that a search can be kept as a bookmark: without `list` it is
// the form, filled in from the query; with it the list, or the form with its errors.
#pragma once

#include "handlers/web/context.h"

namespace permit {

inline constexpr int kProgressLinesPerPage = 20;

Response ShowProgress(Context& context);  // GET /progress

}  // namespace permit
