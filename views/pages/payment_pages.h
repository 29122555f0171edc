// The pages of paying, from the list of unpaid cases to the result.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "handlers/rules/calendar.h"
#include "handlers/rules/case_state.h"
#include "handlers/rules/payment_method.h"
#include "handlers/rules/payment_state.h"
#include "handlers/rules/payment_verdict.h"
#include "handlers/rules/slip_barcode.h"
#include "views/page.h"

namespace permit::views {

// A payment that is open for some of the cases.
struct OpenPayment {
  std::string reference;
  PaymentMethod method;
  PublicPaymentState state;
  std::optional<Date> deadline;
};

struct UnpaidGroup {
  std::string number;
  Service service;
  std::string applicant_name;
  std::vector<std::string> receipt_numbers;
  int applicants = 1;
  std::int64_t amount = 0;
  bool ticked = false;
  std::optional<OpenPayment> open;
  // Money for it waits for the cashier: it is not offered for paying. Empty: none does.
  std::string unapplied;  // reference of the payment
};

struct UnpaidList {
  std::vector<UnpaidGroup> groups;
  bool nothing_ticked = false;  // the payer asked to pay and had chosen none
};

struct PaymentItemLine {
  std::string receipt_number;
  std::int64_t amount = 0;
  std::string permit = {};  // path of the paper that was issued for it, or empty
};

struct PaymentDetails {
  std::int64_t amount = 0;
  std::vector<PaymentItemLine> items;
  std::vector<std::string> groups;
};

struct MethodChoice {
  PaymentMethod method;
  bool offered = false;
};

struct PaymentMethods {
  std::int64_t amount = 0;
  std::vector<std::string> groups;
  std::string idempotency_key;
  std::vector<MethodChoice> choices;
  bool none_chosen = false;         // sent without a choice
  std::optional<OpenPayment> open;  // that would be voided
};

// The form that takes the payer to the gateway; without an action, to the announcement before it.
struct GatewayForm {
  std::string reference;
  PaymentMethod method;
  std::int64_t amount = 0;
  std::string action;
  std::vector<std::pair<std::string, std::string>> fields;
  bool unreached = false;  // it was to be announced there first, and gave no answer
};

struct PaymentResult {
  std::string reference;
  PaymentMethod method;
  PublicPaymentState state;
  std::int64_t amount = 0;
  Instant at;  // when it was paid, or came into its state
  std::vector<PaymentItemLine> items;
  std::vector<std::string> groups;          // to pay for anew
  std::string slip_number;                  // of a slip
  std::optional<Date> deadline;             // of a slip
  std::optional<SlipBarcodes> barcodes;     // of a slip that is paid at a store
  bool refreshing = false;                  // the page asks again by itself
  bool not_announced = false;               // the gateway has not heard of it
  bool no_answer = false;                   // the bank was asked and gave none
  bool unprintable = false;                 // the payer's name has a character that no face holds
  std::optional<MoneyException> unapplied;  // of money that waits for the cashier
};

std::string RenderUnpaidList(const Renderer& renderer, const PageFrame& frame,
                             const UnpaidList& data);
std::string RenderPaymentDetails(const Renderer& renderer, const PageFrame& frame,
                                 const PaymentDetails& data);
std::string RenderPaymentMethods(const Renderer& renderer, const PageFrame& frame,
                                 const PaymentMethods& data);
std::string RenderGatewayForm(const Renderer& renderer, const PageFrame& frame,
                              const GatewayForm& data);
std::string RenderPaymentResult(const Renderer& renderer, const PageFrame& frame,
                                const PaymentResult& data);

}  // namespace permit::views
