// Papers of invented people: as usual, and with texts as long as the forms let them be.
#pragma once

#include <string>

#include "views/pdf/application_copy.h"
#include "views/pdf/permit.h"
#include "views/pdf/receipt.h"
#include "views/pdf/slip.h"

namespace permit::test {

// A drawn portrait of 413 × 531 pixels.
views::Photo SamplePhoto();

views::PermitPaper SamplePermit();
views::PermitPaper LongestPermit();
views::SlipPaper SampleSlip();
views::ReceiptPaper SampleReceipt();
views::ApplicationCopy SampleApplication();
views::ApplicationCopy LongestApplication();

// `count` characters of Chinese and of English text, with places to break.
std::string LongChinese(int count);
std::string LongEnglish(int count);

}  // namespace permit::test
