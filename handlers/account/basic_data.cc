#include "handlers/account/basic_data.h"

#include <algorithm>
#include <vector>

#include "handlers/account/credentials.h"
#include "handlers/account/mailbox_change.h"
#include "handlers/account/register_names.h"
#include "handlers/form/asked_mailbox.h"
#include "handlers/form/printable.h"
#include "handlers/rules/choices.h"
#include "handlers/rules/text.h"
#include "handlers/web/account_audit.h"
#include "handlers/web/address_limit.h"
#include "handlers/web/frame.h"
#include "handlers/web/idempotency.h"
#include "handlers/web/kept_form.h"
#include "handlers/web/paths.h"
#include "sql/basic_data_store.h"
#include "sql/kept_form_store.h"
#include "sql/mailbox_change_store.h"
#include "sql/register_store.h"
#include "views/layout/kept_form.h"
#include "views/pages/basic_data_pages.h"
#include "views/words/rule_messages.h"

namespace permit {
namespace {

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

// A page of before the choice was there asks for no change.
Language MailLanguage(const Context& context, const Params& form) {
  if (!form.Has("mail_language")) return context.visitor->mail_language;
  const auto chosen = LanguageFromTag(form.Get("mail_language"));
  if (!chosen) throw HttpError(400, "a language that the mails are not written in");
  return *chosen;
}

bool ChangesMailbox(const BasicData& data, const BasicData& own) {
  return LowerAscii(data.email) != LowerAscii(own.email);
}

Response Page(Context& context, const BasicData& data, const BasicData& own, Language mail_language,
              FieldErrors errors) {
  const int status = errors.empty() ? 200 : 422;
  sql::Database& database = context.services.database;
  const std::uint64_t account = context.visitor->account_id;
  views::BasicDataPage page;
  page.idempotency_key = context.services.random.Uuid();
  page.cancel_key = context.services.random.Uuid();
  page.typed = data;
  page.mail_language = mail_language;
  page.asks_password = ChangesMailbox(data, own);
  page.asked_mailbox = MailboxToAsk(data.email);
  page.errors = std::move(errors);
  page.saved = status == 200 && context.request.query.Get("saved") == "yes";
  page.cancelled = status == 200 && context.request.query.Get("cancelled") == "yes";
  page.waiting_mailbox = sql::FindWaitingMailbox(database, account, context.now()).value_or("");
  if (const auto recovery = sql::FindRecoveryMailbox(database, account, context.now())) {
    page.old_mailbox_recovers_until = recovery->until;
  }
  views::PageFrame frame = Frame(context);
  frame.place = views::MenuPlace::kBasicData;
  if (context.shows_kept_form) {
    frame.notices.push_back(
        views::KeptFormNotice(context.services.renderer, context.language, false));
  }
  return Response::Html(views::RenderBasicData(context.services.renderer, frame, page), status);
}

// Another mailbox recovers the account, so a session alone is not enough to name it.
std::optional<FieldError> CheckPasswordOfVisitor(Context& context) {
  RefuseFlood(context, kLoginFailures);
  const auto account = sql::FindAccount(context.services.database, context.visitor->account_id);
  if (!account) throw HttpError(404, "the account is gone");
  return CheckPresentPassword(context, *account, "mailbox-change-failed");
}

}  // namespace

Response ShowBasicData(Context& context) {
  const BasicData own = FindOwn(context);
  const auto kept = KeptFields(context, kBasicDataPath);
  if (!kept) return Page(context, own, own, context.visitor->mail_language, {});
  return Page(context, Typed(*kept, own), own, MailLanguage(context, *kept), {});
}

Response KeepBasicDataForm(Context& context) {
  context.services.database.Transact(
      [&](sql::Transaction& transaction) { KeepForm(context, transaction, kBasicDataPath); });
  return LoginAfterKeeping(kBasicDataPath);
}

Response ShowBasicDataAgain(Context& context) {
  const BasicData own = FindOwn(context);
  return Page(context, Typed(context.request.form, own), own,
              MailLanguage(context, context.request.form), {});
}

Response SendBasicData(Context& context) {
  const Settings& settings = context.services.settings;
  const BasicData own = FindOwn(context);
  const sql::Applicant applicant =
      sql::FindApplicant(context.services.database, context.visitor->applicant_id).value();
  BasicData data = Typed(context.request.form, own);
  const Language mail_language = MailLanguage(context, context.request.form);
  FieldErrors errors = CheckBasicData(
      data, {settings.refused_mail_domains, settings.travel_permit_pattern}, context.today());
  AddUnprintable({{"chinese_name", data.chinese_name}}, errors);
  if (applicant.surname.empty()) errors = WithoutMissingSurname(std::move(errors));
  const bool new_mailbox = ChangesMailbox(data, own);
  if (new_mailbox) AskAboutMailbox(context.request.form, data.email, errors);
  for (FieldError& error : Forged(context, own)) errors.push_back(std::move(error));
  for (FieldError& error : DifferencesFrom(applicant, data, errors)) {
    errors.push_back(std::move(error));
  }
  if (new_mailbox) {
    if (auto error = CheckPasswordOfVisitor(context)) errors.push_back(*std::move(error));
  }
  if (!errors.empty()) return Page(context, data, own, mail_language, std::move(errors));
  if (new_mailbox) {
    RefuseFlood(context, kMailsAsked);
    CountAgainst(context, kMailsAsked);
  }
  const std::string token = context.services.random.Token();
  return RunOnce(context, [&](sql::Transaction& transaction) {
    sql::SetPhone(transaction, context.visitor->account_id, data.phone, data.extension);
    sql::SetMailLanguage(transaction, context.visitor->account_id, mail_language);
    sql::ForgetKeptForm(transaction, context.visitor->account_id, kBasicDataPath);
    AuditAccount(context, transaction, context.visitor->account_id, "basic-data-saved", true);
    if (new_mailbox) AskMailbox(context, transaction, data.email, token);
    return std::string(kBasicDataPath) + "?saved=yes";
  });
}

}  // namespace permit
