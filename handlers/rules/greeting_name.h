// How a mail and the head of a page call the applicant: in Chinese by the Chinese name, in English
// by the English name of the register, given name first ("Xiaoyu Lin" of LIN, XIAOYU).
#pragma once

#include <string>

#include "handlers/rules/language.h"

namespace permit {

// Names that the register writes in capitals alone get one at the beginning of each word; others
// stay as they are. Whoever has no English name is called by the Chinese one.
std::string GreetingName(Language language, const std::string& chinese_name,
                         const std::string& surname, const std::string& given_name);

}  // namespace permit
