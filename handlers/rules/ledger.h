// The books: postings of several legs that sum to zero.
//
// Debits are positive, credits negative, in New Taiwan dollars. What a collector or gateway has
// taken in for the agency is its debit; what it was taken in for is the credit of a fee, or of
// suspense while nobody knows.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "handlers/rules/case_state.h"
#include "handlers/rules/payment_method.h"

namespace permit {

enum class LedgerAccount {
  kCollector,  // money that a collector or gateway owes the agency
  kFee,        // earned, by service
  kSuspense,   // money of an exception, until the cashier closes it; owed to the agency if revoked
  kClosed,     // money of an exception that the cashier has closed
};

struct LedgerLeg {
  LedgerAccount account;
  std::optional<PaymentMethod> method;  // empty: money whose payment is not known
  std::optional<Service> item;          // of a fee
  std::int64_t amount;
};

struct FeePaid {
  Service service;
  std::int64_t amount;
};

std::vector<LedgerLeg> PostFees(PaymentMethod method, std::span<const FeePaid> fees);
// Below zero for money that was taken back: the collector does not owe it any more, and it stands
// in suspense as what the agency is owed. The fee stays earned and its receipt stays as it is.
std::vector<LedgerLeg> PostException(std::optional<PaymentMethod> method, std::int64_t amount);
// A fee that is earned no longer, as its case was closed without a permit: it stands in suspense as
// what the agency owes.
std::vector<LedgerLeg> PostFeeGivenUp(PaymentMethod method, const FeePaid& fee);
std::vector<LedgerLeg> PostResolution(std::optional<PaymentMethod> method, std::int64_t amount);
bool Balances(std::span<const LedgerLeg> legs);

std::string_view Code(LedgerAccount account);  // "collector", "fee" …

}  // namespace permit
