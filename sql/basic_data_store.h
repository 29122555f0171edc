// The basic data of an account: who the applicant is, as the register has it, and how the student
// is reached.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "handlers/rules/language.h"
#include "handlers/rules/registration.h"
#include "sql/database.h"

namespace permit::sql {

std::optional<BasicData> FindBasicData(Executor& executor, std::uint64_t account_id);

// In which the account's mails are written from now on.
void SetMailLanguage(Executor& executor, std::uint64_t account_id, Language language);

// A mailbox that was asked for and waits for its confirmation.
std::optional<std::string> FindWaitingMailbox(Executor& executor, std::uint64_t account_id,
                                              Instant now);

}  // namespace permit::sql
