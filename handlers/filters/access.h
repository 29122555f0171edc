// Whether the visitor may come to the route, else where to go instead.
#pragma once

#include <optional>

#include "handlers/context.h"
#include "handlers/routes.h"

namespace permit {

inline constexpr std::string_view kLoginPath = "/coa-frontend/china-student/individual/login";
inline constexpr std::string_view kTodoPath = "/coa-frontend/china-student/individual/todo";
inline constexpr std::string_view kPasswordPath = "/coa-frontend/china-student/individual/password";

// nullopt lets the request through. A stranger is sent to the login page, which returns to the
// page asked for; when a form was sent it says that this was not done, and returns to the page of
// that path if it `has_page`.
std::optional<Response> RefuseAccess(const Context& context, Access access, bool has_page);

// A path of this site that a login may return to, else the to-do page.
std::string SafeReturnPath(std::string_view path);

}  // namespace permit
