// The head of an answer as nginx reads it from a FastCGI worker.
#pragma once

#include <string>

#include "fcgi/http/response.h"

namespace permit {

// Status with its reason phrase, and headers, up to and with the empty line. The length of the body
// is among them, so that nginx notices an answer that was cut off. Throws std::invalid_argument for
// a header that holds a control character.
std::string SerializeHead(const Response& response);

}  // namespace permit
