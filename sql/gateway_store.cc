#include "sql/gateway_store.h"

#include <string>

#include "sql/database.h"
#include "sql/queries.h"

namespace permit::sql {
namespace {

std::string BarOf(std::string_view gateway) { return std::string(gateway) + "/bar"; }

}  // namespace

bool GatewayRests(Executor& executor, std::string_view gateway, Instant now) {
  return executor.QueryOne(queries::kGatewayResting, {gateway, now}).has_value();
}

void LetGatewayRest(Executor& executor, std::string_view gateway, Instant until) {
  executor.Execute(queries::kGatewayRest, {gateway, until});
}

bool GatewayBars(Executor& executor, std::string_view gateway, Instant now) {
  return GatewayRests(executor, BarOf(gateway), now);
}

void BarGateway(Executor& executor, std::string_view gateway, Instant until) {
  LetGatewayRest(executor, BarOf(gateway), until);
}

int QuestionsSince(Executor& executor, Instant since) {
  return static_cast<int>(executor.QueryOne(queries::kGatewayQuestions, {since})->Int("questions"));
}

}  // namespace permit::sql
