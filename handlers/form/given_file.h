// An uploaded file on its way to whoever opens it.
//
// The database keeps what was handed in, or the smaller file that was made of it. Of a PDF a copy
// is given in its place, rebuilt each time it is asked for (pdf_rebuilding.h): so files from before
// it was done are treated alike, a fault that is mended in the rebuilding is mended for all, and
// neither database nor backup holds a file twice. Pictures are given as they are. A file that waits
// for the scan for viruses, or in which it found one, is given to nobody.
#pragma once

#include <optional>
#include <string>

#include <tl/expected.hpp>

#include "handlers/web/context.h"
#include "sql/upload_store.h"

namespace permit {

enum class Withheld {
  kWaitsForScan,
  kQuarantined,
  kNotRebuilt,  // a PDF that cannot be read
};

// The bytes to give.
tl::expected<std::string, Withheld> BytesToGive(sql::UploadContent upload);

// The answer to a student who opens a file of theirs. HttpError: 404 without a file, 423 while it
// waits for the scan, 410 when that found a virus, 429 while another PDF of the account is rebuilt,
// 500 when it cannot be.
Response GivenFileResponse(const Context& context, std::optional<sql::UploadContent> upload);

}  // namespace permit
