#include "views/mail/payment_mails.h"

#include "views/translator.h"
#include "views/words/payment_words.h"

namespace permit::views {
namespace {

std::string Joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : ", ") + part;
  return text;
}

MailContent Begin(const Translator& tr, MailKind kind, const PaymentNews& news,
                  std::string subject) {
  return {.kind = kind,
          .subject = std::move(subject),
          .name = news.payer,
          .paragraphs = {},
          .facts = {{tr("Receipt number"), Joined(news.receipt_numbers)},
                    {tr("Amount"), tr.Money(news.amount)},
                    {tr("Payment method"), MethodName(tr, news.method)},
                    {tr("Date and time of the transaction"), PaidMoment(news.method, news.paid_at)},
                    {tr("Payment reference"), news.reference}},
          .button = {},
          .link = news.link,
          .closing = {}};
}

}  // namespace

Mail PaymentReceivedMail(const Renderer& renderer, Language language, const PaymentNews& news) {
  Translator tr(renderer, language);
  MailContent content =
      Begin(tr, MailKind::kPaymentReceived, news,
            tr("Your payment has been received ({REFERENCE})", {{"REFERENCE", news.reference}}));
  content.paragraphs = {
      tr("We have received your payment. Thank you."),
      tr("Log in to download your permit. If it is not there yet, it will be in a few minutes.")};
  content.button = tr("Download the permit");
  content.closing = {tr("Your receipt is under Downloads, Download receipts.")};
  return WriteMail(renderer, language, content);
}

Mail PaymentUnappliedMail(const Renderer& renderer, Language language, const PaymentNews& news,
                          MoneyException why) {
  Translator tr(renderer, language);
  MailContent content = Begin(tr, MailKind::kPaymentUnapplied, news,
                              tr("Your money has arrived and is being looked at ({REFERENCE})",
                                 {{"REFERENCE", news.reference}}));
  content.paragraphs = {
      tr("The payment below has arrived, but could not be counted for the fee."),
      UnappliedText(tr, why),
      tr("Our cashier is looking at it. Please do not pay again; if you have questions, call the "
         "help line below.")};
  content.button = tr("Look at the payment");
  return WriteMail(renderer, language, content);
}

Mail PaymentRevokedMail(const Renderer& renderer, Language language, const PaymentNews& news) {
  Translator tr(renderer, language);
  MailContent content = Begin(
      tr, MailKind::kPaymentRevoked, news,
      tr("The bank has taken back your payment ({REFERENCE})", {{"REFERENCE", news.reference}}));
  content.paragraphs = {
      tr("The bank had confirmed the payment below and has revoked it since, so the fee counts as "
         "unpaid."),
      tr("Please do not pay again in the system; call the help line below to have it put right."),
      tr("A permit and a receipt that were issued before can still be downloaded.")};
  content.button = tr("Look at the payment");
  return WriteMail(renderer, language, content);
}

}  // namespace permit::views
