#include "handlers/operator/acting_for.h"

#include "sql/reviewer_store.h"

namespace permit::ctl {

std::optional<std::string> ActingFor(Surroundings& surroundings, const Arguments& arguments) {
  std::optional<std::string> name = arguments.Option("as");
  if (!name) return surroundings.actor();
  std::optional<sql::Reviewer> reviewer = sql::FindReviewer(surroundings.database(), *name);
  if (!reviewer || !reviewer->active) return std::nullopt;
  return "reviewer:" + reviewer->login_name;
}

}  // namespace permit::ctl
