#include "handlers/account/activation.h"

#include "handlers/account/account_letters.h"
#include "handlers/account/login.h"
#include "handlers/account/mail_request.h"
#include "sql/login_guard_store.h"
#include "views/account_pages.h"

namespace permit {
namespace {

using views::ActivationState;

constexpr std::size_t kTokenLength = 43;

Response ActivationPage(Context& context, ActivationState state) {
  return Response::Html(views::RenderActivation(context.services.renderer, Frame(context),
                                                {state, std::string(context.PathValue("token"))}),
                        state == ActivationState::kReady ? 200 : 422);
}

Response ResendPage(Context& context, const FieldErrors& errors) {
  return Response::Html(views::RenderResend(context.services.renderer, Frame(context), {errors}),
                        errors.empty() ? 200 : 422);
}

ActivationState StateOf(const std::optional<sql::AccountToken>& token, Instant now) {
  if (!token || token->used) return ActivationState::kUnknown;
  return token->expires_at <= now ? ActivationState::kExpired : ActivationState::kReady;
}

std::optional<sql::AccountToken> AskedFor(Context& context) {
  const std::string token{context.PathValue("token")};
  if (token.size() != kTokenLength) return std::nullopt;
  return sql::FindToken(context.services.database, TokenHash(token), sql::TokenPurpose::kActivate);
}

}  // namespace

Response ShowActivation(Context& context) {
  return ActivationPage(context, StateOf(AskedFor(context), context.now()));
}

Response SendActivation(Context& context) {
  const auto token = AskedFor(context);
  const ActivationState state = StateOf(token, context.now());
  if (state != ActivationState::kReady) return ActivationPage(context, state);

  const std::string hash = TokenHash(std::string(context.PathValue("token")));
  const auto activation = context.services.database.Transact([&](sql::Transaction& transaction) {
    if (!sql::UseToken(transaction, hash, sql::TokenPurpose::kActivate, context.now())) {
      return sql::Activation::kNotPending;
    }
    return sql::ActivateAccount(transaction, token->account_id, context.now());
  });
  switch (activation) {
    case sql::Activation::kDone:
      return Response::SeeOther(kLoginAfterActivation);
    case sql::Activation::kNotPending:
      return ActivationPage(context, ActivationState::kUnknown);
    case sql::Activation::kApplicantHasAnother:
      return ActivationPage(context, ActivationState::kApplicantHasOther);
  }
  return {};
}

Response ShowResend(Context& context) { return ResendPage(context, {}); }

Response SendResend(Context& context) {
  const std::string token = context.services.random.Token();
  return AskForMail(context,
                    {.what = "activate",
                     .location = kLoginAfterActivationMail,
                     .show = ResendPage,
                     .send = [&](sql::Transaction& transaction, const sql::Account& account) {
                       if (account.state != sql::AccountState::kPending) return;
                       MailActivation(context, transaction, account, token);
                     }});
}

}  // namespace permit
