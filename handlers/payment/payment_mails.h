// The mails about a payment, put into the outbox with what moves it: its money has arrived, or was
// taken back.
#pragma once

#include <string>
#include <vector>

#include "handlers/web/context.h"
#include "sql/payment_store.h"

namespace permit::payment {

struct MovedPayment {
  const sql::PaymentRow* payment;
  std::vector<std::string> receipt_numbers;  // of its cases
};

void SendReceivedMails(Services& services, sql::Transaction& transaction,
                       const std::vector<MovedPayment>& received);
void SendRevokedMail(Services& services, sql::Transaction& transaction,
                     const MovedPayment& revoked);

}  // namespace permit::payment
