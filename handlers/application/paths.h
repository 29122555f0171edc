// Addresses of the pages of applying.
#pragma once

#include <string>
#include <string_view>

#include "handlers/rules/case_state.h"

namespace permit {

std::string DeclarationPath(Service service);
std::string PermitNumberPath(Service service);  // for one who has agreed to the declaration
std::string DraftPath(std::string_view draft_id);
std::string DraftFilePath(std::string_view draft_id, std::string_view upload_id);
std::string CheckAnswersPath(std::string_view draft_id);
std::string SentPath(std::string_view receipt_number);
std::string CasePath(std::string_view receipt_number);

}  // namespace permit
