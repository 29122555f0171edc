// The mails about a payment, put into the outbox with what moves it: its money has arrived, and
// settled it or not, or was taken back.
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

// Money that bears the payment's number and settles nothing.
struct UnappliedMoney {
  MovedPayment of;
  MoneyException why;
  std::string cause;  // names the money
  std::int64_t amount = 0;
  Instant paid_at{};
};

void SendMoneyMails(Services& services, sql::Transaction& transaction,
                    const std::vector<MovedPayment>& received,
                    const std::vector<UnappliedMoney>& unapplied);
void SendRevokedMail(Services& services, sql::Transaction& transaction,
                     const MovedPayment& revoked);

}  // namespace permit::payment
