#include "handlers/account/forgotten_password.h"

#include "handlers/account/account_mails.h"
#include "handlers/account/login.h"
#include "handlers/account/mail_request.h"
#include "handlers/web/frame.h"
#include "handlers/web/idempotency.h"
#include "handlers/web/paths.h"
#include "views/pages/account_pages.h"

namespace permit {
namespace {

// Nothing that looks like something else when it is typed off a phone.
constexpr std::string_view kLetters = "abcdefghjkmnpqrstuvwxyz";
constexpr std::string_view kLettersAndDigits = "abcdefghjkmnpqrstuvwxyz23456789";
constexpr std::string_view kDigits = "23456789";
constexpr std::size_t kLength = 12;

char Pick(Random& random, std::string_view from) {
  // A byte that would make the first characters likelier is drawn again.
  const std::size_t fair = 256 - 256 % from.size();
  std::size_t byte;
  do byte = static_cast<unsigned char>(random.Bytes(1)[0]);
  while (byte >= fair);
  return from[byte % from.size()];
}

// Begins with a letter and ends with a digit, so that it keeps the rule for passwords.
std::string MintPassword(Random& random) {
  std::string password{Pick(random, kLetters)};
  while (password.size() < kLength - 1) password += Pick(random, kLettersAndDigits);
  return password + Pick(random, kDigits);
}

Response Page(Context& context, const FieldErrors& errors) {
  return Response::Html(views::RenderForgottenPassword(context.services.renderer, Frame(context),
                                                       {context.services.random.Uuid(), errors}),
                        errors.empty() ? 200 : 422);
}

}  // namespace

Response ShowForgottenPassword(Context& context) { return Page(context, {}); }

Response SendForgottenPassword(Context& context) {
  const std::string password = MintPassword(context.services.random);
  std::string hash;
  const std::string cause(context.request.form.Get(kIdempotencyField));
  return AskForMail(context,
                    {.bound = kNewPasswordMails,
                     .location = kLoginAfterPasswordMail,
                     .show = Page,
                     .prepare = [&] { hash = HashPassword(password, context.services.random); },
                     .send =
                         [&](sql::Transaction& transaction, const sql::Account& account) {
                           sql::SetTemporaryPassword(transaction, account.id, hash,
                                                     context.now() + kNewPasswordLife);
                           MailNewPassword(context, transaction, account, cause, password);
                         }});
}

}  // namespace permit
