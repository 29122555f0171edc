// How long each kind of stored data is kept, and why: the one table of it. Housekeeping removes
// what is due; `permitctl retention` prints the table with what there is.
//
// The law behind all of it: 個人資料保護法第11條第3項, personal data are deleted once their purpose
// is gone or their time is over, unless a duty of the agency needs them. No law names the number of
// days; where none is fixed by how the program works, it is a setting.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>
#include <vector>

#include "fcgi/base/settings.h"
#include "sql/retention_store.h"

namespace permit {

// A browser that was left open for a month may still send its form again.
inline constexpr std::chrono::days kIdempotencyKeysKept{60};
// A link that has run out is told from one that never was for a week.
inline constexpr std::chrono::days kGuardsKept{7};

struct Retention {
  std::string_view name;
  std::optional<sql::StoredKind> kind;     // nullopt: not in the database
  std::string_view from;                   // from when its time is counted
  std::optional<std::chrono::hours> kept;  // nullopt: the program removes none
  std::string_view setting;                // that says how long; empty: fixed
  std::string_view reason;
};
std::vector<Retention> Retentions(const Settings& settings);

}  // namespace permit
