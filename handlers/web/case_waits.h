// How long cases wait for their students, as configured.
#pragma once

#include "fcgi/base/settings.h"
#include "handlers/rules/case_deadline.h"

namespace permit {

inline CaseWaits CaseWaitsOf(const Settings& settings) {
  return {static_cast<int>(settings.case_answer_days), static_cast<int>(settings.case_pay_days)};
}

}  // namespace permit
