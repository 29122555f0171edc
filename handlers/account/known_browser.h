// Browsers in which an account has been logged in to: a login there passes the rest that guesses
// from elsewhere have brought about.
//
// A signed cookie names the account and the browser. It opens nothing by itself. Its own failures
// are counted by itself, as many as an account's, so that a stolen one is no way to guess either.
#pragma once

#include <cstdint>

#include "handlers/web/context.h"

namespace permit {

inline constexpr std::string_view kKnownCookie = "known";

// Whether the account was logged in to with this browser within half a year, and it has failures
// left.
bool IsKnownBrowser(Context& context, std::uint64_t account_id);
void CountAgainstKnownBrowser(Context& context, std::uint64_t account_id);

// After a login. A browser keeps the number that it has.
void RememberBrowser(Context& context, std::uint64_t account_id);

}  // namespace permit
