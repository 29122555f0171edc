// Those who work for the agency, and the trail of what they did.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sql/database.h"

namespace permit::sql {

struct Reviewer {
  std::uint64_t id = 0;
  std::string login_name;
  std::string display_name;
  std::string password_hash;
  bool active = true;
};

std::optional<Reviewer> FindReviewer(Executor& executor, const std::string& login_name);
std::vector<Reviewer> ListReviewers(Executor& executor);
// Inserts, or renews the one with that login name and lets it work again.
void UpsertReviewer(Executor& executor, const Reviewer& reviewer, Instant now);

// Append only. `object` names what it was done to, "case:115695200001".
void WriteAudit(Executor& executor, Instant now, const std::string& actor,
                const std::string& action, const std::string& object, const std::string& detail);

}  // namespace permit::sql
