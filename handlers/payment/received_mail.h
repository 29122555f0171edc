// The mails that say a payment has arrived.
#pragma once

#include <string>
#include <vector>

#include "handlers/context.h"
#include "sql/payment_store.h"

namespace permit::payment {

struct ReceivedPayment {
  const sql::PaymentRow* payment;
  std::vector<std::string> receipt_numbers;  // of its cases
};

// In the payments' transaction; once a payment.
void SendReceivedMails(Services& services, sql::Transaction& transaction,
                       const std::vector<ReceivedPayment>& received);

}  // namespace permit::payment
