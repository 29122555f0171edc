#include "handlers/account/mailbox_change.h"

#include "handlers/account/account_mails.h"
#include "handlers/account/credentials.h"
#include "handlers/rules/text.h"
#include "handlers/web/account_audit.h"
#include "handlers/web/commit_retry.h"
#include "handlers/web/frame.h"
#include "handlers/web/idempotency.h"
#include "handlers/web/paths.h"
#include "sql/basic_data_store.h"
#include "sql/login_guard_store.h"
#include "sql/mailbox_change_store.h"
#include "views/pages/basic_data_pages.h"

namespace permit {
namespace {

using views::MailboxState;
using views::MailboxStopState;

bool IsSameMailbox(std::string_view a, std::string_view b) {
  return LowerAscii(a) == LowerAscii(b);
}

// Of the link to the old mailbox; made of the other token's hash, so that a later mail can carry
// the same link.
std::string StopToken(const Context& context, const std::string& confirm_hash) {
  return Base64UrlEncode(HmacSha256(context.services.secret, "mailbox-stop:" + confirm_hash));
}

std::string TokenOfPath(const Context& context) { return std::string(context.PathValue("token")); }

std::optional<sql::AccountToken> AskedFor(Context& context) {
  return sql::FindToken(context.services.database, TokenHash(TokenOfPath(context)),
                        sql::TokenPurpose::kMailbox);
}

// A link that did its work goes on saying so for as long as the account has that mailbox.
MailboxState StateOf(Context& context, const std::optional<sql::AccountToken>& token) {
  if (!token) return MailboxState::kUnknown;
  if (token->used) {
    const auto account = sql::FindAccount(context.services.database, token->account_id);
    const bool in_use = account && account->email == token->payload;
    return in_use ? MailboxState::kConfirmed : MailboxState::kUnknown;
  }
  return token->expires_at <= context.now() ? MailboxState::kExpired : MailboxState::kReady;
}

Response MailboxResponse(Context& context, MailboxState state, const std::string& mailbox) {
  const bool good = state == MailboxState::kReady || state == MailboxState::kConfirmed;
  views::PageFrame frame = Frame(context);
  frame.place = views::MenuPlace::kBasicData;
  return Response::Html(views::RenderMailbox(context.services.renderer, frame,
                                             {state, TokenOfPath(context), mailbox}),
                        good ? 200 : 422);
}

// Empty when the old mailbox has no link that still works, or is not the one that is left now: an
// earlier one has objected, and this one is not to be asked.
std::string LiveStopToken(const Context& context, sql::Transaction& transaction,
                          const std::string& confirm_hash, const std::string& left) {
  std::string token = StopToken(context, confirm_hash);
  const auto change = sql::FindMailboxChange(transaction, TokenHash(token));
  const bool lives =
      change && change->stops_until > context.now() && IsSameMailbox(change->old_mailbox, left);
  return lives ? token : std::string();
}

MailboxStopState StopStateOf(sql::Executor& executor,
                             const std::optional<sql::MailboxChange>& change, Instant now) {
  if (!change) return MailboxStopState::kUnknown;
  if (change->objected_at && !change->confirmed_at) return MailboxStopState::kStopped;
  if (change->recovers_until && *change->recovers_until > now) return MailboxStopState::kObjected;
  if (change->stops_until <= now || change->objected_at) return MailboxStopState::kExpired;
  if (change->confirmed_at) {
    const auto account = sql::FindAccount(executor, change->account_id);
    const bool is_back = account && IsSameMailbox(account->email, change->old_mailbox);
    return is_back ? MailboxStopState::kNothingToStop : MailboxStopState::kChanged;
  }
  const auto token = sql::FindToken(executor, change->confirm_hash, sql::TokenPurpose::kMailbox);
  const bool waits = token && !token->used && token->expires_at > now;
  return waits ? MailboxStopState::kWaiting : MailboxStopState::kNothingToStop;
}

// Ends the change, or gives the account's recovery back to the old mailbox, as far as it has come.
void Stop(Context& context, sql::Transaction& transaction, const std::string& hash,
          std::uint64_t account_id) {
  sql::LockAccount(transaction, account_id);
  const auto change = sql::FindMailboxChange(transaction, hash);
  const Instant now = context.now();
  const MailboxStopState state = StopStateOf(transaction, change, now);
  if (state == MailboxStopState::kWaiting) {
    sql::VoidTokens(transaction, account_id, sql::TokenPurpose::kMailbox, now);
    sql::ObjectToMailboxChange(transaction, hash, *change, now, std::nullopt);
    AuditAccount(context, transaction, account_id, "mailbox-change-stopped", false);
  } else if (state == MailboxStopState::kChanged) {
    sql::ObjectToMailboxChange(transaction, hash, *change, now, now + kRecoveryHeld);
    VoidWhatWasMailed(context, transaction, account_id);
    sql::ForgetTemporaryPassword(transaction, account_id);
    AuditAccount(context, transaction, account_id, "mailbox-change-objected", false);
  }
}

Response StopResponse(Context& context, const std::optional<sql::MailboxChange>& change) {
  const MailboxStopState state = StopStateOf(context.services.database, change, context.now());
  const bool good = state != MailboxStopState::kUnknown && state != MailboxStopState::kExpired &&
                    state != MailboxStopState::kNothingToStop;
  views::MailboxStopPage page{state, TokenOfPath(context), {}};
  if (change && change->recovers_until) page.recovers_until = *change->recovers_until;
  return Response::Html(views::RenderMailboxStop(context.services.renderer, Frame(context), page),
                        good ? 200 : 422);
}

}  // namespace

void AskMailbox(Context& context, sql::Transaction& transaction, const std::string& mailbox,
                const std::string& token) {
  const Instant now = context.now();
  const sql::Account account = sql::LockAccount(transaction, context.visitor->account_id).value();
  const auto recovery = sql::FindRecoveryMailbox(transaction, account.id, now);
  const std::string old_mailbox = recovery ? recovery->mailbox : account.email;
  const bool comes_back = IsSameMailbox(old_mailbox, mailbox);
  const std::string hash = TokenHash(token);
  const std::string stop = StopToken(context, hash);
  sql::VoidTokens(transaction, account.id, sql::TokenPurpose::kMailbox, now);
  sql::InsertToken(transaction, hash, account.id, sql::TokenPurpose::kMailbox, mailbox, now,
                   now + kMailboxLife);
  sql::InsertMailboxChange(transaction, TokenHash(stop),
                           {.account_id = account.id,
                            .confirm_hash = hash,
                            .old_mailbox = old_mailbox,
                            .asked_at = now,
                            .stops_until = comes_back ? now : now + kObjectionLife});
  MailMailbox(context, transaction, account, {mailbox, token, now + kMailboxLife});
  if (!comes_back) {
    MailMailboxAsked(context, transaction, account, hash,
                     {old_mailbox, stop, now + kObjectionLife});
  }
}

Response CancelMailbox(Context& context) {
  return RunOnce(context, [&](sql::Transaction& transaction) {
    const std::uint64_t account = context.visitor->account_id;
    if (sql::FindWaitingMailbox(transaction, account, context.now())) {
      sql::VoidTokens(transaction, account, sql::TokenPurpose::kMailbox, context.now());
      AuditAccount(context, transaction, account, "mailbox-change-cancelled", true);
    }
    return std::string(kBasicDataPath) + "?cancelled=yes";
  });
}

Response ShowMailbox(Context& context) {
  const auto token = AskedFor(context);
  return MailboxResponse(context, StateOf(context, token), token ? token->payload : "");
}

Response SendMailbox(Context& context) {
  const auto token = AskedFor(context);
  const MailboxState state = StateOf(context, token);
  if (state != MailboxState::kReady) {
    return MailboxResponse(context, state, token ? token->payload : "");
  }
  const std::string hash = TokenHash(TokenOfPath(context));
  sql::Database& database = context.services.database;
  auto confirm = [&](sql::Transaction& transaction) {
    // Locked first, as by who stops the change meanwhile.
    sql::Account account = sql::LockAccount(transaction, token->account_id).value();
    if (!sql::UseToken(transaction, hash, sql::TokenPurpose::kMailbox, context.now())) return false;
    sql::SetEmail(transaction, account.id, token->payload);
    sql::ConfirmMailboxChange(transaction, hash, context.now());
    AuditAccount(context, transaction, account.id, "mailbox-changed", true);
    MailMailboxChanged(context, transaction, account, hash,
                       LiveStopToken(context, transaction, hash, account.email));
    account.email = token->payload;
    MailMailboxConfirmed(context, transaction, account, hash);
    return true;
  };
  const bool confirmed = TransactWithCommitRetry(database, confirm, [&] {
    const auto account = sql::FindAccount(database, token->account_id);
    const bool committed = account && account->email == token->payload;
    return committed ? std::optional(true) : std::nullopt;
  });
  return MailboxResponse(context, confirmed ? MailboxState::kConfirmed : MailboxState::kUnknown,
                         token->payload);
}

Response ShowMailboxStop(Context& context) {
  return StopResponse(
      context, sql::FindMailboxChange(context.services.database, TokenHash(TokenOfPath(context))));
}

Response SendMailboxStop(Context& context) {
  const std::string hash = TokenHash(TokenOfPath(context));
  sql::Database& database = context.services.database;
  const auto change = sql::FindMailboxChange(database, hash);
  if (change) {
    auto stop = [&](sql::Transaction& transaction) {
      Stop(context, transaction, hash, change->account_id);
      return true;
    };
    // Run again it finds what it has done.
    TransactWithCommitRetry(database, stop, [] { return std::optional<bool>(); });
  }
  return StopResponse(context, sql::FindMailboxChange(database, hash));
}

}  // namespace permit
