// Changes of an account's mailbox, as the mailbox that is left may stop them.
//
// A change is found by the hash of the token in the link that goes to the old mailbox. The token
// that confirms it is one of account_token (sql/login_guard_store.h).
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "sql/database.h"

namespace permit::sql {

struct MailboxChange {
  std::uint64_t account_id = 0;
  std::string confirm_hash;
  std::string old_mailbox;
  Instant asked_at;
  Instant stops_until;  // until then the link to the old mailbox works
  std::optional<Instant> confirmed_at;
  std::optional<Instant> objected_at;     // by that link, before the confirmation or after it
  std::optional<Instant> recovers_until;  // until then the old mailbox recovers the account
};

void InsertMailboxChange(Executor& executor, const std::string& stop_hash,
                         const MailboxChange& change);
std::optional<MailboxChange> FindMailboxChange(Executor& executor, const std::string& stop_hash);

// A token that belongs to no change is left alone.
void ConfirmMailboxChange(Executor& executor, const std::string& confirm_hash, Instant now);

// Notes the objection. With `recovers_until` the old mailbox recovers the account until then, and
// the changes that were asked for later can no longer be objected to: who asked for this one cannot
// use them.
void ObjectToMailboxChange(Transaction& transaction, const std::string& stop_hash,
                           const MailboxChange& change, Instant now,
                           std::optional<Instant> recovers_until);

// Ends what the account's earlier mailboxes may still do.
void VoidMailboxChanges(Executor& executor, std::uint64_t account_id);

struct RecoveryMailbox {
  std::string mailbox;
  Instant until;
};
// The mailbox that has objected, in place of the account's own; of several the one that was left
// first.
std::optional<RecoveryMailbox> FindRecoveryMailbox(Executor& executor, std::uint64_t account_id,
                                                   Instant now);

// Deletes some of those that ended before; the number deleted, zero when none is left.
std::uint64_t SweepMailboxChanges(Executor& executor, Instant before);

}  // namespace permit::sql
