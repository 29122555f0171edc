// What the kinds of permits and their days are called on pages and in calendars.
#pragma once

#include <string>

#include "handlers/rules/entry_permit.h"
#include "handlers/rules/permit_days.h"
#include "views/translator.h"

namespace permit::views {

std::string PermitKindName(const Translator& tr, PermitKind kind);

// One line that says which day it is, for an event of a calendar.
std::string PermitDayName(const Translator& tr, PermitDay day);

}  // namespace permit::views
