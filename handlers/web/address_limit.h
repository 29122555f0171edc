// Rate limits by address: failed logins, mails, registrations, guesses of a birth date.
//
// Counted in windows of ten minutes. An IPv6 address counts as its /64, which one subscriber has.
#pragma once

#include <string>
#include <string_view>

#include "handlers/web/context.h"

namespace permit {

struct AddressLimit {
  std::string_view what;
  int allowed;  // a window
};

inline constexpr std::chrono::minutes kGuessWindow{10};
Instant GuessWindowStart(Instant now);  // of the window that it lies in

inline constexpr AddressLimit kLoginFailures{"login", 60};
inline constexpr AddressLimit kMailsAsked{"mail", 30};
inline constexpr AddressLimit kRegistrations{"register", 60};

inline constexpr AddressLimit kPermitGuesses{"permit-check", 20};

// The counter's bucket of the address that asks.
std::string AddressBucket(const Context& context, const AddressLimit& limit);

bool HasFlooded(Context& context, const AddressLimit& limit);
// Throws HttpError 429 when the address has used up what it is allowed.
void RefuseFlood(Context& context, const AddressLimit& limit);
void CountAgainst(Context& context, const AddressLimit& limit);

}  // namespace permit
