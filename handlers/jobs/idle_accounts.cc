#include "handlers/jobs/idle_accounts.h"

#include <algorithm>
#include <vector>

#include "handlers/jobs/steps.h"
#include "handlers/mail/enqueue.h"
#include "handlers/rules/draft_end.h"
#include "handlers/web/paths.h"
#include "sql/audit_store.h"
#include "sql/idle_account_store.h"
#include "views/mail/account_mails.h"

namespace permit {
namespace {

constexpr int kAccountsARound = 200;

struct Round {
  sql::Database& database;
  const views::Renderer& renderer;
  std::string login_link;
  std::chrono::days kept;
  Instant now;

  Date today() const { return TaipeiDate(now); }
};

bool Notice(sql::Transaction& transaction, const Round& round, std::uint64_t id) {
  const auto account =
      sql::LockIdleAccount(transaction, id, round.now - round.kept + kAccountNotice, round.today());
  if (!account || account->noticed_at) return false;
  sql::RecordAccountNotice(transaction, id, round.now);
  if (account->closed) return true;
  const Instant end = std::max(account->idle_since + round.kept, round.now + kAccountNotice);
  EnqueueMail(transaction, {id, account->email},
              std::to_string(id) + ":" + FormatTime(account->idle_since),
              views::AccountEndsMail(round.renderer, account->language, account->name,
                                     account->login_name, round.login_link, LastDraftDay(end)),
              round.now);
  return true;
}

bool Remove(sql::Transaction& transaction, const Round& round, std::uint64_t id) {
  const auto account = sql::LockIdleAccount(transaction, id, round.now - round.kept, round.today());
  if (!account || !account->noticed_at || *account->noticed_at > round.now - kAccountNotice) {
    return false;
  }
  sql::RemoveAccount(transaction, *account);
  sql::WriteAudit(transaction,
                  {"system", "account-removed", "account:" + std::to_string(id),
                   "without a case, not used since " + FormatTime(account->idle_since)},
                  round.now);
  return true;
}

// Each account that is found either changes so that it is not found again, or has changed already.
template <class Find, class Do>
std::uint64_t InRounds(const Round& round, const Find& find, const Do& act) {
  std::uint64_t done = 0;
  for (std::vector<std::uint64_t> ids; !(ids = find()).empty();) {
    for (const std::uint64_t id : ids) {
      done += round.database.Transact([&](sql::Transaction& transaction) -> std::uint64_t {
        return act(transaction, round, id) ? 1 : 0;
      });
    }
  }
  return done;
}

}  // namespace

IdleAccountsDone LookAfterIdleAccounts(sql::Database& database, const Settings& settings,
                                       const views::Renderer& renderer, Instant now) {
  const Round round = {database, renderer, SiteUrl(settings, kLoginPath),
                       std::chrono::days(settings.retention_account_days), now};
  IdleAccountsDone done;
  JobSteps steps;
  steps.Run("accounts that end", [&] {
    done.removed = InRounds(
        round,
        [&] {
          return sql::IdleAccountsToRemove(database, now - round.kept, now - kAccountNotice,
                                           round.today(), kAccountsARound);
        },
        Remove);
  });
  steps.Run("account notices", [&] {
    done.noticed = InRounds(
        round,
        [&] {
          return sql::IdleAccountsToNotice(database, now - round.kept + kAccountNotice,
                                           round.today(), kAccountsARound);
        },
        Notice);
  });
  steps.Finish();
  return done;
}

}  // namespace permit
