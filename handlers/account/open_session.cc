#include "handlers/account/open_session.h"

#include "fcgi/base/log.h"
#include "handlers/account/known_browser.h"
#include "handlers/web/access.h"
#include "handlers/web/commit_retry.h"
#include "handlers/web/csrf.h"
#include "handlers/web/kept_form.h"
#include "handlers/web/paths.h"
#include "handlers/web/session.h"
#include "sql/session_store.h"

namespace permit {

void EndPresentSession(Context& context, sql::Executor& executor) {
  const Request& request = context.request;
  const std::string_view token = request.cookies.Get(CookieName(kSessionCookie, request.tls));
  if (!token.empty()) sql::EndSession(executor, SessionHash(token));
}

std::optional<Response> OpenSession(Context& context, const ProvenOwner& owner,
                                    const std::function<bool(sql::Transaction&)>& record) {
  const sql::Account& account = owner.account;
  const std::string token = context.services.random.Token();
  sql::Database& database = context.services.database;
  auto enter = [&](sql::Transaction& transaction) {
    if (!record(transaction)) return false;
    EndPresentSession(context, transaction);
    sql::InsertSession(transaction, SessionHash(token), account.id, context.now(),
                       SessionEnd(context, context.now()), OriginOf(context.request));
    return true;
  };
  const bool entered = TransactWithCommitRetry(database, enter, [&] {
    const bool committed =
        sql::FindSession(database, SessionHash(token), context.now()).has_value();
    return committed ? std::optional(true) : std::nullopt;
  });
  if (!entered) return std::nullopt;
  context.cookies_to_set.push_back({std::string(kSessionCookie), token});
  RememberBrowser(context, account.id);
  Log(Severity::kInfo, "login", {{"account", static_cast<long long>(account.id)}});
  if (owner.must_change_password) return Response::SeeOther(kPasswordPath);
  return Response::SeeOther(AfterLogin(context, account.id, SafeReturnPath(owner.return_path)));
}

}  // namespace permit
