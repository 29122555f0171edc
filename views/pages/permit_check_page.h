// The public check of a permit: a form of two fields, and above it what came out.
#pragma once

#include <optional>
#include <string>

#include "handlers/rules/calendar.h"
#include "handlers/rules/entry_permit.h"
#include "handlers/rules/field_error.h"
#include "views/page.h"

namespace permit::views {

struct PermitCheckPage {
  std::string number;      // as typed, or as the link brought it
  std::string birth_date;  // as typed
  FieldErrors errors;      // of number and birth_date
  std::optional<PermitVerdict> verdict;
  Instant checked_at;          // with a verdict
  bool address_rests = false;  // this address asked in vain too often
  bool number_rests = false;   // this number was asked for in vain too often, by whomever
};
std::string RenderPermitCheck(const Renderer& renderer, const PageFrame& frame,
                              const PermitCheckPage& data);

}  // namespace permit::views
