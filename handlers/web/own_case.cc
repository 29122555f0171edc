#include "handlers/web/own_case.h"

namespace permit {

sql::Case FindOwnCase(const Context& context) {
  auto found = sql::FindCaseOf(context.services.database, context.visitor->account_id,
                               std::string(context.PathValue("receipt")));
  if (!found) throw HttpError(404, "the account has no such case");
  return *std::move(found);
}

}  // namespace permit
