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

std::string StateName(const Translator& tr, PublicPaymentState state) {
  switch (state) {
    case PublicPaymentState::kAwaitingPayer:
      return tr.In("payment", "Awaiting payment");
    case PublicPaymentState::kBeingConfirmed:
      return tr.In("payment", "Being confirmed with the bank");
    case PublicPaymentState::kPaid:
      return tr.In("payment", "Paid");
    case PublicPaymentState::kFailed:
      return tr.In("payment", "Failed");
    case PublicPaymentState::kVoided:
      return tr.In("payment", "Cancelled");
    case PublicPaymentState::kExpired:
      return tr.In("payment", "Expired");
    case PublicPaymentState::kRevoked:
      return tr.In("payment", "Reversed by the bank");
  }
  return {};
}

}  // namespace

std::string FamilyName(const Translator& tr, PaymentFamily family) {
  switch (family) {
    case PaymentFamily::kCreditCard:
      return tr("International Credit Card ePayment");
    case PaymentFamily::kWebAtm:
      return tr("Web ATM Payment");
    case PaymentFamily::kVirtualAccount:
      return tr("Virtual Account Payment");
    case PaymentFamily::kEGovernment:
      return tr("E-Government Payment");
    case PaymentFamily::kConvenienceStore:
      return tr("Convenience Store Payment");
  }
  return {};
}

std::string MethodName(const Translator& tr, PaymentMethod method) {
  switch (method) {
    case PaymentMethod::kCreditCard:
    case PaymentMethod::kWebAtm:
    case PaymentMethod::kVirtualAccount:
    case PaymentMethod::kConvenienceStore:
      return FamilyName(tr, FamilyOf(method));
    case PaymentMethod::kEGovAccount:
      return tr("E-Government: transfer from a bank account");
    case PaymentMethod::kEGovWebAtm:
      return tr("E-Government: web ATM");
    case PaymentMethod::kEGovCreditCard:
      return tr("E-Government: credit card");
  }
  return {};
}

std::string KindName(const Translator& tr, PaymentMethod method) {
  switch (method) {
    case PaymentMethod::kCreditCard:
    case PaymentMethod::kWebAtm:
    case PaymentMethod::kVirtualAccount:
    case PaymentMethod::kConvenienceStore:
      return FamilyName(tr, FamilyOf(method));
    case PaymentMethod::kEGovAccount:
      return tr("Transfer from a bank account");
    case PaymentMethod::kEGovWebAtm:
      return tr.In("E-Government", "Web ATM");
    case PaymentMethod::kEGovCreditCard:
      return tr.In("E-Government", "Credit card");
  }
  return {};
}

std::string NeedText(const Translator& tr, PaymentMethod method) {
  switch (method) {
    case PaymentMethod::kCreditCard:
      return tr("A VISA, MasterCard or JCB card from any bank except the Bank of Taiwan");
    case PaymentMethod::kWebAtm:
      return tr("You need a card reader and a bank card");
    case PaymentMethod::kVirtualAccount:
      return tr("With a payment slip at a Bank of Taiwan counter, or by transfer at an ATM");
    case PaymentMethod::kEGovAccount:
      return tr("From a bank account. You need the account holder's identity card number");
    case PaymentMethod::kEGovWebAtm:
      return tr("You need a card reader and the bank card you want to pay with");
    case PaymentMethod::kEGovCreditCard:
      return tr("A credit card issued in Taiwan");
    case PaymentMethod::kConvenienceStore:
      return tr("With a payment slip at 7-ELEVEN, FamilyMart, Hi-Life or OK");
  }
  return {};
}

std::string CostName(const Translator& tr, PaymentMethod method) {
  switch (method) {
    case PaymentMethod::kCreditCard:
      return tr("Credit card handling fee");
    case PaymentMethod::kWebAtm:
      return tr("Web ATM processing and handling fee");
    case PaymentMethod::kVirtualAccount:
      return tr("Virtual account processing and handling fee");
    case PaymentMethod::kEGovAccount:
    case PaymentMethod::kEGovWebAtm:
      return tr("E-Government platform processing fee");
    case PaymentMethod::kEGovCreditCard:
      return tr("Credit card processing fee");
    case PaymentMethod::kConvenienceStore:
      return tr("Convenience store processing and handling fee");
  }
  return {};
}

std::string CostText(const Translator& tr, PaymentMethod method) {
  PayerCost cost = CostOf(method);
  std::string fixed = tr.Money(cost.fixed);
  switch (method) {
    case PaymentMethod::kCreditCard:
      return tr("About {PERCENT}% of the amount, charged by the card issuer",
                {{"PERCENT", std::to_string(cost.percent)}});
    case PaymentMethod::kWebAtm:
      return tr("{COST} for each payment, plus an interbank fee if the card is from another bank",
                {{"COST", fixed}});
    case PaymentMethod::kVirtualAccount:
      return tr("{COST} at a Bank of Taiwan counter, or your bank's interbank fee at an ATM",
                {{"COST", fixed}});
    case PaymentMethod::kEGovAccount:
    case PaymentMethod::kEGovWebAtm:
    case PaymentMethod::kConvenienceStore:
      return tr("{COST} for each payment", {{"COST", fixed}});
    case PaymentMethod::kEGovCreditCard:
      return tr("Set by your card issuer");
  }
  return {};
}

std::string SettledText(const Translator& tr, PaymentMethod method) {
  if (SettlementOf(method) != SettledBy::kSlip) return tr("Immediately");
  if (FamilyOf(method) == PaymentFamily::kConvenienceStore) {
    return tr("2 to 3 working days after payment");
  }
  return tr("About 2 days after payment");
}

std::string UnappliedText(const Translator& tr, MoneyException why) {
  switch (why) {
    case MoneyException::kWrongAmount:
      return tr("The amount is not the amount due.");
    case MoneyException::kLate:
      return tr("It was paid after the payment deadline.");
    case MoneyException::kSecondPayment:
      return tr("The fee had already been paid.");
    case MoneyException::kCaseWithdrawn:
      return tr("The application is no longer awaiting payment.");
    case MoneyException::kCaseClosed:
      return tr("The application has ended and no permit was issued.");
    case MoneyException::kUnknownNumber:
    case MoneyException::kRevoked:
      return {};
  }
  return {};
}

std::string PaidMoment(PaymentMethod method, Instant paid_at) {
  switch (SettlementOf(method)) {
    case SettledBy::kSlip:
      return FormatDate(TaipeiDate(paid_at));
    case SettledBy::kGateway:
    case SettledBy::kEGovernment:
      return FormatTime(paid_at);
  }
  return {};
}

std::string OrderText(const Translator& tr) { return tr("Permit fee"); }

void FillPaymentState(Dictionary& place, const Translator& tr, PublicPaymentState state) {
  place.Text("STATE", StateName(tr, state)).Text("STATE_TONE", Tone(state));
}

void FillUnapplied(Dictionary& place, const Translator& tr) {
  place.Text("STATE", tr.In("payment", "Being checked")).Text("STATE_TONE", "tag-waiting");
}

}  // namespace permit::views
