#include "handlers/account/passkey_login.h"

#include "fcgi/base/base64url.h"
#include "fcgi/base/log.h"
#include "handlers/account/open_session.h"
#include "handlers/account/passkey_challenge.h"
#include "handlers/account/webauthn.h"
#include "handlers/web/access.h"
#include "handlers/web/account_audit.h"
#include "handlers/web/address_limit.h"
#include "handlers/web/paths.h"
#include "sql/passkey_store.h"

namespace permit {
namespace {

struct Answer {
  std::string credential_id;
  std::string user_handle;
  std::string authenticator_data;
  std::string signature;
  ClientData client_data;
};

std::optional<Answer> ReadAnswer(const Params& form) {
  const auto bytes = [&](const char* field) { return Base64UrlDecode(form.Get(field)); };
  const auto credential_id = bytes("credential");
  const auto user_handle = bytes("user_handle");
  const auto authenticator_data = bytes("authenticator_data");
  const auto signature = bytes("signature");
  const auto json = bytes("client_data");
  if (!credential_id || !user_handle || !authenticator_data || !signature || !json) {
    return std::nullopt;
  }
  const auto client_data = ReadClientData(*json);
  if (!client_data) return std::nullopt;
  return Answer{*credential_id, *user_handle, *authenticator_data, *signature, *client_data};
}

// All refusals look the same from outside; the log has the reason. `account_id` zero: nobody's.
Response Refuse(Context& context, std::uint64_t account_id, std::string_view reason) {
  CountAgainst(context, kLoginFailures);
  AuditAccount(context, context.services.database, account_id, "passkey-refused", false);
  Log(Severity::kNotice, "passkey.refused",
      {{"request", context.request.request_id},
       {"account", static_cast<long long>(account_id)},
       {"reason", reason}});
  const std::string_view next = context.request.form.Get("next");
  std::string location = kLoginAfterPasskeyRefusal;
  if (SafeReturnPath(next) == next) location.append("&next=").append(next);
  return Response::SeeOther(location);
}

Response Enter(Context& context, const sql::Passkey& passkey, std::uint32_t sign_count) {
  const auto account = sql::FindAccount(context.services.database, passkey.account_id);
  if (!account || account->state != sql::AccountState::kActive) {
    return Refuse(context, passkey.account_id, "account-not-active");
  }
  std::string_view refusal;
  auto record = [&](sql::Transaction& transaction) {
    const auto present = sql::LockPasskey(transaction, passkey.id);
    refusal = !present                                           ? "removed"
              : CounterAdvances(present->sign_count, sign_count) ? ""
                                                                 : "counter-back";
    if (!refusal.empty()) return false;
    sql::RecordPasskeyLogin(transaction, passkey, sign_count, context.now());
    AuditAccount(context, transaction, account->id, "login-by-passkey", true);
    return true;
  };
  const std::string next(context.request.form.Get("next"));
  auto entered = OpenSession(context, {*account, account->must_change_password, next}, record);
  return entered ? *std::move(entered) : Refuse(context, account->id, refusal);
}

}  // namespace

Response ShowPasskeyChallenge(Context& context) {
  return Response::Text(Base64UrlEncode(MintPasskeyChallenge(context, PasskeyCeremony::kLogin)));
}

Response SendPasskeyLogin(Context& context) {
  RefuseFlood(context, kLoginFailures);
  sql::Database& database = context.services.database;
  const auto answer = ReadAnswer(context.request.form);
  if (!answer) return Refuse(context, 0, Code(WebauthnFault::kMalformed));
  const std::string& challenge = answer->client_data.challenge;
  if (!IsPasskeyChallenge(context, PasskeyCeremony::kLogin, challenge)) {
    return Refuse(context, 0, "other-challenge");
  }
  if (!UsePasskeyChallenge(context, database, challenge)) {
    return Refuse(context, 0, "challenge-used");
  }
  const auto passkey = sql::FindPasskey(database, answer->credential_id);
  if (!passkey) return Refuse(context, 0, "unknown-credential");
  if (!ConstantTimeEqual(answer->user_handle, passkey->user_handle)) {
    return Refuse(context, passkey->account_id, "other-user");
  }
  const auto sign_count = CheckAssertion(
      RelyingPartyOf(context.services.settings.base_url), {passkey->algorithm, passkey->public_key},
      answer->client_data, answer->authenticator_data, answer->signature);
  if (!sign_count) return Refuse(context, passkey->account_id, Code(sign_count.error()));
  return Enter(context, *passkey, *sign_count);
}

}  // namespace permit
