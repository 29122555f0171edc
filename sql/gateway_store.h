// Gateways that are left alone for a while, because one of them kept somebody waiting for nothing
// or was asked too often, and the pace at which payers' questions go to one.
#pragma once

#include <string_view>

#include "handlers/rules/calendar.h"

namespace permit::sql {

class Executor;

// Until when payers leave it alone.
bool GatewayRests(Executor& executor, std::string_view gateway, Instant now);
void LetGatewayRest(Executor& executor, std::string_view gateway, Instant until);

// Until when nobody asks it, the job neither.
bool GatewayBars(Executor& executor, std::string_view gateway, Instant now);
void BarGateway(Executor& executor, std::string_view gateway, Instant until);

// Questions to all gateways together later than that, of the latest few dozen moves of payments.
int QuestionsSince(Executor& executor, Instant since);

}  // namespace permit::sql
