// Forms with files: multipart/form-data (RFC 7578), read in place.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "fcgi/http/params.h"
#include "fcgi/http/request.h"

namespace permit {

// The boundary of a content type's parameters; throws HttpError 400 when it is missing or not one.
std::string MultipartBoundary(std::string_view content_type);

// Splits `body` into fields and files; the files' content lies in `body`. A file control that was
// left empty gives nothing. Throws HttpError 400 for anything that is not exactly the format and
// 413 for more than limits.h allows.
void ParseMultipart(std::string_view body, std::string_view boundary, Params& fields,
                    std::vector<FilePart>& files);

}  // namespace permit
