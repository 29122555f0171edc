#include "sql/idle_account_store.h"

#include "handlers/rules/greeting_name.h"
#include "sql/queries.h"

namespace permit::sql {
namespace {

std::vector<std::uint64_t> Ids(const std::vector<Row>& rows) {
  std::vector<std::uint64_t> ids;
  ids.reserve(rows.size());
  for (const Row& row : rows) ids.push_back(row.Uint("id"));
  return ids;
}

}  // namespace

std::vector<std::uint64_t> IdleAccountsToNotice(Executor& executor, Instant idle_before, Date today,
                                                int limit) {
  return Ids(executor.Query(queries::kIdleAccountsToNotice, {idle_before, today, limit}));
}

std::vector<std::uint64_t> IdleAccountsToRemove(Executor& executor, Instant idle_before,
                                                Instant noticed_until, Date today, int limit) {
  return Ids(
      executor.Query(queries::kIdleAccountsToRemove, {idle_before, noticed_until, today, limit}));
}

std::optional<IdleAccount> LockIdleAccount(Transaction& transaction, std::uint64_t id,
                                           Instant idle_before, Date today) {
  const auto row = transaction.QueryOne(queries::kIdleAccountLock, {id, idle_before, today});
  if (!row) return std::nullopt;
  IdleAccount account;
  account.id = id;
  account.login_name = row->Text("login_name");
  account.email = row->Text("email");
  account.language = LanguageFromTag(row->Text("language")).value_or(Language::kChinese);
  account.closed = row->Text("state") == "closed";
  account.name = GreetingName(account.language, row->Text("chinese_name"), row->Text("surname"),
                              row->Text("given_name"));
  account.idle_since = row->Time("idle_since");
  account.noticed_at = row->OptionalTime("noticed_at");
  return account;
}

void RecordAccountNotice(Transaction& transaction, std::uint64_t id, Instant now) {
  transaction.Execute(queries::kIdleAccountNoticed, {now, id});
}

void RemoveAccount(Transaction& transaction, const IdleAccount& account) {
  for (const Statement* statement :
       {&queries::kUploadsOfAccountRemove, &queries::kDraftsOfAccountRemove,
        &queries::kKeptFormsOfAccountRemove, &queries::kKeptFilesOfAccountRemove,
        &queries::kMailboxChangesOfAccountRemove, &queries::kSessionEndOfAccount,
        &queries::kAccountTokensRemove, &queries::kPasswordHistoryRemove,
        &queries::kIdleAccountRemove}) {
    transaction.Execute(*statement, {account.id});
  }
}

}  // namespace permit::sql
