// Gateways that are left alone for a while, because one of them kept somebody waiting for nothing.
#pragma once

#include <string_view>

#include "handlers/rules/calendar.h"

namespace permit::sql {

class Executor;

bool GatewayRests(Executor& executor, std::string_view gateway, Instant now);
void LetGatewayRest(Executor& executor, std::string_view gateway, Instant until);

}  // namespace permit::sql
