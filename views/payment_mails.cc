#include "views/payment_mails.h"

#include "views/payment_words.h"
#include "views/voice.h"

namespace permit::views {
namespace {

std::string Joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : ", ") + part;
  return text;
}

}  // namespace

Mail PaymentReceivedMail(const Renderer& renderer, Language language, const PaymentReceived& data) {
  Voice say(renderer, language);
  Letter letter;
  letter.subject =
      say("Your payment has been received ({REFERENCE})", {{"REFERENCE", data.reference}});
  letter.greeting = say("Dear applicant,");
  letter.paragraphs = {
      say("We have received your payment. Thank you."),
      say("Your receipt and your permit can be downloaded after login, under Downloads.")};
  letter.facts = {{say("Receipt number"), Joined(data.receipt_numbers)},
                  {say("Amount"), say.Money(data.amount)},
                  {say("Payment method"), MethodName(say, data.method)},
                  {say("Date and time of the transaction"), FormatTime(data.paid_at)},
                  {say("Payment reference"), data.reference}};
  letter.button = say("Download the receipt");
  letter.link = data.link;
  return WriteMail(renderer, language, letter);
}

}  // namespace permit::views
