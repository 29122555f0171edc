// The payment slip: the payer's stub, a line to cut along, and the collector's stub, which bears
// the three Code 39 symbols of the convenience stores or the number of a virtual account.
#pragma once

#include <optional>
#include <string>

#include "handlers/rules/calendar.h"
#include "handlers/rules/slip_barcode.h"
#include "views/pdf/paper.h"

namespace permit::views {

struct SlipPaper {
  std::string number;               // 領收號碼: the second symbol, and the virtual account
  std::string collection_category;  // 代收類別, "138508"
  std::string branch = "G6101";     // 分行字號
  std::string payer;
  Instant printed_at;
  Date deadline;
  long amount = 0;                       // dollars
  std::optional<SlipBarcodes> barcodes;  // none: paid into the virtual account
};

Paper DrawSlip(const SlipPaper& slip);

}  // namespace permit::views
