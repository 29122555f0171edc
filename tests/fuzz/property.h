// What a fuzz target is made of: Try, and the properties that it requires of the code under test.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "fcgi/http/limits.h"
#include "fcgi/http/params.h"
#include "fcgi/http/text.h"

namespace permit::fuzz {

// Each target defines it; it is called once an input. It must neither keep anything between two
// inputs nor ask a clock, so that a finding can be repeated.
void Try(std::string_view input);

// Ends the program, which libFuzzer takes for a finding; `property` is what should hold.
inline void Require(bool holds, const char* property) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %s\n", property);
  std::abort();
}

// Of fields as handlers get them.
inline void RequireText(const Params& params) {
  Require(params.entries().size() <= limits::kFields, "no more fields than allowed");
  for (const auto& [name, value] : params.entries()) {
    Require(!name.empty() && name.size() <= limits::kNameBytes, "a name has a length");
    Require(value.size() <= limits::kValueBytes, "a value has a length");
    Require(IsWellFormedUtf8(name) && IsWellFormedUtf8(value), "fields are UTF-8");
    Require(!HasControl(name), "a name has no control character");
    Require(value.find('\0') == std::string::npos, "a value has no NUL");
  }
}

}  // namespace permit::fuzz
