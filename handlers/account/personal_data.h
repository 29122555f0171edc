// The student takes out all that is stored about the person: a page that says what, and the
// archive.
//
// 個人資料保護法第3條: a copy of the data about oneself.
#pragma once

#include "handlers/web/context.h"

namespace permit {

inline constexpr int kCopiesADay = 3;  // of an account, by the days of UTC

Response ShowMyData(Context& context);  // GET /my-data
// POST /my-data: a ZIP archive with README.txt, data.json and the files; 429 after kCopiesADay.
Response SendMyData(Context& context);

}  // namespace permit
