#include "handlers/payment/payment_mails.h"

#include <set>

#include "handlers/mail/enqueue.h"
#include "handlers/web/paths.h"
#include "views/mail/payment_mails.h"

namespace permit::payment {
namespace {

using Mailboxes = std::map<std::uint64_t, sql::Mailbox>;
using Writer = views::Mail (*)(const views::Renderer&, Language, const views::PaymentNews&);

sql::OutgoingMail PaymentMail(Services& services, const MovedPayment& moved,
                              const Mailboxes& mailboxes, std::string_view link, Writer write) {
  const sql::PaymentRow& payment = *moved.payment;
  const sql::Mailbox& mailbox = mailboxes.at(payment.account_id);
  const views::PaymentNews news = {.payer = mailbox.name,
                                   .reference = payment.reference,
                                   .method = payment.method,
                                   .amount = payment.amount,
                                   .paid_at = payment.paid_at.value_or(payment.state_since),
                                   .receipt_numbers = moved.receipt_numbers,
                                   .link = SiteUrl(services.settings, link)};
  return ToOutgoingMail({mailbox.account_id, mailbox.email}, payment.reference,
                        write(services.renderer, mailbox.language, news));
}

}  // namespace

void SendReceivedMails(Services& services, sql::Transaction& transaction,
                       const std::vector<MovedPayment>& received) {
  std::set<std::uint64_t> accounts;
  for (const MovedPayment& one : received) accounts.insert(one.payment->account_id);
  const Mailboxes mailboxes = sql::Mailboxes(transaction, accounts);
  std::vector<sql::OutgoingMail> mails;
  mails.reserve(received.size());
  for (const MovedPayment& one : received) {
    mails.push_back(
        PaymentMail(services, one, mailboxes, kReceiptsPath, views::PaymentReceivedMail));
  }
  sql::EnqueueMails(transaction, mails, services.clock.Now());
}

void SendRevokedMail(Services& services, sql::Transaction& transaction,
                     const MovedPayment& revoked) {
  const Mailboxes mailboxes = sql::Mailboxes(transaction, {revoked.payment->account_id});
  sql::EnqueueMail(transaction,
                   PaymentMail(services, revoked, mailboxes,
                               PaymentPath(revoked.payment->reference), views::PaymentRevokedMail),
                   services.clock.Now());
}

}  // namespace permit::payment
