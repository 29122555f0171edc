#include "handlers/rules/virtual_account.h"

#include <algorithm>

namespace permit {
namespace {

constexpr long kMaxAmount = 9999999999;

bool HasDigits(std::string_view text, std::size_t count) {
  return text.size() == count &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

char CheckDigit(std::string_view first_15, long amount) {
  std::string digits = std::to_string(amount);
  std::string all = std::string(first_15) + std::string(10 - digits.size(), '0') + digits;
  static constexpr int kWeights[] = {1, 3, 7};
  int sum = 0;
  for (std::size_t i = 0; i < all.size(); ++i) sum += (all[i] - '0') * kWeights[i % 3];
  return static_cast<char>('0' + sum % 10);
}

}  // namespace

std::optional<std::string> VirtualAccount(std::string_view category, std::string_view own_number,
                                          long amount) {
  if (!HasDigits(category, 6) || !HasDigits(own_number, 9)) return std::nullopt;
  if (amount < 0 || amount > kMaxAmount) return std::nullopt;
  std::string account = std::string(category) + std::string(own_number);
  return account + CheckDigit(account, amount);
}

}  // namespace permit
