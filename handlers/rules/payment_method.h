// The ways to pay: which of the five families each belongs to, how it is settled and what it costs
// the payer beside the fee.
//
// The costs are the collectors' published ones and only shown, never charged by this system.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace permit {

enum class PaymentMethod {
  kCreditCard,        // VISA, MasterCard, JCB of any country
  kWebAtm,            // web ATM of the Bank of Taiwan
  kVirtualAccount,    // slip, counter of the Bank of Taiwan or any ATM
  kEGovAccount,       // e-Government platform: transfer from an account
  kEGovWebAtm,        // e-Government platform: web ATM
  kEGovCreditCard,    // e-Government platform: domestic card
  kConvenienceStore,  // slip with barcodes: 7-ELEVEN, FamilyMart, Hi-Life, OK
};
inline constexpr PaymentMethod kPaymentMethods[] = {
    PaymentMethod::kCreditCard,      PaymentMethod::kWebAtm,     PaymentMethod::kVirtualAccount,
    PaymentMethod::kEGovAccount,     PaymentMethod::kEGovWebAtm, PaymentMethod::kEGovCreditCard,
    PaymentMethod::kConvenienceStore};

enum class PaymentFamily { kCreditCard, kWebAtm, kVirtualAccount, kEGovernment, kConvenienceStore };
inline constexpr PaymentFamily kPaymentFamilies[] = {
    PaymentFamily::kCreditCard, PaymentFamily::kWebAtm, PaymentFamily::kVirtualAccount,
    PaymentFamily::kEGovernment, PaymentFamily::kConvenienceStore};

enum class SettledBy {
  kGateway,      // at once, through the payment gateway
  kEGovernment,  // at once, through the e-Government platform
  kSlip,         // later, from the collector's settlement file
};
inline constexpr SettledBy kSettlements[] = {SettledBy::kGateway, SettledBy::kEGovernment,
                                             SettledBy::kSlip};

// What the payer pays beside the fee.
struct PayerCost {
  std::int64_t fixed = 0;      // NT$ a payment
  int percent = 0;             // of the amount, about
  bool interbank = false;      // and the payer's own bank's fee
  bool set_by_issuer = false;  // the card issuer's list decides
};

PaymentFamily FamilyOf(PaymentMethod method);
SettledBy SettlementOf(PaymentMethod method);
PayerCost CostOf(PaymentMethod method);

// As stored in the database and written in URLs: "credit-card", "convenience-store" …
std::string_view Code(PaymentMethod method);
std::string_view Code(SettledBy settled);  // "gateway", "e-government", "slip"
std::optional<PaymentMethod> PaymentMethodFromCode(std::string_view code);

}  // namespace permit
