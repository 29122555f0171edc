#include "handlers/filters/csrf.h"

namespace permit {

std::string FormToken(std::string_view secret, std::string_view cookie_value) {
  return Base64UrlEncode(HmacSha256(secret, "form:" + std::string(cookie_value)));
}

void PrepareFormToken(Context& context) {
  const Request& request = context.request;
  std::string_view value = request.cookies.Get(CookieName(kSessionCookie, request.tls));
  if (value.empty()) value = request.cookies.Get(CookieName(kVisitCookie, request.tls));
  if (!value.empty()) {
    context.csrf_token = FormToken(context.services.secret, value);
    return;
  }
  std::string minted = context.services.random.Token();
  context.csrf_token = FormToken(context.services.secret, minted);
  context.cookies_to_set.push_back({std::string(kVisitCookie), minted});
}

void CheckFormToken(const Context& context) {
  const Params& form = context.request.form;
  if (form.Count("csrf") != 1 || !ConstantTimeEqual(form.Get("csrf"), context.csrf_token)) {
    throw HttpError(403, "the form token is missing or another browser's");
  }
}

}  // namespace permit
