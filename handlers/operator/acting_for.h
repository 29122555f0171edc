// Who acts: the reviewer that --as names, else the operator.
#pragma once

#include <optional>
#include <string>

#include "handlers/operator/command.h"

namespace permit::ctl {

// As audit and history name the actor; nullopt when there is no such reviewer, or no longer.
std::optional<std::string> ActingFor(Surroundings& surroundings, const Arguments& arguments);

// Where --as names a reviewer: a row of the audit that names the operator beside, in the act's own
// transaction. `what`: the command, "case approve"; `object` as in AuditEntry.
void AuditActingFor(Surroundings& surroundings, const Arguments& arguments,
                    sql::Transaction& transaction, const std::string& what,
                    const std::string& object);

// A row of the audit about personal data that the operator is shown, written before it is.
void AuditReading(Surroundings& surroundings, const std::string& action, const std::string& object,
                  const std::string& detail = "");

// The same for a list, which is one row however many lines it has: the object is `what` ("cases"),
// the detail what was asked for (--state, --after, --since, --limit, each checked before) and how
// many `lines` there are.
void AuditList(Surroundings& surroundings, const Arguments& arguments, const std::string& action,
               const std::string& what, std::size_t lines);

// A row of the audit about an act that is done and stands outside of the database, or in many
// transactions. Where the database cannot be reached or has no such table yet, as when keys are
// made on a new machine, the log tells of the act instead.
void AuditDone(Surroundings& surroundings, const std::string& action, const std::string& object,
               const std::string& detail = "");

// The name of who runs the program: `sudo_user`, the variable SUDO_USER, where sudo has set it,
// else `login_name` of the process's user. SUDO_USER counts when it has the form of a login name;
// whoever may run the program without sudo can put another there.
std::string SystemUser(const char* sudo_user, const char* login_name);

}  // namespace permit::ctl
