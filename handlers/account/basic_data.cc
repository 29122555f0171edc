#include "handlers/account/basic_data.h"

#include <algorithm>
#include <vector>

#include "handlers/account/account_mails.h"
#include "handlers/account/register_names.h"
#include "handlers/form/asked_mailbox.h"
#include "handlers/form/printable.h"
#include "handlers/mail/enqueue.h"
#include "handlers/rules/choices.h"
#include "handlers/rules/text.h"
#include "handlers/web/account_audit.h"
#include "handlers/web/address_limit.h"
#include "handlers/web/commit_retry.h"
#include "handlers/web/frame.h"
#include "handlers/web/idempotency.h"
#include "handlers/web/kept_form.h"
#include "handlers/web/paths.h"
#include "sql/basic_data_store.h"
#include "sql/kept_form_store.h"
#include "sql/login_guard_store.h"
#include "sql/register_store.h"
#include "views/layout/kept_form.h"
#include "views/pages/basic_data_pages.h"
#include "views/words/rule_messages.h"

namespace permit {
namespace {

using views::MailboxState;

constexpr std::chrono::hours kMailboxLife{24};

BasicData FindOwn(Context& context) {
  return sql::FindBasicData(context.services.database, context.visitor->account_id).value();
}

// What ties the account to its applicant is taken from `own`, whatever the request says.
BasicData Typed(const Params& form, const BasicData& own) {
  auto typed = [&](const char* field) { return std::string(form.Get(field)); };
  return TidyBasicData({.chinese_name = typed("chinese_name"),
                        .surname = typed("surname"),
                        .given_name = typed("given_name"),
                        .mainland_id = own.mainland_id,
                        .birthplace = typed("birthplace"),
                        .birth_date = own.birth_date,
                        .sex = own.sex,
                        .travel_permit = typed("travel_permit"),
                        .phone = typed("phone"),
                        .extension = typed("extension"),
                        .email = typed("email")});
}

// Fields that the page only shows, and shows the sex in words, come back as they were shown.
FieldErrors Forged(const Context& context, const BasicData& own) {
  const Params& form = context.request.form;
  FieldErrors errors;
  auto expect = [&](const char* field, const std::vector<std::string>& shown) {
    const std::string_view value = form.Get(field);
    if (form.Has(field) && std::find(shown.begin(), shown.end(), value) == shown.end()) {
      errors.push_back({field, Problem::kReadOnly});
    }
  };
  expect("mainland_id", {own.mainland_id});
  expect("birth_date", {own.birth_date});
  std::vector<std::string> sexes;
  for (const Language language : kLanguages) {
    sexes.push_back(views::ChoiceText(views::Translator(context.services.renderer, language),
                                      SexChoices(), own.sex));
  }
  expect("sex", sexes);
  return errors;
}

Response Page(Context& context, const BasicData& data, FieldErrors errors) {
  const int status = errors.empty() ? 200 : 422;
  views::BasicDataPage page;
  page.idempotency_key = context.services.random.Uuid();
  page.typed = data;
  page.asked_mailbox = MailboxToAsk(data.email);
  page.errors = std::move(errors);
  page.saved = status == 200 && context.request.query.Get("saved") == "yes";
  page.waiting_mailbox =
      sql::FindWaitingMailbox(context.services.database, context.visitor->account_id, context.now())
          .value_or("");
  views::PageFrame frame = Frame(context);
  frame.place = views::MenuPlace::kBasicData;
  if (context.shows_kept_form) {
    frame.notices.push_back(
        views::KeptFormNotice(context.services.renderer, context.language, false));
  }
  return Response::Html(views::RenderBasicData(context.services.renderer, frame, page), status);
}

// A link to the new mailbox; links sent before stop working.
void AskMailbox(Context& context, sql::Transaction& transaction, const BasicData& data,
                const std::string& token) {
  const Services& services = context.services;
  const Visitor& visitor = *context.visitor;
  const Instant expires = context.now() + kMailboxLife;
  const std::string hash = TokenHash(token);
  sql::VoidTokens(transaction, visitor.account_id, sql::TokenPurpose::kMailbox, context.now());
  sql::InsertToken(transaction, hash, visitor.account_id, sql::TokenPurpose::kMailbox, data.email,
                   context.now(), expires);
  views::Mail mail = views::MailboxMail(services.renderer, visitor.mail_language,
                                        visitor.display_name, visitor.login_name,
                                        SiteUrl(services.settings, MailboxPath(token)), expires);
  EnqueueMail(transaction, {visitor.account_id, data.email}, hash, std::move(mail), context.now());
}

std::optional<sql::AccountToken> AskedFor(Context& context) {
  return sql::FindToken(context.services.database,
                        TokenHash(std::string(context.PathValue("token"))),
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
  return Response::Html(
      views::RenderMailbox(context.services.renderer, frame,
                           {state, std::string(context.PathValue("token")), mailbox}),
      good ? 200 : 422);
}

}  // namespace

Response ShowBasicData(Context& context) {
  const BasicData own = FindOwn(context);
  const auto kept = KeptFields(context, kBasicDataPath);
  return Page(context, kept ? Typed(*kept, own) : own, {});
}

Response KeepBasicDataForm(Context& context) {
  context.services.database.Transact(
      [&](sql::Transaction& transaction) { KeepForm(context, transaction, kBasicDataPath); });
  return LoginAfterKeeping(kBasicDataPath);
}

Response SendBasicData(Context& context) {
  const Settings& settings = context.services.settings;
  const BasicData own = FindOwn(context);
  const sql::Applicant applicant =
      sql::FindApplicant(context.services.database, context.visitor->applicant_id).value();
  BasicData data = Typed(context.request.form, own);
  FieldErrors errors = CheckBasicData(
      data, {settings.refused_mail_domains, settings.travel_permit_pattern}, context.today());
  AddUnprintable({{"chinese_name", data.chinese_name}}, errors);
  if (applicant.surname.empty()) errors = WithoutMissingSurname(std::move(errors));
  const bool new_mailbox = LowerAscii(data.email) != LowerAscii(own.email);
  if (new_mailbox) AskAboutMailbox(context.request.form, data.email, errors);
  for (FieldError& error : Forged(context, own)) errors.push_back(std::move(error));
  for (FieldError& error : DifferencesFrom(applicant, data, errors)) {
    errors.push_back(std::move(error));
  }
  if (!errors.empty()) return Page(context, data, std::move(errors));
  if (new_mailbox) {
    RefuseFlood(context, kMailsAsked);
    CountAgainst(context, kMailsAsked);
  }
  const std::string token = context.services.random.Token();
  return RunOnce(context, [&](sql::Transaction& transaction) {
    sql::SetPhone(transaction, context.visitor->account_id, data.phone, data.extension);
    sql::ForgetKeptForm(transaction, context.visitor->account_id, kBasicDataPath);
    AuditAccount(context, transaction, context.visitor->account_id, "basic-data-saved", true);
    if (new_mailbox) AskMailbox(context, transaction, data, token);
    return std::string(kBasicDataPath) + "?saved=yes";
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
  const std::string hash = TokenHash(std::string(context.PathValue("token")));
  sql::Database& database = context.services.database;
  auto confirm = [&](sql::Transaction& transaction) {
    if (!sql::UseToken(transaction, hash, sql::TokenPurpose::kMailbox, context.now())) return false;
    const sql::Account before = sql::FindAccount(transaction, token->account_id).value();
    sql::SetEmail(transaction, before.id, token->payload);
    AuditAccount(context, transaction, before.id, "mailbox-changed", true);
    MailMailboxChanged(context, transaction, before, hash);
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

}  // namespace permit
