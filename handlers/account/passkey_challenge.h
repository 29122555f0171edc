// What an authenticator signs, so that an answer is good here, now, and once.
//
// A challenge carries when it was made, is signed, and is bound to what it is for: to log in, to
// the browser that asked; to add a passkey, to the session that has just given the password.
// Nothing is stored until one is answered, so asking for one writes nothing. It works for five
// minutes and once, which the table passkey_challenge keeps.
#pragma once

#include <string>

#include "handlers/web/context.h"

namespace permit {

namespace sql {
class Executor;
}  // namespace sql

enum class PasskeyCeremony { kLogin, kRegistration };

inline constexpr std::chrono::minutes kPasskeyChallengeLife{5};

// Raw bytes. A registration needs the visitor.
std::string MintPasskeyChallenge(Context& context, PasskeyCeremony ceremony);

// Whether it was made here for the same ceremony and browser or session, and has not expired.
bool IsPasskeyChallenge(const Context& context, PasskeyCeremony ceremony,
                        const std::string& challenge);

// True for the first answer to such a challenge alone.
bool UsePasskeyChallenge(Context& context, sql::Executor& executor, const std::string& challenge);

}  // namespace permit
