#include "handlers/account/passkeys.h"

#include <charconv>

#include "fcgi/base/base64url.h"
#include "fcgi/base/log.h"
#include "handlers/account/account_mails.h"
#include "handlers/account/credentials.h"
#include "handlers/account/passkey_challenge.h"
#include "handlers/account/webauthn.h"
#include "handlers/rules/text.h"
#include "handlers/web/account_audit.h"
#include "handlers/web/address_limit.h"
#include "handlers/web/frame.h"
#include "handlers/web/idempotency.h"
#include "handlers/web/paths.h"
#include "sql/passkey_store.h"
#include "views/pages/passkey_pages.h"

namespace permit {
namespace {

views::PageFrame PlacedFrame(const Context& context) {
  views::PageFrame frame = Frame(context);
  frame.place = views::MenuPlace::kPasskeys;
  return frame;
}

views::PasskeyLine Line(const sql::Passkey& passkey) {
  return {passkey.id, passkey.name, passkey.created_at, passkey.last_used_at};
}

views::PasskeyNotice NoticeOf(std::string_view done) {
  if (done == "added") return views::PasskeyNotice::kAdded;
  if (done == "removed") return views::PasskeyNotice::kRemoved;
  return views::PasskeyNotice::kNone;
}

std::vector<sql::Passkey> Own(Context& context) {
  return sql::PasskeysOf(context.services.database, context.visitor->account_id);
}

sql::Account OwnAccount(Context& context) {
  auto account = sql::FindAccount(context.services.database, context.visitor->account_id);
  if (!account) throw HttpError(404, "the account is gone");
  return *std::move(account);
}

Response List(Context& context, views::PasskeysPage page, int status) {
  for (const sql::Passkey& passkey : Own(context)) page.passkeys.push_back(Line(passkey));
  page.is_full = page.passkeys.size() >= kMaxPasskeys;
  return Response::Html(
      views::RenderPasskeys(context.services.renderer, PlacedFrame(context), page), status);
}

Response Ask(Context& context, const std::string& name, FieldErrors errors) {
  const int status = errors.empty() ? 200 : 422;
  return Response::Html(views::RenderNewPasskey(context.services.renderer, PlacedFrame(context),
                                                {name, std::move(errors)}),
                        status);
}

std::string TypedName(const Context& context) {
  return TidyLine(context.request.form.Get("passkey_name"));
}

FieldErrors CheckName(const std::string& name) {
  if (name.empty()) return {{"passkey_name", Problem::kMissing}};
  if (auto problem = CheckText(name, kMaxPasskeyName)) {
    return {{"passkey_name", *problem, static_cast<long>(kMaxPasskeyName)}};
  }
  return {};
}

// By which authenticators know the account: the same for all its passkeys, and telling nothing.
std::string UserHandle(const Context& context, const std::vector<sql::Passkey>& own) {
  if (!own.empty()) return own.front().user_handle;
  return HmacSha256(context.services.secret,
                    "passkey-user:" + std::to_string(context.visitor->account_id));
}

struct Brought {
  NewCredential credential;
  std::string challenge;
};

// What the second form brings, when it is to be believed.
std::optional<Brought> ReadNew(const Context& context) {
  const auto refuse = [&](std::string_view reason) {
    Log(Severity::kNotice, "passkey.not-added",
        {{"request", context.request.request_id}, {"reason", reason}});
    return std::nullopt;
  };
  const Params& form = context.request.form;
  const auto json = Base64UrlDecode(form.Get("client_data"));
  const auto authenticator_data = Base64UrlDecode(form.Get("authenticator_data"));
  const auto client_data = json ? ReadClientData(*json) : std::nullopt;
  if (!client_data || !authenticator_data) return refuse(Code(WebauthnFault::kMalformed));
  if (!IsPasskeyChallenge(context, PasskeyCeremony::kRegistration, client_data->challenge)) {
    return refuse("other-challenge");
  }
  auto credential = CheckRegistration(RelyingPartyOf(context.services.settings.base_url),
                                      *client_data, *authenticator_data);
  if (!credential) return refuse(Code(credential.error()));
  return Brought{*std::move(credential), client_data->challenge};
}

sql::Passkey OwnByPath(const Context& context, sql::Executor& executor) {
  const std::string_view text = context.PathValue("id");
  std::uint64_t id = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), id);
  if (read.ec == std::errc() && read.ptr == text.data() + text.size()) {
    if (auto own = sql::FindPasskeyOf(executor, context.visitor->account_id, id)) return *own;
  }
  throw HttpError(404, "the account has no such passkey");
}

}  // namespace

