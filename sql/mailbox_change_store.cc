#include "sql/mailbox_change_store.h"

#include "sql/queries.h"

namespace permit::sql {

void InsertMailboxChange(Executor& executor, const std::string& stop_hash,
                         const MailboxChange& change) {
  executor.Execute(queries::kMailboxChangeInsert,
                   {stop_hash, change.account_id, change.confirm_hash, change.old_mailbox,
                    change.asked_at, change.stops_until});
}

std::optional<MailboxChange> FindMailboxChange(Executor& executor, const std::string& stop_hash) {
  auto row = executor.QueryOne(queries::kMailboxChangeFind, {stop_hash});
  if (!row) return std::nullopt;
  return MailboxChange{.account_id = row->Uint("account_id"),
                       .confirm_hash = row->Text("confirm_hash"),
                       .old_mailbox = row->Text("old_mailbox"),
                       .asked_at = row->Time("asked_at"),
                       .stops_until = row->Time("stops_until"),
                       .confirmed_at = row->OptionalTime("confirmed_at"),
                       .objected_at = row->OptionalTime("objected_at"),
                       .recovers_until = row->OptionalTime("recovers_until")};
}

void ConfirmMailboxChange(Executor& executor, const std::string& confirm_hash, Instant now) {
  executor.Execute(queries::kMailboxChangeConfirm, {now, confirm_hash});
}

void ObjectToMailboxChange(Transaction& transaction, const std::string& stop_hash,
                           const MailboxChange& change, Instant now,
                           std::optional<Instant> recovers_until) {
  if (recovers_until) {
    transaction.Execute(queries::kMailboxChangeVoidLater, {change.account_id, change.asked_at});
  }
  transaction.Execute(queries::kMailboxChangeObject, {now, recovers_until, stop_hash});
}

void VoidMailboxChanges(Executor& executor, std::uint64_t account_id) {
  executor.Execute(queries::kMailboxChangeVoid, {account_id});
}

std::optional<RecoveryMailbox> FindRecoveryMailbox(Executor& executor, std::uint64_t account_id,
                                                   Instant now) {
  auto row = executor.QueryOne(queries::kMailboxChangeRecovery, {account_id, now});
  if (!row) return std::nullopt;
  return RecoveryMailbox{row->Text("old_mailbox"), row->Time("recovers_until")};
}

std::uint64_t SweepMailboxChanges(Executor& executor, Instant before) {
  return executor.Execute(queries::kMailboxChangeSweep, {before, before});
}

}  // namespace permit::sql
