// The payment slip of the four convenience stores: the payer's stub, a line to cut along, and the
// collector's stub with its three Code 39 symbols.
#pragma once

#include <string>

#include "handlers/rules/calendar.h"
#include "handlers/rules/slip_barcode.h"
#include "views/pdf/paper.h"

namespace permit::views {

struct SlipPaper {
  std::string number;               // 領收號碼, the second symbol
  std::string collection_category;  // 代收類別, "138508"
  std::string branch = "G6101";     // 分行字號
  std::string payer;
  Instant printed_at;
  Date deadline;
  long amount = 0;  // dollars
  SlipBarcodes barcodes;
};

Paper DrawSlip(const SlipPaper& slip);

}  // namespace permit::views
