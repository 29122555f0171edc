#include "handlers/rules/payment_method.h"

namespace permit {

PaymentFamily FamilyOf(PaymentMethod method) {
  switch (method) {
    case PaymentMethod::kCreditCard:
      return PaymentFamily::kCreditCard;
    case PaymentMethod::kWebAtm:
      return PaymentFamily::kWebAtm;
    case PaymentMethod::kVirtualAccount:
      return PaymentFamily::kVirtualAccount;
    case PaymentMethod::kEGovAccount:
    case PaymentMethod::kEGovWebAtm:
    case PaymentMethod::kEGovCreditCard:
      return PaymentFamily::kEGovernment;
    case PaymentMethod::kConvenienceStore:
      return PaymentFamily::kConvenienceStore;
  }
  return {};
}

SettledBy SettlementOf(PaymentMethod method) {
  switch (FamilyOf(method)) {
    case PaymentFamily::kCreditCard:
    case PaymentFamily::kWebAtm:
      return SettledBy::kGateway;
    case PaymentFamily::kEGovernment:
      return SettledBy::kEGovernment;
    case PaymentFamily::kVirtualAccount:
    case PaymentFamily::kConvenienceStore:
      return SettledBy::kSlip;
  }
  return {};
}

PayerCost CostOf(PaymentMethod method) {
  switch (method) {
    case PaymentMethod::kCreditCard:
      return {.percent = 2};
    case PaymentMethod::kWebAtm:
      return {.fixed = 7, .interbank = true};
    case PaymentMethod::kVirtualAccount:
      return {.fixed = 10, .interbank = true};
    case PaymentMethod::kEGovAccount:
    case PaymentMethod::kEGovWebAtm:
      return {.fixed = 15};
    case PaymentMethod::kEGovCreditCard:
      return {.set_by_issuer = true};
    case PaymentMethod::kConvenienceStore:
      return {.fixed = 8};
  }
  return {};
}

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

std::string_view Code(PaymentMethod method) {
  switch (method) {
    case PaymentMethod::kCreditCard:
      return "credit-card";
    case PaymentMethod::kWebAtm:
      return "web-atm";
    case PaymentMethod::kVirtualAccount:
      return "virtual-account";
    case PaymentMethod::kEGovAccount:
      return "egov-account";
    case PaymentMethod::kEGovWebAtm:
      return "egov-web-atm";
    case PaymentMethod::kEGovCreditCard:
      return "egov-credit-card";
    case PaymentMethod::kConvenienceStore:
      return "convenience-store";
  }
  return {};
}

std::optional<PaymentMethod> PaymentMethodFromCode(std::string_view code) {
  for (PaymentMethod method : kPaymentMethods) {
    if (Code(method) == code) return method;
  }
  return std::nullopt;
}

}  // namespace permit
