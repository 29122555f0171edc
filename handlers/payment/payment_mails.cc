#include "handlers/payment/payment_mails.h"

#include <set>

#include "handlers/mail/enqueue.h"
#include "handlers/web/paths.h"
#include "views/mail/payment_mails.h"

namespace permit::payment {
namespace {

using Mailboxes = std::map<std::uint64_t, sql::Mailbox>;
using Writer = views::Mail (*)(const views::Renderer&, Language, const views::PaymentNews&);

views::PaymentNews NewsOf(Services& services, const MovedPayment& moved,
                          const sql::Mailbox& mailbox, std::string_view link) {
  const sql::PaymentRow& payment = *moved.payment;
  return {.payer = mailbox.name,
          .reference = payment.reference,
          .method = payment.method,
          .amount = payment.amount,
          .paid_at = payment.paid_at.value_or(payment.state_since),
          .receipt_numbers = moved.receipt_numbers,
          .link = SiteUrl(services.settings, link)};
}

sql::OutgoingMail PaymentMail(Services& services, const MovedPayment& moved,
                              const Mailboxes& mailboxes, std::string_view link, Writer write) {
  const sql::PaymentRow& payment = *moved.payment;
  const sql::Mailbox& mailbox = mailboxes.at(payment.account_id);
  return ToOutgoingMail(
      {mailbox.account_id, mailbox.email}, payment.reference,
      write(services.renderer, mailbox.language, NewsOf(services, moved, mailbox, link)));
}

sql::OutgoingMail UnappliedMail(Services& services, const UnappliedMoney& money,
                                const Mailboxes& mailboxes) {
  const sql::PaymentRow& payment = *money.of.payment;
  const sql::Mailbox& mailbox = mailboxes.at(payment.account_id);
  views::PaymentNews news = NewsOf(services, money.of, mailbox, PaymentPath(payment.reference));
  news.amount = money.amount;
  news.paid_at = money.paid_at;
  return ToOutgoingMail(
      {mailbox.account_id, mailbox.email}, money.cause,
      views::PaymentUnappliedMail(services.renderer, mailbox.language, news, money.why));
}

}  // namespace

void SendMoneyMails(Services& services, sql::Transaction& transaction,
                    const std::vector<MovedPayment>& received,
                    const std::vector<UnappliedMoney>& unapplied) {
  std::set<std::uint64_t> accounts;
  for (const MovedPayment& one : received) accounts.insert(one.payment->account_id);
  for (const UnappliedMoney& one : unapplied) accounts.insert(one.of.payment->account_id);
  const Mailboxes mailboxes = sql::Mailboxes(transaction, accounts);
  std::vector<sql::OutgoingMail> mails;
  mails.reserve(received.size() + unapplied.size());
  for (const MovedPayment& one : received) {
    mails.push_back(
        PaymentMail(services, one, mailboxes, kPermitsPath, views::PaymentReceivedMail));
  }
  for (const UnappliedMoney& one : unapplied) {
    mails.push_back(UnappliedMail(services, one, mailboxes));
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
