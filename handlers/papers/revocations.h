// The published list of permits that no longer hold: made anew by a job and after each withdrawal.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <tl/expected.hpp>

#include "fcgi/base/settings.h"
#include "handlers/rules/calendar.h"
#include "sql/database.h"

namespace permit {

// A list is to be replaced by the next one within a day.
inline constexpr std::chrono::hours kRevocationListHolds{24};

// Signs the list as it stands now and puts it in the place of the former one; gives the number of
// its entries. Throws KeyStoreError when no key may sign: the former list stays.
std::size_t PublishRevocations(sql::Transaction& transaction, const Settings& settings,
                               Instant now);

// Withdraws a valid permit, issued here or loaded with the register, with a row in the audit trail,
// and publishes the list with it; the list names those alone that bear a seal. An open case on the
// permit stays as it is, but no permit can follow it any more.
enum class RevokeRefusal { kUnknownPermit, kNotValid };
struct Revoked {
  std::optional<std::string> open_case;  // its receipt number
};
tl::expected<Revoked, RevokeRefusal> RevokePermit(sql::Transaction& transaction,
                                                  const Settings& settings,
                                                  const std::string& number,
                                                  const std::string& actor,
                                                  const std::string& reason, Instant now);

}  // namespace permit
