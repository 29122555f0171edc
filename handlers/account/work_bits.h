// How much work a browser does at the login in place of reading the picture: the more logins have
// failed lately, the more.
//
// Failures of the last ten to twenty minutes count: those of the name that was typed, whether or
// not an account bears it, those of the address (an IPv6 address as its /64) and those of the site.
#pragma once

#include <string_view>

#include "handlers/web/context.h"

namespace permit {

// Leading zero bits of a digest. The least takes tens of thousands of hashes, about a second of a
// phone; each bit more doubles it.
inline constexpr int kWorkBits = 16;
inline constexpr int kMaxWorkBits = 22;

// `login_name` may be empty: it is not known yet. kWorkBits while the database cannot be asked.
int DueWorkBits(Context& context, std::string_view login_name);

// Also counts against the limit of the address.
void CountLoginFailure(Context& context, std::string_view login_name);

}  // namespace permit
