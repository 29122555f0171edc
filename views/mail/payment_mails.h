// The mails about money.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "handlers/rules/calendar.h"
#include "handlers/rules/language.h"
#include "handlers/rules/payment_method.h"
#include "handlers/rules/payment_verdict.h"
#include "views/mail/mail.h"

namespace permit::views {

class Renderer;

struct PaymentNews {
  std::string payer;
  std::string reference;
  PaymentMethod method;
  std::int64_t amount = 0;
  Instant paid_at;
  std::vector<std::string> receipt_numbers;  // of the cases
  std::string link;                          // to the page on which the payer goes on
};

Mail PaymentReceivedMail(const Renderer& renderer, Language language, const PaymentNews& news);
// Money of `amount` has arrived and settles nothing; the cashier sees to it.
Mail PaymentUnappliedMail(const Renderer& renderer, Language language, const PaymentNews& news,
                          MoneyException why);
// The bank has taken back what it had confirmed.
Mail PaymentRevokedMail(const Renderer& renderer, Language language, const PaymentNews& news);

}  // namespace permit::views
