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

bool IsFor(const MailRequest& request, const sql::Account& account) {
  return account.state != sql::AccountState::kClosed &&
         (!request.is_for || request.is_for(account));
}

// Has what a mail needs, and a mailbox that no mail goes to (RFC 2606).
sql::Account Nobody(const Context& context, const std::string& login_name) {
  sql::Account nobody;
  nobody.login_name = login_name;
  nobody.email = login_name + "@nobody.invalid";
  nobody.language = context.language;
  nobody.created_at = context.now();
  return nobody;
}

// Names that are nobody's are counted one by one, so that the fourth mail is refused to them too.
std::string Counted(const sql::Account& recipient) {
  if (recipient.id != 0) return std::to_string(recipient.id);
  return "nobody-" + HexEncode(Sha256(recipient.login_name)).substr(0, 32);
}

bool MayGetAnother(const Context& context, sql::Transaction& transaction,
                   const sql::Account& recipient, const MailBound& bound) {
  const auto since = context.now().time_since_epoch();
  const std::string bucket = "mail:" + std::string(bound.kind) + ":" + Counted(recipient);
  if (sql::CountHit(transaction, bucket, Instant(since - since % kWindow)) > kMailsAllowed) {
    return false;
  }
  // Counted where the mail is written, which a registration does as well.
  return bound.kind == kActivationMails.kind ||
         CountMailOfDay(transaction, bound, recipient.email, context.now());
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
  const sql::Account recipient =
      account && IsFor(request, *account) ? *account : Nobody(context, login_name);
  return RunOnce(context, [&](sql::Transaction& transaction) -> std::string {
    if (MayGetAnother(context, transaction, recipient, request.bound)) {
      AuditAccount(context, transaction, account ? account->id : 0,
                   "mail-" + std::string(request.bound.kind), false);
      request.send(transaction, recipient);
    }
    return request.location;
  });
}

}  // namespace permit
