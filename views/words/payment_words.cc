#include "views/words/payment_words.h"

#include "views/dictionary.h"

namespace permit::views {
namespace {

std::string_view Tone(PublicPaymentState state) {
  switch (state) {
    case PublicPaymentState::kAwaitingPayer:
    case PublicPaymentState::kBeingConfirmed:
      return "tag-waiting";
    case PublicPaymentState::kPaid:
      return "tag-good";
    case PublicPaymentState::kFailed:
    case PublicPaymentState::kRevoked:
      return "tag-bad";
    case PublicPaymentState::kVoided:
    case PublicPaymentState::kExpired:
      return "tag-ended";
  }
  return {};
}

std::string StateName(const Voice& say, PublicPaymentState state) {
  switch (state) {
    case PublicPaymentState::kAwaitingPayer:
      return say.In("payment", "Awaiting payment");
    case PublicPaymentState::kBeingConfirmed:
      return say.In("payment", "Being confirmed with the bank");
    case PublicPaymentState::kPaid:
      return say.In("payment", "Paid");
    case PublicPaymentState::kFailed:
      return say.In("payment", "Failed");
    case PublicPaymentState::kVoided:
      return say.In("payment", "Cancelled");
    case PublicPaymentState::kExpired:
      return say.In("payment", "Expired");
    case PublicPaymentState::kRevoked:
      return say.In("payment", "Taken back by the bank");
  }
  return {};
}

}  // namespace

std::string FamilyName(const Voice& say, PaymentFamily family) {
  switch (family) {
    case PaymentFamily::kCreditCard:
      return say("International Credit Card ePayment");
    case PaymentFamily::kWebAtm:
      return say("Web ATM Payment");
    case PaymentFamily::kVirtualAccount:
      return say("Virtual Account Payment");
    case PaymentFamily::kEGovernment:
      return say("E-Government Payment");
    case PaymentFamily::kConvenienceStore:
      return say("Convenience Store Payment");
  }
  return {};
}

std::string MethodName(const Voice& say, PaymentMethod method) {
  switch (method) {
    case PaymentMethod::kCreditCard:
    case PaymentMethod::kWebAtm:
    case PaymentMethod::kVirtualAccount:
    case PaymentMethod::kConvenienceStore:
      return FamilyName(say, FamilyOf(method));
    case PaymentMethod::kEGovAccount:
      return say("E-Government: transfer from a bank account");
    case PaymentMethod::kEGovWebAtm:
      return say("E-Government: web ATM");
    case PaymentMethod::kEGovCreditCard:
      return say("E-Government: credit card");
  }
  return {};
}

std::string KindName(const Voice& say, PaymentMethod method) {
  switch (method) {
    case PaymentMethod::kCreditCard:
    case PaymentMethod::kWebAtm:
    case PaymentMethod::kVirtualAccount:
    case PaymentMethod::kConvenienceStore:
      return FamilyName(say, FamilyOf(method));
    case PaymentMethod::kEGovAccount:
      return say("Transfer from a bank account");
    case PaymentMethod::kEGovWebAtm:
      return say.In("E-Government", "Web ATM");
    case PaymentMethod::kEGovCreditCard:
      return say.In("E-Government", "Credit card");
  }
  return {};
}

std::string NeedText(const Voice& say, PaymentMethod method) {
  switch (method) {
    case PaymentMethod::kCreditCard:
      return say("A VISA, MasterCard or JCB card, of any bank but the Bank of Taiwan");
    case PaymentMethod::kWebAtm:
      return say("You need a card reader and a bank card");
    case PaymentMethod::kVirtualAccount:
      return say("With the slip at a counter of the Bank of Taiwan, or by transfer at an ATM");
    case PaymentMethod::kEGovAccount:
      return say("From a bank account; its holder's identity number is asked for");
    case PaymentMethod::kEGovWebAtm:
      return say("You need a card reader and the card that is to be charged");
    case PaymentMethod::kEGovCreditCard:
      return say("A credit card issued in Taiwan");
    case PaymentMethod::kConvenienceStore:
      return say("With the slip at 7-ELEVEN, FamilyMart, Hi-Life or OK");
  }
  return {};
}

std::string CostName(const Voice& say, PaymentMethod method) {
  switch (method) {
    case PaymentMethod::kCreditCard:
      return say("Credit card handling fee");
    case PaymentMethod::kWebAtm:
      return say("Web ATM processing and handling fee");
    case PaymentMethod::kVirtualAccount:
      return say("Virtual account processing and handling fee");
    case PaymentMethod::kEGovAccount:
    case PaymentMethod::kEGovWebAtm:
      return say("E-Government platform processing fee");
    case PaymentMethod::kEGovCreditCard:
      return say("Credit card processing fee");
    case PaymentMethod::kConvenienceStore:
      return say("Convenience store processing and handling fee");
  }
  return {};
}

std::string CostText(const Voice& say, PaymentMethod method) {
  PayerCost cost = CostOf(method);
  std::string fixed = say.Money(cost.fixed);
  switch (method) {
    case PaymentMethod::kCreditCard:
      return say("About {PERCENT}% of the amount, charged by the card issuer",
                 {{"PERCENT", std::to_string(cost.percent)}});
    case PaymentMethod::kWebAtm:
      return say("{COST} a payment; with a card of another bank its interbank fee as well",
                 {{"COST", fixed}});
    case PaymentMethod::kVirtualAccount:
      return say("{COST} at the counter of the Bank of Taiwan; at an ATM your bank's interbank fee",
                 {{"COST", fixed}});
    case PaymentMethod::kEGovAccount:
    case PaymentMethod::kEGovWebAtm:
    case PaymentMethod::kConvenienceStore:
      return say("{COST} a payment", {{"COST", fixed}});
    case PaymentMethod::kEGovCreditCard:
      return say("As your card issuer sets it");
  }
  return {};
}

std::string SettledText(const Voice& say, PaymentMethod method) {
  switch (FamilyOf(method)) {
    case PaymentFamily::kCreditCard:
    case PaymentFamily::kWebAtm:
    case PaymentFamily::kEGovernment:
      return say("At once");
    case PaymentFamily::kVirtualAccount:
      return say("About 2 days after payment");
    case PaymentFamily::kConvenienceStore:
      return say("2 to 3 working days after payment");
  }
  return {};
}

std::string OrderText(const Voice& say) { return say("Permit fee"); }

void FillPaymentState(Dictionary& place, const Voice& say, PublicPaymentState state) {
  place.Text("STATE", StateName(say, state)).Text("STATE_TONE", Tone(state));
}

}  // namespace permit::views
