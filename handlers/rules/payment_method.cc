#include "handlers/rules/payment_method.h"

#include <algorithm>
#include <iterator>

namespace permit {
namespace {

struct Row {
  PaymentMethod method;
  std::string_view code;
  PaymentFamily family;
  SettledBy settled;
  PayerCost cost;
};

constexpr Row kRows[] = {
    {PaymentMethod::kCreditCard,
     "credit-card",
     PaymentFamily::kCreditCard,
     SettledBy::kGateway,
     {.percent = 2}},
    {PaymentMethod::kWebAtm,
     "web-atm",
     PaymentFamily::kWebAtm,
     SettledBy::kGateway,
     {.fixed = 7, .interbank = true}},
    {PaymentMethod::kVirtualAccount,
     "virtual-account",
     PaymentFamily::kVirtualAccount,
     SettledBy::kSlip,
     {.fixed = 10, .interbank = true}},
    {PaymentMethod::kEGovAccount,
     "egov-account",
     PaymentFamily::kEGovernment,
     SettledBy::kEGovernment,
     {.fixed = 15}},
    {PaymentMethod::kEGovWebAtm,
     "egov-web-atm",
     PaymentFamily::kEGovernment,
     SettledBy::kEGovernment,
     {.fixed = 15}},
    {PaymentMethod::kEGovCreditCard,
     "egov-credit-card",
     PaymentFamily::kEGovernment,
     SettledBy::kEGovernment,
     {.set_by_issuer = true}},
    {PaymentMethod::kConvenienceStore,
     "convenience-store",
     PaymentFamily::kConvenienceStore,
     SettledBy::kSlip,
     {.fixed = 8}},
};
static_assert(std::ranges::equal(kRows, kPaymentMethods, {}, &Row::method),
              "a row for each method, in their order");

const Row& RowOf(PaymentMethod method) { return *std::ranges::find(kRows, method, &Row::method); }

}  // namespace

PaymentFamily FamilyOf(PaymentMethod method) { return RowOf(method).family; }

SettledBy SettlementOf(PaymentMethod method) { return RowOf(method).settled; }

PayerCost CostOf(PaymentMethod method) { return RowOf(method).cost; }

std::string_view Code(PaymentMethod method) { return RowOf(method).code; }

std::string_view Code(SettledBy settled) {
  switch (settled) {
    case SettledBy::kGateway:
      return "gateway";
    case SettledBy::kEGovernment:
      return "e-government";
    case SettledBy::kSlip:
      return "slip";
  }
  return {};
}

std::optional<PaymentMethod> PaymentMethodFromCode(std::string_view code) {
  const auto* row = std::ranges::find(kRows, code, &Row::code);
  return row == std::end(kRows) ? std::nullopt : std::optional(row->method);
}

}  // namespace permit
