#include "handlers/account/login_code.h"

#include "handlers/account/account_mails.h"
#include "handlers/account/login.h"
#include "handlers/account/mail_request.h"
#include "handlers/web/access.h"
#include "handlers/web/frame.h"
#include "handlers/web/idempotency.h"
#include "handlers/web/paths.h"
#include "sql/login_guard_store.h"
#include "views/pages/login_pages.h"

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

// Where the login goes on that the code is for; empty when it is no page of a student's.
std::string ReturnPath(std::string_view asked) {
  std::string path = SafeReturnPath(asked);
  return path == asked ? path : std::string();
}

Response Page(Context& context, const FieldErrors& errors) {
  const Request& request = context.request;
  const Params& said = request.method == Method::kPost ? request.form : request.query;
  const views::LoginCodePage page = {context.services.random.Uuid(), errors,
                                     ReturnPath(said.Get("next"))};
  return Response::Html(views::RenderLoginCode(context.services.renderer, Frame(context), page),
                        errors.empty() ? 200 : 422);
}

std::string LoginWithCode(Context& context) {
  const std::string path = ReturnPath(context.request.form.Get("next"));
  return path.empty() ? kLoginAfterCodeMail : kLoginAfterCodeMail + ("&next=" + path);
}

}  // namespace

Response ShowLoginCode(Context& context) { return Page(context, {}); }

Response SendLoginCode(Context& context) {
  const std::string code = MintCode(context.services.random);
  const std::string cause(context.request.form.Get(kIdempotencyField));
  return AskForMail(context,
                    {.bound = kLoginCodeMails,
                     .location = LoginWithCode(context),
                     .show = Page,
                     .send = [&](sql::Transaction& transaction, const sql::Account& account) {
                       MailLoginCode(context, transaction, account, cause, code);
                     }});
}

}  // namespace permit
