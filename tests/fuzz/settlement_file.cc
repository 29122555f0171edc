// The collectors' settlement file, as it came and with its check characters and sums made right.
#include "handlers/rules/settlement_file.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "fcgi/base/text_encoding.h"
#include "tests/fuzz/property.h"

namespace permit::fuzz {
namespace {

constexpr std::size_t kRecord = 120;

std::string Column(std::string text, std::size_t width) {
  text.resize(width, ' ');
  return text;
}

std::string Day(Date date) {
  char text[16];
  std::snprintf(text, sizeof text, "%04d%02u%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return text;
}

std::string Digits(long number, std::size_t width) {
  const std::string digits = std::to_string(number);
  return std::string(width - std::min(width, digits.size()), '0') + digits;
}

std::string Written(const SettlementFile& file) {
  const std::string from = Column(file.company, 8) + Column(file.collector, 8);
  const std::string category = Column(file.category, 3);
  std::string bytes = Column("1" + from + category + "1" + Day(file.sent_on), kRecord) + "\r\n";
  for (const SettlementLine& line : file.lines) {
    const std::string detail = "2" + from + Column(line.shop, 8) + Column(line.account, 14) +
                               category + line.status + Day(line.booked_on) + Day(line.paid_on) +
                               line.barcodes.first + Column(line.barcodes.second, 20) +
                               line.barcodes.third;
    bytes += Column(detail, kRecord) + "\r\n";
  }
  return bytes + Column("3" + from + category + Day(file.sent_on) + Digits(file.total * 100, 16) +
                            Digits(static_cast<long>(file.lines.size()), 10),
                        kRecord);
}

bool Same(const SettlementLine& a, const SettlementLine& b) {
  return a.line == b.line && a.collector == b.collector && a.shop == b.shop &&
         a.account == b.account && a.status == b.status && a.booked_on == b.booked_on &&
         a.paid_on == b.paid_on && a.barcodes == b.barcodes && a.amount == b.amount;
}

void RequireReadsBack(const SettlementFile& file) {
  const auto again = ReadSettlementFile(Written(file));
  Require(again.has_value(), "a file that was written is read");
  Require(again->company == file.company && again->collector == file.collector &&
              again->category == file.category && again->sent_on == file.sent_on &&
              again->total == file.total,
          "with the same header and total");
  Require(std::equal(again->lines.begin(), again->lines.end(), file.lines.begin(), file.lines.end(),
                     Same),
          "and the same lines");
}

// The last digit of the trailer's total, which stands 76 bytes before its end.
void RequireTotalCounts(std::string bytes) {
  char& digit = bytes[bytes.size() - 77];
  digit = digit == '0' ? '1' : '0';
  const auto refused = ReadSettlementFile(bytes);
  Require(!refused && refused.error().fault == SettlementFault::kTotal,
          "another total than the sum is refused");
}

void RequireFile(const SettlementFile& file) {
  long sum = 0;
  for (const SettlementLine& line : file.lines) {
    Require(SlipBarcodesHold(line.barcodes), "the barcodes of a line hold");
    Require(line.amount >= 0 && line.amount <= kMaxSlipAmount, "an amount has nine digits");
    Require(line.booked_on.ok() && line.paid_on.ok(), "a date is one of the calendar");
    Require(line.collector == file.collector, "a line is of the file's collector");
    sum += line.amount;
  }
  Require(sum == file.total, "the total is the sum");
  Require(!RefuseHeader(file, {file.company, {file.collector}, file.category}),
          "a file bears what its header says");
  RequireReadsBack(file);
  RequireTotalCounts(Written(file));
}

// Records of 120 bytes whose company and category are the header's, with the right check
// characters, sum and count.
std::string Mended(std::string_view input) {
  std::string header = Column(std::string(input.substr(0, kRecord)), kRecord);
  header[0] = '1';
  std::string bytes = header + "\n";
  long sum = 0, count = 0;
  for (input.remove_prefix(std::min(input.size(), kRecord)); !input.empty();
       input.remove_prefix(std::min(input.size(), kRecord))) {
    std::string record = Column(std::string(input.substr(0, kRecord)), kRecord);
    record[0] = '2';
    record.replace(1, 16, header, 1, 16);
    record.replace(39, 3, header, 17, 3);
    const std::string second = record.substr(69, record.find(' ', 69) - 69).substr(0, 20);
    const auto check = SlipCheckCharacters(record.substr(60, 9), second,
                                           record.substr(89, 4) + record.substr(95, 9));
    if (check) record.replace(93, 2, *check);
    std::replace(record.begin(), record.end(), '\n', ' ');
    sum += std::strtol(record.substr(95, 9).c_str(), nullptr, 10);
    ++count;
    bytes += record + "\n";
  }
  std::string trailer = "3" + header.substr(1, 19) + header.substr(21, 8);
  return bytes + Column(trailer + Digits(std::max(sum, 0L) * 100, 16) + Digits(count, 10), kRecord);
}

}  // namespace

void Try(std::string_view input) {
  for (const std::string& bytes : {std::string(input), Mended(input)}) {
    const auto file = ReadSettlementFile(bytes);
    if (file) {
      RequireFile(*file);
    } else {
      const auto lines = static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\n'));
      Require(file.error().line <= lines + 1, "a refusal names a line of the file");
      Require(!Code(file.error().fault).empty(), "and a reason");
    }
  }
  const std::string decoded = DecodeBig5(input);
  Require(IsWellFormedUtf8(decoded) && !HasControl(decoded), "Big5 is decoded to text");
}

}  // namespace permit::fuzz
