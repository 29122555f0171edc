// What the pages of one payment have in common: it is found through its owner, and framed.
#pragma once

#include "handlers/web/context.h"
#include "sql/payment_store.h"
#include "views/page.h"

namespace permit::payment {

// Of the path's {reference}; HttpError 404 when the applicant has no such payment.
sql::OwnPayment FindOwn(const Context& context);

views::PageFrame PaymentFrame(const Context& context);

}  // namespace permit::payment
