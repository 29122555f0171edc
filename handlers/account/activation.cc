#include "handlers/account/activation.h"

#include "handlers/account/account_mails.h"
#include "handlers/account/login.h"
#include "handlers/account/mail_request.h"
#include "handlers/rules/registration.h"
#include "handlers/web/account_audit.h"
#include "handlers/web/commit_retry.h"
#include "handlers/web/frame.h"
#include "handlers/web/paths.h"
#include "sql/login_guard_store.h"
#include "views/pages/account_pages.h"

namespace permit {
namespace {

using views::ActivationState;

constexpr std::size_t kTokenLength = 43;

bool IsGood(ActivationState state) {
  return state == ActivationState::kReady || state == ActivationState::kActive;
}

Response ActivationPage(Context& context, ActivationState state) {
  return Response::Html(views::RenderActivation(context.services.renderer, Frame(context),
                                                {state, std::string(context.PathValue("token"))}),
                        IsGood(state) ? 200 : 422);
}

Response ResendPage(Context& context, const FieldErrors& errors) {
  return Response::Html(views::RenderResend(context.services.renderer, Frame(context),
                                            {context.services.random.Uuid(), errors}),
                        errors.empty() ? 200 : 422);
}

// A link that did its work goes on saying so for as long as the account is active.
ActivationState StateOf(Context& context, const std::optional<sql::AccountToken>& token) {
  if (!token) return ActivationState::kUnknown;
  if (token->used) {
    const auto account = sql::FindAccount(context.services.database, token->account_id);
    const bool active = account && account->state == sql::AccountState::kActive;
    return active ? ActivationState::kActive : ActivationState::kUnknown;
  }
  return token->expires_at <= context.now() ? ActivationState::kExpired : ActivationState::kReady;
}

std::optional<sql::AccountToken> AskedFor(Context& context) {
  const std::string token{context.PathValue("token")};
  if (token.size() != kTokenLength) return std::nullopt;
  return sql::FindToken(context.services.database, TokenHash(token), sql::TokenPurpose::kActivate);
}

// What became of a link that was used: nullopt when it was not.
std::optional<sql::Activation> ActivationOf(sql::Database& database, const std::string& hash,
                                            const sql::AccountToken& seen) {
  const auto token = sql::FindToken(database, hash, sql::TokenPurpose::kActivate);
  const auto account = sql::FindAccount(database, seen.account_id);
  if (!token || !token->used || !account) return std::nullopt;
  if (account->state == sql::AccountState::kActive) return sql::Activation::kDone;
  return sql::HasActiveAccount(database, account->applicant_id)
             ? sql::Activation::kApplicantHasAnother
             : sql::Activation::kNotPending;
}

}  // namespace

Response ShowActivation(Context& context) {
  return ActivationPage(context, StateOf(context, AskedFor(context)));
}

Response SendActivation(Context& context) {
  const auto token = AskedFor(context);
  const ActivationState state = StateOf(context, token);
  if (state == ActivationState::kActive) return Response::SeeOther(kLoginAfterActivation);
  if (state != ActivationState::kReady) return ActivationPage(context, state);

  const std::string hash = TokenHash(std::string(context.PathValue("token")));
  sql::Database& database = context.services.database;
  auto activate = [&](sql::Transaction& transaction) {
    if (!sql::UseToken(transaction, hash, sql::TokenPurpose::kActivate, context.now())) {
      return sql::Activation::kNotPending;
    }
    AuditAccount(context, transaction, token->account_id, "activate", true);
    return sql::ActivateAccount(transaction, token->account_id, context.now());
  };
  const auto activation = TransactWithCommitRetry(
      database, activate, [&] { return ActivationOf(database, hash, *token); });
  switch (activation) {
    case sql::Activation::kDone:
      return Response::SeeOther(kLoginAfterActivation);
    case sql::Activation::kNotPending:  // unless a second press overtook this one
      if (StateOf(context, AskedFor(context)) == ActivationState::kActive) {
        return Response::SeeOther(kLoginAfterActivation);
      }
      return ActivationPage(context, ActivationState::kUnknown);
    case sql::Activation::kApplicantHasAnother:
      return ActivationPage(context, ActivationState::kApplicantHasOther);
  }
  return {};
}

Response ShowResend(Context& context) { return ResendPage(context, {}); }

Response SendResend(Context& context) {
  const std::string token = context.services.random.Token();
  return AskForMail(context, {.bound = kActivationMails,
                              .location = kLoginAfterActivationMail,
                              .show = ResendPage,
                              .is_for =
                                  [&](const sql::Account& account) {
                                    return account.state == sql::AccountState::kPending &&
                                           account.created_at + kPendingAccountLife > context.now();
                                  },
                              .send =
                                  [&](sql::Transaction& transaction, const sql::Account& account) {
                                    MailActivation(context, transaction, account, token);
                                  }});
}

}  // namespace permit
