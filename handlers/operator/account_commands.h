// permitctl account and reviewer: who may log in.
#pragma once

#include "handlers/operator/command.h"

namespace permit::ctl {

Outcome ListAccountsCommand(Surroundings& surroundings, const Arguments& arguments);
Outcome ShowAccountCommand(Surroundings& surroundings, const Arguments& arguments);
Outcome UnlockAccountCommand(Surroundings& surroundings, const Arguments& arguments);
Outcome CloseAccountCommand(Surroundings& surroundings, const Arguments& arguments);

// For a student who can no longer read the mailbox and was identified at the counter.
Outcome ChangeMailboxCommand(Surroundings& surroundings, const Arguments& arguments);

Outcome AddReviewer(Surroundings& surroundings, const Arguments& arguments);
Outcome ListReviewersCommand(Surroundings& surroundings, const Arguments& arguments);

}  // namespace permit::ctl
