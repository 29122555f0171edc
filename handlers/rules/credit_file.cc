#include "handlers/rules/credit_file.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace permit {
namespace {

constexpr std::string_view kCollector = "BOT";
constexpr std::size_t kLongestTradeNumber = 20;
using Cells = std::array<std::string_view, 4>;

std::string_view TakeLine(std::string_view& bytes) {
  std::string_view line = bytes.substr(0, bytes.find('\n'));
  bytes.remove_prefix(std::min(line.size() + 1, bytes.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::optional<Cells> Split(std::string_view line) {
  Cells cells;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    std::size_t comma = line.find(',');
    if ((comma == std::string_view::npos) != (i + 1 == cells.size())) return std::nullopt;
    cells[i] = line.substr(0, comma);
    if (comma != std::string_view::npos) line.remove_prefix(comma + 1);
  }
  return cells;
}

bool AreDigits(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Printable ASCII without blanks.
bool IsTradeNumber(std::string_view text) {
  return !text.empty() && text.size() <= kLongestTradeNumber &&
         std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c <= '~'; });
}

tl::expected<SettlementLine, SettlementFault> ReadCredit(std::string_view text) {
  auto cells = Split(text);
  if (!cells) return tl::unexpected(SettlementFault::kLength);
  const auto& [account, amount, paid_on, trade_number] = *cells;
  if (account.size() != 16 || !AreDigits(account)) return tl::unexpected(SettlementFault::kNumber);
  if (!AreDigits(amount) || amount.size() > 9) return tl::unexpected(SettlementFault::kNumber);
  if (!IsTradeNumber(trade_number)) return tl::unexpected(SettlementFault::kNumber);
  auto day = ParseDate(paid_on);
  if (!day) return tl::unexpected(SettlementFault::kDate);
  SettlementLine line{.collector = std::string(kCollector),
                      .shop = std::string(trade_number),
                      .status = "00",
                      .booked_on = *day,
                      .paid_on = *day};
  line.barcodes.second = account;
  std::from_chars(amount.data(), amount.data() + amount.size(), line.amount);
  return line;
}

}  // namespace

bool IsCreditFile(std::string_view bytes) { return TakeLine(bytes) == kCreditFileHead; }

tl::expected<SettlementFile, SettlementRefusal> ReadCreditFile(std::string_view bytes) {
  if (TakeLine(bytes) != kCreditFileHead)
    return tl::unexpected(SettlementRefusal{1, SettlementFault::kOrder});
  SettlementFile file;
  file.collector = kCollector;
  file.sent_on = Date{std::chrono::sys_days{}};
  for (std::size_t number = 2; !bytes.empty(); ++number) {
    std::string_view text = TakeLine(bytes);
    if (text.empty()) continue;
    auto line = ReadCredit(text);
    if (!line) return tl::unexpected(SettlementRefusal{number, line.error()});
    line->line = number;
    file.sent_on = std::max(file.sent_on, line->paid_on);
    file.total += line->amount;
    file.lines.push_back(*std::move(line));
  }
  if (file.lines.empty()) return tl::unexpected(SettlementRefusal{0, SettlementFault::kEmpty});
  return file;
}

}  // namespace permit
