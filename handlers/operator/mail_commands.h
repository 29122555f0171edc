// permitctl mail: what the outbox holds.
#pragma once

#include "handlers/operator/command.h"

namespace permit::ctl {

Outcome ListMailsCommand(Surroundings& surroundings, const Arguments& arguments);
Outcome RetryMails(Surroundings& surroundings, const Arguments& arguments);

}  // namespace permit::ctl
