#include "handlers/account/mail_request.h"

#include "handlers/rules/registration.h"
#include "handlers/rules/text.h"
#include "handlers/web/account_audit.h"
#include "handlers/web/address_limit.h"
#include "handlers/web/commit_retry.h"
#include "handlers/web/idempotency.h"
#include "sql/database.h"
#include "sql/login_guard_store.h"

namespace permit {
namespace {

constexpr std::chrono::minutes kWindow{10};
constexpr int kMailsAllowed = 3;

bool MayGetAnother(const Context& context, sql::Transaction& transaction,
                   const sql::Account& account, std::string_view what) {
  const auto since = context.now().time_since_epoch();
  const std::string bucket = "mail:" + std::string(what) + ":" + std::to_string(account.id);
  return sql::CountHit(transaction, bucket, Instant(since - since % kWindow)) <= kMailsAllowed;
}

}  // namespace

Response AskForMail(Context& context, const MailRequest& request) {
  const std::string login_name = TidyLine(HalfWidth(context.request.form.Get("login_name")));
  if (auto error = CheckAccountName("login_name", login_name)) {
    return request.show(context, {*error});
  }
  RefuseFlood(context, kMailsAsked);
  CountAgainst(context, kMailsAsked);
  if (request.prepare) request.prepare();
  const auto account = sql::FindAccountByLogin(context.services.database, login_name);
  return RunOnce(context, [&](sql::Transaction& transaction) -> std::string {
    if (account && account->state != sql::AccountState::kClosed &&
        MayGetAnother(context, transaction, *account, request.what)) {
      AuditAccount(context, transaction, account->id, "mail-" + std::string(request.what), false);
      request.send(transaction, *account);
    }
    return request.location;
  });
}

}  // namespace permit
