// Form tokens: a form is taken only from a page that this site gave to the same browser.
//
// The token is an HMAC over the browser's session cookie, or over its visit cookie before login, so
// nothing is stored and every machine that shares the secret agrees.
#pragma once

#include <string>
#include <string_view>

#include "handlers/context.h"

namespace permit {

inline constexpr std::string_view kSessionCookie = "session";
inline constexpr std::string_view kVisitCookie = "visit";

std::string FormToken(std::string_view secret, std::string_view cookie_value);

// Fills context.csrf_token from the cookies; a browser without any is given a visit cookie.
void PrepareFormToken(Context& context);

// Throws HttpError 403 unless the form's `csrf` field is the browser's token.
void CheckFormToken(const Context& context);

}  // namespace permit
