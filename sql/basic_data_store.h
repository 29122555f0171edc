// The basic data of an account: the register's, where the student has not written others.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "handlers/rules/registration.h"
#include "sql/database.h"

namespace permit::sql {

std::optional<BasicData> FindBasicData(Executor& executor, std::uint64_t account_id);

// Names, birthplace, travel permit and telephone. Identity number, birth date and sex stay the
// register's; the mailbox is SetEmail's.
void WriteBasicData(Transaction& transaction, std::uint64_t account_id, const BasicData& data,
                    Instant now);

// A mailbox that was asked for and waits for its confirmation.
std::optional<std::string> FindWaitingMailbox(Executor& executor, std::uint64_t account_id,
                                              Instant now);

}  // namespace permit::sql
