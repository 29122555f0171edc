// Which fields a form has: a request that brings others is no form of this site's.
//
// Every form may carry `csrf` and the idempotency key beside its own fields. What a person writes
// is judged by the handler, with a message at its field; what a page writes (hidden fields,
// buttons, ticks) cannot be wrong by mistake, so that anything but a short plain word is refused
// here. So is what a page's script writes, bytes as base64url, when it is anything else.
#pragma once

#include <string_view>
#include <vector>

#include "fcgi/http/request.h"

namespace permit {

enum class Writer { kPerson, kPage, kScript };

struct FormEntry {
  std::string_view name;
  Writer writer = Writer::kPerson;
  bool many = false;  // may come several times
};

struct FormShape {
  std::vector<FormEntry> entries;
  bool files = false;  // which file fields there are is the handler's to know
};

// Of a route; a function, so that a shape may be derived from a table of the rules.
using FormShapeOf = const FormShape& (*)();

// Throws HttpError 400 for a field that the form does not have, one that comes twice, a file where
// none is taken, and a value that no page writes.
void CheckFormShape(const Request& request, const FormShape& shape);

}  // namespace permit
