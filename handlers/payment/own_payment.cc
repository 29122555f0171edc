#include "handlers/payment/own_payment.h"

#include "handlers/web/frame.h"
#include "sql/database.h"

namespace permit::payment {

sql::OwnPayment FindOwn(const Context& context) {
  auto own = sql::FindPayment(context.services.database, context.PathValue("reference"),
                              context.visitor->applicant_id);
  if (!own) throw HttpError(404, "no such payment of this applicant");
  return *std::move(own);
}

views::PageFrame PaymentFrame(const Context& context) {
  views::PageFrame frame = Frame(context);
  frame.place = views::MenuPlace::kPayment;
  return frame;
}

}  // namespace permit::payment
