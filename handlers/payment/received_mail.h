// The mail that says a payment has arrived.
#pragma once

#include <vector>

#include "handlers/context.h"
#include "sql/payment_store.h"

namespace permit::payment {

// In the payment's transaction; once a payment.
void SendReceivedMail(Services& services, sql::Transaction& transaction,
                      const sql::PaymentRow& payment,
                      const std::vector<sql::PaymentCaseRow>& cases);

}  // namespace permit::payment
