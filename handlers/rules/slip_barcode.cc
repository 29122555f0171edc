#include "handlers/rules/slip_barcode.h"

#include <algorithm>
#include <cstdio>

namespace permit {
namespace {

std::optional<int> CharacterValue(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'I') return c - 'A' + 1;
  if (c >= 'J' && c <= 'R') return c - 'J' + 1;
  if (c >= 'S' && c <= 'Z') return c - 'S' + 2;
  switch (c) {
    case '+':
      return 1;
    case '%':
      return 2;
    case '-':
      return 6;
    case '.':
      return 7;
    case ' ':
      return 8;
    case '$':
      return 9;
    case '/':
      return 0;
    default:
      return std::nullopt;
  }
}

struct Sums {
  int odd = 0;
  int even = 0;
};

// Positions count from 1 in each symbol.
bool AddTo(Sums& sums, std::string_view symbol) {
  for (std::size_t i = 0; i < symbol.size(); ++i) {
    auto value = CharacterValue(symbol[i]);
    if (!value) return false;
    (i % 2 == 0 ? sums.odd : sums.even) += *value;
  }
  return true;
}

char CheckCharacter(int sum, char for_zero, char for_ten) {
  int rest = sum % 11;
  if (rest == 0) return for_zero;
  if (rest == 10) return for_ten;
  return static_cast<char>('0' + rest);
}

bool IsCode(std::string_view text, std::size_t length) {
  return text.size() == length && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
         });
}

std::string Formatted(const char* format, long a, long b = 0, long c = 0) {
  char text[48];
  std::snprintf(text, sizeof text, format, a, b, c);
  return text;
}

long Month(Date date) { return static_cast<long>(static_cast<unsigned>(date.month())); }
long Day(Date date) { return static_cast<long>(static_cast<unsigned>(date.day())); }

}  // namespace

std::string DuePeriodMonthDay(Date deadline) {
  return Formatted("%02ld%02ld", Month(deadline), Day(deadline));
}

std::string DuePeriodRocYearMonth(Date deadline) {
  return Formatted("%02ld%02ld", RocYear(deadline) % 100L, Month(deadline));
}

std::optional<std::string> SlipCheckCharacters(std::string_view first, std::string_view second,
                                               std::string_view third_without_check) {
  Sums sums;
  for (std::string_view symbol : {first, second, third_without_check}) {
    if (!AddTo(sums, symbol)) return std::nullopt;
  }
  return std::string{CheckCharacter(sums.odd, 'A', 'B'), CheckCharacter(sums.even, 'X', 'Y')};
}

std::optional<SlipBarcodes> MakeSlipBarcodes(Date deadline, std::string_view item,
                                             std::string_view number, std::string_view due_period,
                                             long amount) {
  if (!deadline.ok() || RocYear(deadline) < 0) return std::nullopt;
  if (!IsCode(item, 3) || !IsCode(number, 16) || !IsCode(due_period, 4)) return std::nullopt;
  if (amount <= 0 || amount > kMaxSlipAmount) return std::nullopt;
  SlipBarcodes barcodes;
  barcodes.first =
      Formatted("%02ld%02ld%02ld", RocYear(deadline) % 100, Month(deadline), Day(deadline)) +
      std::string(item);
  barcodes.second = number;
  std::string money = Formatted("%09ld", amount);
  auto check =
      SlipCheckCharacters(barcodes.first, barcodes.second, std::string(due_period) + money);
  if (!check) return std::nullopt;
  barcodes.third = std::string(due_period) + *check + money;
  return barcodes;
}

bool SlipBarcodesHold(const SlipBarcodes& barcodes) {
  if (barcodes.first.size() != 9 || barcodes.second.empty() || barcodes.second.size() > 20 ||
      barcodes.third.size() != 15) {
    return false;
  }
  auto check = SlipCheckCharacters(barcodes.first, barcodes.second,
                                   barcodes.third.substr(0, 4) + barcodes.third.substr(6));
  return check && *check == barcodes.third.substr(4, 2);
}

}  // namespace permit
