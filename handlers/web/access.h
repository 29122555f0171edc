// Who may use a route, and where a visitor goes who may not.
#pragma once

#include <optional>

#include "handlers/web/context.h"

namespace permit {

enum class Access {
  kPublic,           // anybody, and nobody is asked who it is
  kOpen,             // anybody; to a logged-in account the page shows its menu and the logout
  kStudent,          // a logged-in account; others go to the login page, and an account that must
                     // change its password first goes there
  kStudentRenewing,  // a logged-in account, also one that must change its password first
  kGateway,          // a server that proves itself in the body; no session, no form token
};

// nullopt lets the request through. A stranger is sent to the login page, which returns to the
// page asked for; when a form was sent it says that this was not done, and returns to the page of
// that path if it `has_page`.
std::optional<Response> RefuseAccess(const Context& context, Access access, bool has_page);

// A path of this site that a login may return to, else the to-do page.
std::string SafeReturnPath(std::string_view path);

}  // namespace permit
