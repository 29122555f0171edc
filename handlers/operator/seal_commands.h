// permitctl seal and permit: whether a permit is genuine, and withdrawing one.
#pragma once

#include "handlers/operator/command.h"

namespace permit::ctl {

// Exit codes of VerifySeal beside those of every command: one for each verdict but good, and one
// for a list whose form, signature or signer is wrong.
inline constexpr int kExitAltered = 10;
inline constexpr int kExitUnknownSigner = 11;
inline constexpr int kExitExpired = 12;
inline constexpr int kExitRevoked = 13;
inline constexpr int kExitForgedList = 14;
inline constexpr int kExitOldList = 15;

Outcome VerifySeal(Surroundings& surroundings, const Arguments& arguments);
Outcome RevokePermitCommand(Surroundings& surroundings, const Arguments& arguments);
Outcome ReissuePermitsCommand(Surroundings& surroundings, const Arguments& arguments);
Outcome PublishRevocationsCommand(Surroundings& surroundings);

}  // namespace permit::ctl
