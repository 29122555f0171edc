// Accounts that nobody has logged in to for long and that nothing depends on: no case of theirs or
// of their applicant, no payment, no permit of the applicant that holds today.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "handlers/rules/language.h"
#include "sql/database.h"

namespace permit::sql {

// By their ids, those that have been idle longest first: idle since before that time, and not
// noticed since.
std::vector<std::uint64_t> IdleAccountsToNotice(Executor& executor, Instant idle_before, Date today,
                                                int limit);
// Those noticed at that time at the latest.
std::vector<std::uint64_t> IdleAccountsToRemove(Executor& executor, Instant idle_before,
                                                Instant noticed_until, Date today, int limit);

struct IdleAccount {
  std::uint64_t id = 0;
  std::string login_name;
  std::string email;
  Language language = Language::kChinese;
  bool closed = false;
  std::string name;  // the applicant's, as a mail in that language says it
  Instant idle_since;
  std::optional<Instant> noticed_at;  // since it is idle
};
// Locked until the transaction ends; nullopt: it is none any more.
std::optional<IdleAccount> LockIdleAccount(Transaction& transaction, std::uint64_t id,
                                           Instant idle_before, Date today);

void RecordAccountNotice(Transaction& transaction, std::uint64_t id, Instant now);
// With its sessions, tokens, former passwords, kept forms, and drafts with their files.
void RemoveAccount(Transaction& transaction, const IdleAccount& account);

}  // namespace permit::sql
