// Form tokens: a form is taken only from a page that this site gave to the same browser.
//
// The token proves two HMACs, so nothing is stored and every machine that shares the secret agrees:
// one over the browser's visit cookie, and one over that cookie and the account the page was made
// for. The visit cookie is given once and never replaced, so that a page stays good when its
// student logs in again, in whichever tab; a page of one account is no good for another. A browser
// that has a session but no visit cookie proves the session cookie instead. The token is masked
// anew for every page, so that the sizes of compressed pages tell nothing about it (BREACH).
#pragma once

#include <string_view>

#include "handlers/web/context.h"

namespace permit {

inline constexpr std::string_view kSessionCookie = "session";
inline constexpr std::string_view kVisitCookie = "visit";

// Whom the page of a form must have been made for: any visitor of this browser, or the account that
// asks now.
enum class TokenScope { kBrowser, kAccount };

// Fills context.csrf_token from the cookies and the visitor; a browser without any cookie is given
// a visit cookie.
void PrepareFormToken(Context& context);

// Throws HttpError 403 unless the form's `csrf` field is a token of that scope. Two pages opened at
// once by a new browser are given a visit cookie each, of which the browser keeps one: in the scope
// kBrowser a token of another visit cookie is taken when the browser itself says that a page of
// this site sends it (Fetch Metadata's Sec-Fetch-Site, which no page can set).
void CheckFormToken(const Context& context, TokenScope scope);

// Throws HttpError 403 when the browser says that a page of another site sends the form: its Origin
// header names neither the site's own address nor the host that was asked for, or is "null" without
// Sec-Fetch-Site saying that the page is of this origin; or Sec-Fetch-Site is "cross-site".
// Browsers that send neither header are held to the token alone.
void CheckOrigin(const Context& context);

// Whether the form has one `csrf` field in the shape of a token, whoever's it is.
bool HasTokenShape(const Request& request);

}  // namespace permit
