// What is wrong with the picture of a page, as far as its pixels tell: blurred, cut off, nearly
// blank, upside down or on its side.
//
// How many of each kind are found, and how often a good page is blamed, is measured by
// page_faults_test. Nothing is said of pictures that are too small to be judged.
#pragma once

#include "handlers/form/picture.h"
#include "handlers/rules/file_fault.h"

namespace permit {

// What a page is shrunk to before it is looked at, unless it is smaller.
inline constexpr Extent kEnoughToJudge = {1200, 1200};

// Whether a picture of that extent is judged: it is large enough, and no long strip, of which
// kEnoughToJudge could take any memory.
bool CanBeJudged(Extent extent);

// Of one page, which may be larger than kEnoughToJudge. The faults name no page.
FileFaults FindPageFaults(const Picture& page);

}  // namespace permit
