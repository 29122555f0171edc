// The electronic receipt of a payment: for the fee alone, in figures and in capital numerals.
#pragma once

#include <string>
#include <vector>

#include "handlers/rules/calendar.h"
#include "handlers/rules/case_state.h"
#include "handlers/rules/payment_method.h"
#include "views/pdf/paper.h"

namespace permit::views {

struct ReceiptItem {
  std::string receipt_number;  // 收件號
  Service service = Service::kExchange;
  long amount = 0;  // dollars
};

struct ReceiptPaper {
  std::string number;
  std::string payer;
  std::vector<ReceiptItem> items;
  Instant paid_at;
  Instant issued_at;
  PaymentMethod method = PaymentMethod::kCreditCard;
  std::string reference;  // of the payment
};

Paper DrawReceipt(const ReceiptPaper& receipt);

}  // namespace permit::views
