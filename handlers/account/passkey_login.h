// Logging in with a passkey: the authenticator's answer stands in for account, password and
// verification code.
//
// The browser is not told which passkeys there are, so that nobody learns which account has one. A
// rest after wrong passwords does not hold a passkey up, and a login by passkey does not forgive
// them.
#pragma once

#include "handlers/web/context.h"

namespace permit {

Response ShowPasskeyChallenge(Context& context);  // as base64url, for the page's script
Response SendPasskeyLogin(Context& context);

}  // namespace permit
