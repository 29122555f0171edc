// Those who work for the agency.
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

}  // namespace permit::sql
