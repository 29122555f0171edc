#include "handlers/account/registration.h"

#include "handlers/account/account_mails.h"
#include "handlers/account/login.h"
#include "handlers/account/register_names.h"
#include "handlers/account/registered_mailbox.h"
#include "handlers/form/asked_mailbox.h"
#include "handlers/form/printable.h"
#include "handlers/rules/password_guess.h"
#include "handlers/rules/registration.h"
#include "handlers/rules/text.h"
#include "handlers/web/account_audit.h"
#include "handlers/web/address_limit.h"
#include "handlers/web/frame.h"
#include "handlers/web/idempotency.h"
#include "handlers/web/paths.h"
#include "sql/account_store.h"
#include "sql/idempotency_store.h"
#include "sql/register_store.h"
#include "views/pages/registration_pages.h"

namespace permit {
namespace {

constexpr char kCategory[] = "mainland";

Registration Typed(const Params& form) {
  auto typed = [&](const char* field) { return std::string(form.Get(field)); };
  Registration registration;
  registration.data = {.chinese_name = typed("chinese_name"),
                       .surname = typed("surname"),
                       .given_name = typed("given_name"),
                       .mainland_id = typed("mainland_id"),
                       .birthplace = typed("birthplace"),
                       .birth_date = typed("birth_date"),
                       .sex = typed("sex"),
                       .travel_permit = typed("travel_permit"),
                       .phone = typed("phone"),
                       .extension = typed("extension"),
                       .email = typed("email")};
  registration.login_name = typed("login_name");
  registration.password = typed("password");
  registration.password_again = typed("password_again");
  return TidyRegistration(registration);
}

Response Page(Context& context, const Registration& typed, FieldErrors errors) {
  const int status = errors.empty() ? 200 : 422;
  const views::RegistrationPage page{context.services.random.Uuid(), typed, std::move(errors),
                                     MailboxToAsk(typed.data.email)};
  return Response::Html(views::RenderRegistration(context.services.renderer, Frame(context), page),
                        status);
}

// All that the register knows must agree; which of it does not is nobody's business.
bool IsApplicant(const sql::Applicant& applicant, const BasicData& data) {
  return applicant.category == kCategory && applicant.mainland_id == data.mainland_id &&
         HasNamesOf(data, applicant) && applicant.birthplace == data.birthplace &&
         applicant.sex == data.sex && applicant.travel_permit == data.travel_permit &&
         ParseDate(data.birth_date) == applicant.birth_date;
}

PasswordOwner OwnerOf(const Registration& registration) {
  const BasicData& data = registration.data;
  return {.login_name = registration.login_name,
          .surname = data.surname,
          .given_name = data.given_name,
          .birth_date = data.birth_date,
          .numbers = {data.mainland_id, data.travel_permit, data.phone}};
}

FieldErrors Check(Context& context, const Registration& registration) {
  const Settings& settings = context.services.settings;
  FieldErrors errors = CheckRegistration(
      registration, {settings.refused_mail_domains, settings.travel_permit_pattern},
      context.today());
  AddUnprintable({{"chinese_name", registration.data.chinese_name}}, errors);
  AskAboutMailbox(context.request.form, registration.data.email, errors);
  if (!FindError(errors, "password")) {
    if (auto problem = CheckGuess(registration.password, OwnerOf(registration))) {
      errors.push_back({"password", *problem});
    }
  }
  return errors;
}

// An account that waits for its activation at another mailbox gives way to this one: the applicant
// corrects a mailbox by registering again.
bool GivesWay(const sql::Account& account, const sql::Applicant& applicant,
              const Registration& registration) {
  return account.state == sql::AccountState::kPending && account.applicant_id == applicant.id &&
         LowerAscii(account.email) != LowerAscii(registration.data.email);
}

// What is taken may be taken by this very act, sent a second time: then Act gives its first answer.
FieldErrors TakenErrors(Context& context, const sql::Applicant& applicant,
                        const Registration& registration) {
  sql::Database& database = context.services.database;
  FieldErrors errors;
  if (sql::HasActiveAccount(database, applicant.id)) {
    errors.push_back({"", Problem::kAlreadyRegistered});
  }
  const auto bearer = sql::FindAccountByLogin(database, registration.login_name);
  if (bearer && !GivesWay(*bearer, applicant, registration)) {
    errors.push_back({"login_name", Problem::kNameTaken});
  }
  if (errors.empty() && !TakesActivationMail(context, registration.data.email)) {
    errors.push_back({"email", Problem::kMailboxFull});
  }
  if (!errors.empty() &&
      sql::FindIdempotencyKey(database, std::string(context.request.form.Get(kIdempotencyField)))) {
    errors.clear();
  }
  return errors;
}

std::string Create(Context& context, sql::Transaction& transaction, const sql::Applicant& applicant,
                   const Registration& registration, const std::string& password_hash,
                   const std::string& token) {
  // One pending account an applicant, also when two register at once.
  sql::LockApplicant(transaction, applicant.id);
  for (std::uint64_t pending : sql::PendingAccounts(transaction, applicant.id)) {
    AuditAccount(context, transaction, pending, "register-again", false);
    sql::RemovePendingAccount(transaction, pending);
  }
  const auto id = sql::InsertAccount(transaction,
                                     {.applicant_id = applicant.id,
                                      .category = kCategory,
                                      .login_name = registration.login_name,
                                      .password_hash = password_hash,
                                      .email = registration.data.email,
                                      .phone = registration.data.phone,
                                      .extension = registration.data.extension,
                                      .language = context.language},
                                     context.now());
  // Another request took the name a moment ago.
  if (!id) return kRegistrationNameTaken;
  AuditAccount(context, transaction, *id, "register", false);
  MailActivation(context, transaction, sql::FindAccount(transaction, *id).value(), token);
  return kLoginAfterRegistration;
}

}  // namespace

Response ShowRegistration(Context& context) {
  FieldErrors errors;
  if (context.request.query.Get("problem") == "name-taken") {
    errors.push_back({"login_name", Problem::kNameTaken});
  }
  return Page(context, {}, std::move(errors));
}

Response ShowRegistrationAgain(Context& context) {
  return Page(context, Typed(context.request.form), {});
}

Response SendRegistration(Context& context) {
  sql::Database& database = context.services.database;
  const Registration registration = Typed(context.request.form);
  FieldErrors errors = Check(context, registration);
  // In some passports no surname stands: where nothing else is wrong the register decides.
  const FieldErrors but_surname = WithoutMissingSurname(errors);
  if (!but_surname.empty()) return Page(context, registration, std::move(errors));

  RefuseFlood(context, kRegistrations);
  CountAgainst(context, kRegistrations);
  const auto applicant = sql::FindApplicantByMainlandId(database, registration.data.mainland_id);
  if (!applicant || !IsApplicant(*applicant, registration.data)) {
    if (errors.empty()) errors.push_back({"", Problem::kNotInRegister});
    return Page(context, registration, std::move(errors));
  }
  errors = TakenErrors(context, *applicant, registration);
  if (!errors.empty()) return Page(context, registration, std::move(errors));
  const std::string hash = HashPassword(registration.password, context.services.random);
  const std::string token = context.services.random.Token();
  RememberRegisteredMailbox(context, registration.data.email);
  return RunOnce(context, [&](sql::Transaction& transaction) {
    return Create(context, transaction, *applicant, registration, hash, token);
  });
}

}  // namespace permit
