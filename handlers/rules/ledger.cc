#include "handlers/rules/ledger.h"

#include <numeric>

namespace permit {

std::vector<LedgerLeg> PostFees(PaymentMethod method, std::span<const FeePaid> fees) {
  std::vector<LedgerLeg> legs = {{LedgerAccount::kCollector, method, std::nullopt, 0}};
  for (const FeePaid& fee : fees) {
    legs.front().amount += fee.amount;
    legs.push_back({LedgerAccount::kFee, method, fee.service, -fee.amount});
  }
  return legs;
}

std::vector<LedgerLeg> PostException(std::optional<PaymentMethod> method, std::int64_t amount) {
  return {{LedgerAccount::kCollector, method, std::nullopt, amount},
          {LedgerAccount::kSuspense, method, std::nullopt, -amount}};
}

std::vector<LedgerLeg> PostFeeGivenUp(PaymentMethod method, const FeePaid& fee) {
  return {{LedgerAccount::kFee, method, fee.service, fee.amount},
          {LedgerAccount::kSuspense, method, std::nullopt, -fee.amount}};
}

std::vector<LedgerLeg> PostResolution(std::optional<PaymentMethod> method, std::int64_t amount) {
  return {{LedgerAccount::kSuspense, method, std::nullopt, amount},
          {LedgerAccount::kClosed, method, std::nullopt, -amount}};
}

bool Balances(std::span<const LedgerLeg> legs) {
  return std::accumulate(legs.begin(), legs.end(), std::int64_t{0},
                         [](std::int64_t sum, const LedgerLeg& leg) { return sum + leg.amount; }) ==
         0;
}

std::string_view Code(LedgerAccount account) {
  switch (account) {
    case LedgerAccount::kCollector:
      return "collector";
    case LedgerAccount::kFee:
      return "fee";
    case LedgerAccount::kSuspense:
      return "suspense";
    case LedgerAccount::kClosed:
      return "closed";
  }
  return {};
}

}  // namespace permit
