#include "tests/handlers/payment/store_file.h"

#include <cstdio>

#include "handlers/rules/slip_barcode.h"

namespace permit::test {
namespace {

std::string Day(Date date) {
  std::string text = FormatDate(date);
  return text.substr(0, 4) + text.substr(5, 2) + text.substr(8, 2);
}

std::string Padded(std::string text, std::size_t width) {
  text.resize(width, ' ');
  return text;
}

}  // namespace

std::string StoreFile(const std::vector<StoreLine>& lines, Date sent_on) {
  std::string company = Padded("69520000", 8), collector = Padded("7111111", 8);
  std::string file = Padded("1" + company + collector + "6II" + "1" + Day(sent_on), 120) + "\n";
  std::int64_t total = 0;
  for (const StoreLine& line : lines) {
    auto codes = MakeSlipBarcodes(AddDays(line.paid_on, 3), "6II", line.number,
                                  DuePeriodMonthDay(AddDays(line.paid_on, 3)),
                                  static_cast<long>(line.amount));
    file +=
        Padded("2" + company + collector + Padded("12345678", 8) + Padded("00000000000001", 14) +
                   "6II" + line.status + Day(AddDays(line.paid_on, 1)) + Day(line.paid_on) +
                   codes->first + Padded(codes->second, 20) + codes->third,
               120) +
        "\n";
    total += line.amount;
  }
  char trailer[64];
  std::snprintf(trailer, sizeof trailer, "%014lld00%010zu", static_cast<long long>(total),
                lines.size());
  return file + Padded("3" + company + collector + "6II" + Day(sent_on) + trailer, 120) + "\n";
}

}  // namespace permit::test
