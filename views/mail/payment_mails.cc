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
                    {tr("Date and time of transaction"), PaidMoment(news.method, news.paid_at)},
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
            tr("We have received your payment ({REFERENCE})", {{"REFERENCE", news.reference}}));
  content.paragraphs = {
      tr("We have received your payment. Thank you."),
      tr("Log in to download your permit. If it is not there yet, try again in a few minutes.")};
  content.button = tr("Download the permit");
  content.closing = {tr("Your receipt is under Downloads.")};
  return WriteMail(renderer, language, content);
}

Mail PaymentUnappliedMail(const Renderer& renderer, Language language, const PaymentNews& news,
                          MoneyException why) {
  Translator tr(renderer, language);
  MailContent content = Begin(tr, MailKind::kPaymentUnapplied, news,
                              tr("We have received your money and are checking it ({REFERENCE})",
                                 {{"REFERENCE", news.reference}}));
  content.paragraphs = {
      tr("We have received the payment below, but could not use it to pay the fee."),
      UnappliedText(tr, why),
      tr("We are checking it. Do not pay again. If you have any questions, call the helpdesk on "
         "the number below.")};
  content.button = tr("View the payment");
  return WriteMail(renderer, language, content);
}

Mail PaymentRevokedMail(const Renderer& renderer, Language language, const PaymentNews& news) {
  Translator tr(renderer, language);
  MailContent content = Begin(
      tr, MailKind::kPaymentRevoked, news,
      tr("The bank has reversed your payment ({REFERENCE})", {{"REFERENCE", news.reference}}));
  content.paragraphs = {
      tr("The bank confirmed the payment below but has since reversed it, so the fee has not been "
         "paid."),
      tr("Do not pay again online. Call the helpdesk on the number below and we will help you put "
         "this right."),
      tr("You can still download a permit and receipt that were issued earlier.")};
  content.button = tr("View the payment");
  return WriteMail(renderer, language, content);
}

}  // namespace permit::views
