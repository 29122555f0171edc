// The account's passkeys: its list, adding one, removing one. The password stays beside them.
//
// Adding takes two forms. The first asks for the name and the present password and writes nothing;
// its answer is the page whose script asks the browser for the passkey, with a challenge that says
// that the password was right. The second form brings what the browser made.
#pragma once

#include "handlers/web/context.h"

namespace permit {

inline constexpr std::size_t kMaxPasskeys = 20;  // of an account
inline constexpr std::size_t kMaxPasskeyName = 60;

Response ShowPasskeys(Context& context);        // GET /passkeys
Response ShowNewPasskey(Context& context);      // GET /passkeys/new
Response AskForPasskey(Context& context);       // POST /passkeys/new
Response AddPasskey(Context& context);          // POST /passkeys
Response AskToRemovePasskey(Context& context);  // GET /passkeys/{id}/remove
Response RemovePasskey(Context& context);       // POST /passkeys/{id}/remove

}  // namespace permit
