// permitctl mail: list the mails of the outbox and retry those that failed.
#pragma once

#include "handlers/operator/command.h"

namespace permit::ctl {

Outcome ListMailsCommand(Surroundings& surroundings, const Arguments& arguments);
Outcome RetryMails(Surroundings& surroundings, const Arguments& arguments);

}  // namespace permit::ctl