Response ShowPasskeys(Context& context) {
  return List(context, {.notice = NoticeOf(context.request.query.Get("done"))}, 200);
}

Response ShowNewPasskey(Context& context) {
  if (Own(context).size() >= kMaxPasskeys) return Response::SeeOther(kPasskeysPath);
  return Ask(context, "", {});
}

Response AskForPasskey(Context& context) {
  RefuseFlood(context, kLoginFailures);
  const std::vector<sql::Passkey> own = Own(context);
  if (own.size() >= kMaxPasskeys) return Response::SeeOther(kPasskeysPath);
  const sql::Account account = OwnAccount(context);
  const std::string name = TypedName(context);
  FieldErrors errors = CheckName(name);
  if (auto error = CheckPresentPassword(context, account, "passkey-request-failed"))
    errors.push_back(*error);
  if (!errors.empty()) return Ask(context, name, std::move(errors));

  views::CreatePasskeyPage page;
  page.idempotency_key = context.services.random.Uuid();
  page.name = name;
  page.challenge = Base64UrlEncode(MintPasskeyChallenge(context, PasskeyCeremony::kRegistration));
  page.user_handle = Base64UrlEncode(UserHandle(context, own));
  page.login_name = account.login_name;
  page.display_name = context.visitor->display_name;
  page.known.reserve(own.size());
  for (const sql::Passkey& passkey : own) {
    page.known.push_back(Base64UrlEncode(passkey.credential_id));
  }
  return Response::Html(
      views::RenderCreatePasskey(context.services.renderer, PlacedFrame(context), page));
}

Response AddPasskey(Context& context) {
  const std::string name = TypedName(context);
  if (FieldErrors errors = CheckName(name); !errors.empty()) {
    return List(context, {.errors = std::move(errors)}, 422);
  }
  const auto brought = ReadNew(context);
  if (!brought) return List(context, {.is_refused = true}, 422);
  const sql::Account account = OwnAccount(context);
  const std::string cause(context.request.form.Get(kIdempotencyField));
  return RunOnce(context, [&](sql::Transaction& transaction) -> std::string {
    sql::LockAccount(transaction, account.id);  // two at once would pass the limit
    const std::vector<sql::Passkey> own = sql::PasskeysOf(transaction, account.id);
    if (own.size() >= kMaxPasskeys) throw HttpError(409, "the account has all its passkeys");
    if (!UsePasskeyChallenge(context, transaction, brought->challenge)) {
      throw HttpError(409, "the challenge was answered before");
    }
    const NewCredential& credential = brought->credential;
    if (!sql::InsertPasskey(
            transaction,
            {account.id, credential.id, UserHandle(context, own), credential.key.algorithm,
             credential.key.bytes, credential.sign_count, name},
            context.now())) {
      throw HttpError(409, "the credential is known");
    }
    AuditAccount(context, transaction, account.id, "passkey-added", true);
    MailPasskeyAdded(context, transaction, account, cause, name);
    return kPasskeysAfterAdding;
  });
}

Response AskToRemovePasskey(Context& context) {
  const sql::Passkey passkey = OwnByPath(context, context.services.database);
  return Response::Html(
      views::RenderRemovePasskey(context.services.renderer, PlacedFrame(context),
                                 {context.services.random.Uuid(), Line(passkey)}));
}

Response RemovePasskey(Context& context) {
  const sql::Account account = OwnAccount(context);
  const std::string cause(context.request.form.Get(kIdempotencyField));
  return RunOnce(context, [&](sql::Transaction& transaction) -> std::string {
    const sql::Passkey passkey = OwnByPath(context, transaction);
    sql::RemovePasskey(transaction, account.id, passkey.id);
    AuditAccount(context, transaction, account.id, "passkey-removed", true);
    MailPasskeyRemoved(context, transaction, account, cause, passkey.name);
    return kPasskeysAfterRemoval;
  });
}

}  // namespace permit
