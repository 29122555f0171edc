// What is wrong with a file's picture, and what to do about it.
#pragma once

#include <string>

#include "handlers/rules/file_fault.h"
#include "views/translator.h"

namespace permit::views {

// Whole sentences; those about a page of several name it.
std::string FaultMessage(const Translator& tr, const FoundFault& found);

}  // namespace permit::views
