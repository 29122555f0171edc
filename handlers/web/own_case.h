// The case that an address names by its receipt number, found through its owner so that looking it
// up is the permission.
#pragma once

#include "handlers/web/context.h"
#include "sql/case_store.h"

namespace permit {

// Of the path's {receipt}. HttpError 404 when the visitor has no such case.
sql::Case FindOwnCase(const Context& context);

}  // namespace permit
