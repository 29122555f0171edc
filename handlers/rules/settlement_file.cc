#include "handlers/rules/settlement_file.h"

#include <algorithm>

namespace permit {
namespace {

constexpr std::size_t kRecordBytes = 120;

std::string Trimmed(std::string_view column) {
  std::size_t first = column.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return std::string(column.substr(first, column.find_last_not_of(' ') - first + 1));
}

std::optional<long long> ReadNumber(std::string_view column) {
  long long value = 0;
  for (char c : column) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::optional<Date> ReadDay(std::string_view column) {  // yyyymmdd
  auto number = ReadNumber(column);
  if (!number) return std::nullopt;
  Date date{std::chrono::year{static_cast<int>(*number / 10000)},
            std::chrono::month{static_cast<unsigned>(*number / 100 % 100)},
            std::chrono::day{static_cast<unsigned>(*number % 100)}};
  if (!date.ok()) return std::nullopt;
  return date;
}

// What the reading of one record ends in: nothing, or a fault.
using Outcome = std::optional<SettlementFault>;

Outcome ReadHeader(std::string_view record, SettlementFile& file) {
  file.company = Trimmed(record.substr(1, 8));
  file.collector = Trimmed(record.substr(9, 8));
  file.category = Trimmed(record.substr(17, 3));
  auto sent = ReadDay(record.substr(21, 8));
  if (!sent) return SettlementFault::kDate;
  file.sent_on = *sent;
  return std::nullopt;
}

Outcome ReadDetail(std::string_view record, SettlementFile& file, std::size_t line_number) {
  if (Trimmed(record.substr(1, 8)) != file.company ||
      Trimmed(record.substr(9, 8)) != file.collector ||
      Trimmed(record.substr(39, 3)) != file.category) {
    return SettlementFault::kDisagrees;
  }
  SettlementLine line;
  line.line = line_number;
  line.collector = file.collector;
  line.shop = Trimmed(record.substr(17, 8));
  line.account = Trimmed(record.substr(25, 14));
  line.status = record.substr(42, 2);
  auto booked = ReadDay(record.substr(44, 8));
  auto paid = ReadDay(record.substr(52, 8));
  if (!booked || !paid) return SettlementFault::kDate;
  line.booked_on = *booked;
  line.paid_on = *paid;
  line.barcodes = {std::string(record.substr(60, 9)), Trimmed(record.substr(69, 20)),
                   std::string(record.substr(89, 15))};
  if (!SlipBarcodesHold(line.barcodes)) return SettlementFault::kBarcode;
  auto amount = ReadNumber(std::string_view(line.barcodes.third).substr(6));
  if (!amount) return SettlementFault::kNumber;
  line.amount = static_cast<long>(*amount);
  file.lines.push_back(std::move(line));
  return std::nullopt;
}

Outcome ReadTrailer(std::string_view record, SettlementFile& file) {
  if (Trimmed(record.substr(1, 8)) != file.company ||
      Trimmed(record.substr(9, 8)) != file.collector ||
      Trimmed(record.substr(17, 3)) != file.category) {
    return SettlementFault::kDisagrees;
  }
  auto sent = ReadDay(record.substr(20, 8));
  if (!sent) return SettlementFault::kDate;
  if (*sent != file.sent_on) return SettlementFault::kDisagrees;
  auto cents = ReadNumber(record.substr(28, 16));
  auto count = ReadNumber(record.substr(44, 10));
  if (!cents || !count) return SettlementFault::kNumber;
  long long sum = 0;
  for (const SettlementLine& line : file.lines) sum += line.amount;
  if (*cents != sum * 100) return SettlementFault::kTotal;
  if (*count != static_cast<long long>(file.lines.size())) return SettlementFault::kCount;
  file.total = static_cast<long>(sum);
  return std::nullopt;
}

std::vector<std::string_view> SplitRecords(std::string_view bytes) {
  std::vector<std::string_view> records;
  while (!bytes.empty()) {
    std::size_t end = bytes.find('\n');
    std::string_view record = bytes.substr(0, end);
    bytes = end == std::string_view::npos ? std::string_view{} : bytes.substr(end + 1);
    if (!record.empty() && record.back() == '\r') record.remove_suffix(1);
    records.push_back(record);
  }
  while (!records.empty() && (records.back().empty() || records.back() == "\x1a")) {
    records.pop_back();
  }
  return records;
}

}  // namespace

std::string_view Code(SettlementFault fault) {
  switch (fault) {
    case SettlementFault::kEmpty:
      return "empty";
    case SettlementFault::kLength:
      return "length";
    case SettlementFault::kRecordType:
      return "record-type";
    case SettlementFault::kOrder:
      return "order";
    case SettlementFault::kDate:
      return "date";
    case SettlementFault::kNumber:
      return "number";
    case SettlementFault::kBarcode:
      return "barcode";
    case SettlementFault::kDisagrees:
      return "disagrees-with-header";
    case SettlementFault::kTotal:
      return "total";
    case SettlementFault::kCount:
      return "count";
    case SettlementFault::kRepeated:
      return "repeated-line";
    case SettlementFault::kCompany:
      return "other-company";
    case SettlementFault::kCollector:
      return "unknown-collector";
    case SettlementFault::kCategory:
      return "other-category";
  }
  return {};
}

tl::expected<SettlementFile, SettlementRefusal> ReadSettlementFile(std::string_view bytes) {
  std::vector<std::string_view> records = SplitRecords(bytes);
  if (records.empty()) return tl::unexpected(SettlementRefusal{0, SettlementFault::kEmpty});
  SettlementFile file;
  for (std::size_t i = 0; i < records.size(); ++i) {
    std::string_view record = records[i];
    std::size_t line = i + 1;
    if (record.size() != kRecordBytes)
      return tl::unexpected(SettlementRefusal{line, SettlementFault::kLength});
    bool first = i == 0;
    bool last = line == records.size();
    char type = record[0];
    if (type < '1' || type > '3')
      return tl::unexpected(SettlementRefusal{line, SettlementFault::kRecordType});
    if ((type == '1') != first)
      return tl::unexpected(SettlementRefusal{line, SettlementFault::kOrder});
    if ((type == '3') != last)
      return tl::unexpected(SettlementRefusal{line, SettlementFault::kOrder});
    Outcome fault = type == '1'   ? ReadHeader(record, file)
                    : type == '2' ? ReadDetail(record, file, line)
                                  : ReadTrailer(record, file);
    if (fault) return tl::unexpected(SettlementRefusal{line, *fault});
  }
  return file;
}

std::optional<SettlementRefusal> RefuseHeader(const SettlementFile& file,
                                              const SettlementTerms& terms) {
  if (!terms.company.empty() && file.company != terms.company)
    return SettlementRefusal{1, SettlementFault::kCompany};
  if (!terms.collectors.empty() && std::find(terms.collectors.begin(), terms.collectors.end(),
                                             file.collector) == terms.collectors.end())
    return SettlementRefusal{1, SettlementFault::kCollector};
  if (!terms.category.empty() && file.category != terms.category)
    return SettlementRefusal{1, SettlementFault::kCategory};
  return std::nullopt;
}

std::optional<SettlementRefusal> RefuseDates(const SettlementFile& file, Date today) {
  const Date earliest = AddMonths(today, -24);
  const Date latest = AddMonths(today, 1);
  const auto can_be = [&](Date date) { return earliest <= date && date <= latest; };
  for (const SettlementLine& line : file.lines) {
    if (!can_be(line.booked_on) || !can_be(line.paid_on))
      return SettlementRefusal{line.line, SettlementFault::kDate};
  }
  if (!can_be(file.sent_on)) return SettlementRefusal{1, SettlementFault::kDate};
  return std::nullopt;
}

}  // namespace permit
