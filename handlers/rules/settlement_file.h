// The collectors' settlement file: fixed columns of 120 bytes a record, header, details, trailer.
//
// Bytes are Big5, and columns are counted in bytes: what is read here stays as the file has it, and
// is decoded before it is stored or shown. A file is read whole or refused with the line and the
// reason.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "handlers/rules/calendar.h"
#include "handlers/rules/slip_barcode.h"

namespace permit {

struct SettlementLine {
  std::size_t line = 0;   // from 1
  std::string collector;  // "7111111" "TFM" "OKCVS" "HILIFE"
  std::string shop;
  std::string account;
  std::string status;  // "00" good
  Date booked_on;
  Date paid_on;
  SlipBarcodes barcodes;  // the second without its filling blanks
  long amount = 0;        // out of the third barcode
  bool good() const { return status == "00"; }
};

struct SettlementFile {
  std::string company;
  std::string collector;
  std::string category;
  Date sent_on;
  std::vector<SettlementLine> lines;
  long total = 0;  // as the trailer says; equal to the sum of the lines
};

enum class SettlementFault {
  kEmpty,
  kLength,      // a record that is not 120 bytes
  kRecordType,  // a record type that is not 1, 2 or 3
  kOrder,       // no header first, no trailer last, a second one of either
  kDate,
  kNumber,     // a number with other characters than digits
  kBarcode,    // a barcode of another form, or whose check characters are wrong
  kDisagrees,  // company, collector, category or date differ from the header's
  kTotal,      // the trailer's total differs from the sum
  kCount,      // the trailer's count differs from the number of details
  kRepeated,   // a line equals one of another file that was taken in before
  kCompany,    // the header names another company than is configured
  kCollector,  // a collector that is not configured
  kCategory,   // another collection category than is configured
};

struct SettlementRefusal {
  std::size_t line = 0;  // from 1; 0: the file as a whole
  SettlementFault fault = SettlementFault::kEmpty;
};

std::string_view Code(SettlementFault fault);  // "length", "record-type" …

tl::expected<SettlementFile, SettlementRefusal> ReadSettlementFile(std::string_view bytes);

// What a file must bear to be ours; a text that is empty and a list without an entry are not
// compared.
struct SettlementTerms {
  std::string company;
  std::vector<std::string> collectors;
  std::string category;
};

// Why the header of a collectors' file is not ours, if so.
std::optional<SettlementRefusal> RefuseHeader(const SettlementFile& file,
                                              const SettlementTerms& terms);
// The first date that cannot be: more than two years before today or more than a month after it.
// Clocks and bank holidays leave room, other centuries do not.
std::optional<SettlementRefusal> RefuseDates(const SettlementFile& file, Date today);

}  // namespace permit
