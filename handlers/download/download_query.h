// What a student typed to find papers, read from the query of an address.
#pragma once

#include "fcgi/http/params.h"
#include "handlers/rules/field_error.h"
#include "sql/paper_store.h"

namespace permit {

struct DownloadQuery {
  sql::DownloadFilter filter;  // void with errors
  FieldErrors errors;          // of the fields group receipt from to
};

DownloadQuery ReadDownloadQuery(const Params& query);

}  // namespace permit
