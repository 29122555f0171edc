// Rate limits by address: failed logins, mails, registrations, guesses of a birth date.
//
// Counted in windows of ten minutes. An IPv6 address counts as its /64, which one subscriber has.
#pragma once

#include <string_view>

#include "handlers/web/context.h"

namespace permit {

struct AddressLimit {
  std::string_view what;
  int allowed;  // a window
};

inline constexpr AddressLimit kLoginFailures{"login", 60};
inline constexpr AddressLimit kMailsAsked{"mail", 30};
inline constexpr AddressLimit kRegistrations{"register", 60};

inline constexpr AddressLimit kPermitGuesses{"permit-check", 20};

bool HasFlooded(Context& context, const AddressLimit& limit);
// Throws HttpError 429 when the address has used up what it is allowed.
void RefuseFlood(Context& context, const AddressLimit& limit);
void CountAgainst(Context& context, const AddressLimit& limit);

}  // namespace permit
