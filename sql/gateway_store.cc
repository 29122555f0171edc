#include "sql/gateway_store.h"

#include "sql/database.h"
#include "sql/queries.h"

namespace permit::sql {

bool GatewayRests(Executor& executor, std::string_view gateway, Instant now) {
  return executor.QueryOne(queries::kGatewayResting, {gateway, now}).has_value();
}

void LetGatewayRest(Executor& executor, std::string_view gateway, Instant until) {
  executor.Execute(queries::kGatewayRest, {gateway, until});
}

}  // namespace permit::sql
