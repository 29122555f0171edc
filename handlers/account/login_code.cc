#include "handlers/account/login_code.h"

#include "handlers/account/account_letters.h"
#include "handlers/account/login.h"
#include "handlers/account/mail_request.h"
#include "sql/login_guard_store.h"
#include "views/login_pages.h"

namespace permit {
namespace {

constexpr int kDigits = 8;

std::string MintCode(Random& random) {
  std::uint64_t number = 0;
  for (unsigned char byte : random.Bytes(7)) number = number * 256 + byte;
  std::string code;
  for (int digit = 0; digit < kDigits; ++digit, number /= 10) {
    code += static_cast<char>('0' + number % 10);
  }
  return code;
}

Response Page(Context& context, const FieldErrors& errors) {
  return Response::Html(views::RenderLoginCode(context.services.renderer, Frame(context),
                                               {context.services.random.Uuid(), errors}),
                        errors.empty() ? 200 : 422);
}

}  // namespace

Response ShowLoginCode(Context& context) { return Page(context, {}); }

Response SendLoginCode(Context& context) {
  const std::string code = MintCode(context.services.random);
  const std::string cause(context.request.form.Get("act"));
  return AskForMail(context,
                    {.what = "login-code",
                     .location = kLoginAfterCodeMail,
                     .show = Page,
                     .send = [&](sql::Transaction& transaction, const sql::Account& account) {
                       MailLoginCode(context, transaction, account, cause, code);
                     }});
}

}  // namespace permit
