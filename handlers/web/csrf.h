// Form tokens: a form is taken only from a page that this site gave to the same browser.
//
// The token proves an HMAC over the browser's session cookie, or over its visit cookie before
// login, so nothing is stored and every machine that shares the secret agrees. It is masked anew
// for every page, so that the sizes of compressed pages tell nothing about it (BREACH).
#pragma once

#include <string_view>

#include "handlers/web/context.h"

namespace permit {

inline constexpr std::string_view kSessionCookie = "session";
inline constexpr std::string_view kVisitCookie = "visit";

// Fills context.csrf_token from the cookies; a browser without any is given a visit cookie.
void PrepareFormToken(Context& context);

// Throws HttpError 403 unless the form's `csrf` field is a token of the browser's.
void CheckFormToken(const Context& context);

}  // namespace permit
