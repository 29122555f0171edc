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
                   const sql::Account& account, const MailBound& bound) {
  const auto since = context.now().time_since_epoch();
  const std::string bucket = "mail:" + std::string(bound.kind) + ":" + std::to_string(account.id);
  if (sql::CountHit(transaction, bucket, Instant(since - since % kWindow)) > kMailsAllowed) {
    return false;
  }
  // Counted where the mail is written, which a registration does as well.
  return bound.kind == kActivationMails.kind ||
         CountMailOfDay(transaction, bound, account.email, context.now());
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
        MayGetAnother(context, transaction, *account, request.bound)) {
      AuditAccount(context, transaction, account->id, "mail-" + std::string(request.bound.kind),
                   false);
      request.send(transaction, *account);
    }
    return request.location;
  });
}

}  // namespace permit
