#include "handlers/payment/received_mail.h"

#include "handlers/payment/paths.h"
#include "sql/account_store.h"
#include "sql/outbox_store.h"
#include "views/payment_mails.h"

namespace permit::payment {

void SendReceivedMail(Services& services, sql::Transaction& transaction,
                      const sql::PaymentRow& payment,
                      const std::vector<sql::PaymentCaseRow>& cases) {
  auto account = sql::FindAccount(transaction, payment.account_id);
  if (!account) return;
  views::PaymentReceived letter{.reference = payment.reference,
                                .method = payment.method,
                                .amount = payment.amount,
                                .paid_at = payment.paid_at.value_or(payment.state_since),
                                .link = services.settings.base_url + kReceiptsPath};
  for (const sql::PaymentCaseRow& one : cases) {
    letter.receipt_numbers.push_back(one.receipt_number);
  }
  views::Mail mail = views::PaymentReceivedMail(services.renderer, account->language, letter);
  sql::EnqueueMail(transaction,
                   {.cause_key = "payment-received:" + payment.reference,
                    .account_id = account->id,
                    .recipient = account->email,
                    .language = account->language,
                    .subject = mail.subject,
                    .text = mail.text,
                    .html = mail.html},
                   services.clock.Now());
}

}  // namespace permit::payment
