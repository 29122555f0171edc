// Of a PDF what its pages show (pdf_rebuilding.h says what is left of it).
#pragma once

class QPDF;

namespace permit {

// What forms and remarks show becomes a part of the pages; all else that is not a page's content is
// dropped. Throws what qpdf throws.
void KeepPagesAlone(QPDF& pdf);

}  // namespace permit
