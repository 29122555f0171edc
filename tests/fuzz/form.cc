// application/x-www-form-urlencoded, read as a form and as a query.
#include "fcgi/http/form.h"

#include "fcgi/http/request.h"
#include "tests/fuzz/property.h"

namespace permit::fuzz {
namespace {

void RequireReadsBack(const Params& query) {
  const std::string written = QueryText(query);
  Require(query.empty() == written.empty(), "a query that is not empty is written");
  if (written.empty()) return;
  const std::string_view fields = std::string_view(written).substr(1);
  Params as_query, as_form;
  ParseQuery(fields, as_query);
  Require(as_query.entries() == query.entries(), "a query that was written reads back");
  ParseUrlEncoded(fields, as_form);
  Require(as_form.entries() == query.entries(), "and is a form too");
}

}  // namespace

void Try(std::string_view input) {
  Params query;
  ParseQuery(input, query);
  RequireText(query);
  RequireReadsBack(query);
  Params form;
  try {
    ParseUrlEncoded(input, form);
  } catch (const HttpError& error) {
    Require(error.status() == 400 || error.status() == 413, "a form is refused as malformed");
    return;
  }
  RequireText(form);
  Require(form.entries() == query.entries(), "what is a form is the same as a query");
}

}  // namespace permit::fuzz
