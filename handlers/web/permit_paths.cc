#include "handlers/web/permit_paths.h"

#include "handlers/web/paths.h"

namespace permit {

std::string PermitPaperPath(std::string_view permit_number) {
  return std::string(kPermitsPath) + "/" + std::string(permit_number) + ".pdf";
}

std::string PermitDayPath(std::string_view permit_number, PermitDay day) {
  return PERMIT_STUDENT "/permits/" + std::string(permit_number) + "/" + std::string(Code(day)) +
         ".ics";
}

std::string CaseDeadlinePath(std::string_view receipt_number) {
  return CasePath(receipt_number) + "/deadline.ics";
}

}  // namespace permit
