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

Letter Begin(const Voice& say, MailKind kind, const PaymentNews& news, std::string subject) {
  return {.kind = kind,
          .subject = std::move(subject),
          .name = news.payer,
          .paragraphs = {},
          .facts = {{say("Receipt number"), Joined(news.receipt_numbers)},
                    {say("Amount"), say.Money(news.amount)},
                    {say("Payment method"), MethodName(say, news.method)},
                    {say("Date and time of the transaction"), FormatTime(news.paid_at)},
                    {say("Payment reference"), news.reference}},
          .button = {},
          .link = news.link,
          .closing = {}};
}

}  // namespace

Mail PaymentReceivedMail(const Renderer& renderer, Language language, const PaymentNews& news) {
  Voice say(renderer, language);
  Letter letter =
      Begin(say, MailKind::kPaymentReceived, news,
            say("Your payment has been received ({REFERENCE})", {{"REFERENCE", news.reference}}));
  letter.paragraphs = {
      say("We have received your payment. Thank you."),
      say("Your receipt and your permit can be downloaded after login, under Downloads.")};
  letter.button = say("Download the receipt");
  return WriteMail(renderer, language, letter);
}

Mail PaymentRevokedMail(const Renderer& renderer, Language language, const PaymentNews& news) {
  Voice say(renderer, language);
  Letter letter = Begin(
      say, MailKind::kPaymentRevoked, news,
      say("The bank has taken back your payment ({REFERENCE})", {{"REFERENCE", news.reference}}));
  letter.paragraphs = {
      say("The bank had confirmed the payment below and has revoked it since, so the fee counts as "
          "unpaid."),
      say("Please do not pay again in the system; call the help line below to have it put right."),
      say("A permit and a receipt that were issued before can still be downloaded.")};
  letter.button = say("Look at the payment");
  return WriteMail(renderer, language, letter);
}

}  // namespace permit::views
