// The addresses of permits, and of the files that put their days and those of cases into calendars.
#pragma once

#include <string>
#include <string_view>

#include "handlers/rules/permit_days.h"

namespace permit {

std::string PermitPaperPath(std::string_view permit_number);               // the PDF
std::string PermitDayPath(std::string_view permit_number, PermitDay day);  // a calendar file
// Of the day by which the student must act.
std::string CaseDeadlinePath(std::string_view receipt_number);

}  // namespace permit
