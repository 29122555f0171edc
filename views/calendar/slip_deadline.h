// The last day on which a payment slip is taken, as a file for a calendar.
#pragma once

#include <cstdint>
#include <string>

#include "handlers/rules/calendar.h"
#include "handlers/rules/language.h"
#include "handlers/rules/payment_method.h"

namespace permit::views {

class Renderer;

struct SlipDeadline {
  std::string reference;  // of the payment
  PaymentMethod method = PaymentMethod::kConvenienceStore;
  std::int64_t amount = 0;
  Date last_day;
  Instant made_at;
  std::string host;  // of the site, which makes the event's UID unique
  std::string link;  // to the payment
};

std::string RenderSlipDeadline(const Renderer& renderer, Language language,
                               const SlipDeadline& slip);

}  // namespace permit::views
