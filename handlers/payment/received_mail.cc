#include "handlers/payment/received_mail.h"

#include <set>

#include "handlers/payment/paths.h"
#include "sql/account_store.h"
#include "sql/outbox_store.h"
#include "views/payment_mails.h"

namespace permit::payment {
namespace {

sql::OutgoingMail Letter(const Services& services, const ReceivedPayment& received,
                         const sql::Mailbox& mailbox) {
  const sql::PaymentRow& payment = *received.payment;
  views::Mail mail =
      views::PaymentReceivedMail(services.renderer, mailbox.language,
                                 {.reference = payment.reference,
                                  .method = payment.method,
                                  .amount = payment.amount,
                                  .paid_at = payment.paid_at.value_or(payment.state_since),
                                  .receipt_numbers = received.receipt_numbers,
                                  .link = services.settings.base_url + kReceiptsPath});
  return {.cause_key = "payment-received:" + payment.reference,
          .account_id = payment.account_id,
          .recipient = mailbox.email,
          .language = mailbox.language,
          .subject = mail.subject,
          .text = mail.text,
          .html = mail.html};
}

}  // namespace

void SendReceivedMails(Services& services, sql::Transaction& transaction,
                       const std::vector<ReceivedPayment>& received) {
  std::set<std::uint64_t> accounts;
  for (const ReceivedPayment& one : received) accounts.insert(one.payment->account_id);
  auto mailboxes = sql::Mailboxes(transaction, accounts);
  std::vector<sql::OutgoingMail> mails;
  for (const ReceivedPayment& one : received) {
    mails.push_back(Letter(services, one, mailboxes.at(one.payment->account_id)));
  }
  sql::EnqueueMails(transaction, mails, services.clock.Now());
}

}  // namespace permit::payment
