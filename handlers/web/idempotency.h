// Requests that change something run once, however often the browser sends them.
//
// Each form carries a key (a UUID minted with the page) in its field kIdempotencyField. The first
// request with a key runs its work in one transaction together with the row of the key; what the
// key led to is the result of every later request with it.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "handlers/web/context.h"

namespace permit {

namespace sql {
class Transaction;
}

// The form field that carries the key.
inline constexpr std::string_view kIdempotencyField = "act";

// The first request runs `work`, whose result is the location that the browser goes to. The same
// key with the same body gets the first location again; with another body HttpError 409. A key that
// is missing or is no UUID is HttpError 400. `work` may run several times (deadlock, a connection
// lost during COMMIT); only the last run counts. Response: 303 to the location.
Response RunOnce(Context& context, const std::function<std::string(sql::Transaction&)>& work);

}  // namespace permit
