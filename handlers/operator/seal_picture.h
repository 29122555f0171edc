// The codes in a picture or on the pages of a PDF, as the bytes they hold.
//
// PNG and JPEG as they are, PDF pages drawn at 200 dpi; a code may be turned or a little askew.
// A file that is none of these, or cannot be read, throws std::runtime_error.
#pragma once

#include <string>
#include <vector>

namespace permit::ctl {

std::vector<std::string> ReadCodes(const std::string& file);

}  // namespace permit::ctl
