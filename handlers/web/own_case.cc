#include "handlers/web/own_case.h"

namespace permit {

sql::Case FindOwnCase(const Context& context) {
  auto found = sql::FindCaseOf(context.services.database, context.visitor->applicant_id,
                               std::string(context.PathValue("receipt")));
  if (!found) throw HttpError(404, "the applicant has no such case");
  return *std::move(found);
}

}  // namespace permit
