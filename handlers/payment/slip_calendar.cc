#include "handlers/payment/slip_calendar.h"

#include "handlers/mail/deliver.h"
#include "handlers/payment/own_payment.h"
#include "handlers/web/paths.h"
#include "views/calendar/slip_deadline.h"

namespace permit::payment {

Response ShowSlipCalendar(Context& context) {
  const auto [payment, cases, unapplied] = FindOwn(context);
  const std::string path = PaymentPath(payment.reference);
  if (!payment.deadline || !IsOpen(payment.state) || unapplied) return Response::SeeOther(path);
  const Settings& settings = context.services.settings;
  return Response::File(views::RenderSlipDeadline(context.services.renderer, context.language,
                                                  {.reference = payment.reference,
                                                   .method = payment.method,
                                                   .amount = payment.amount,
                                                   .last_day = *payment.deadline,
                                                   .made_at = payment.created_at,
                                                   .host = HostOfUrl(settings.base_url),
                                                   .link = SiteUrl(settings, path)}),
                        "text/calendar; charset=utf-8", payment.reference + ".ics", true);
}

}  // namespace permit::payment
