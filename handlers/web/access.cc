#include "handlers/web/access.h"

#include <algorithm>

#include "handlers/web/kept_form.h"
#include "handlers/web/paths.h"

namespace permit {
namespace {

bool IsPlain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '/' ||
         c == '-' || c == '_' || c == '.';
}

Response ToLogin(const Context& context, bool has_page) {
  const Request& request = context.request;
  // What is no plain path is no page of a student's.
  const bool is_plain = std::all_of(request.path.begin(), request.path.end(), IsPlain);
  if (request.method == Method::kPost) {
    return LoginAfterEnd(has_page && is_plain ? request.path : "");
  }
  return Response::SeeOther(std::string(kLoginPath) + (is_plain ? "?next=" + request.path : ""));
}

}  // namespace

std::optional<Response> RefuseAccess(const Context& context, Access access, bool has_page) {
  switch (access) {
    case Access::kPublic:
    case Access::kOpen:
    case Access::kGateway:
      return std::nullopt;
    case Access::kStudentRenewing:
      if (!context.visitor) return ToLogin(context, has_page);
      return std::nullopt;
    case Access::kStudent:
      if (!context.visitor) return ToLogin(context, has_page);
      if (context.visitor->must_change_password) return Response::SeeOther(kPasswordPath);
      return std::nullopt;
  }
  return std::nullopt;
}

std::string SafeReturnPath(std::string_view path) {
  if (!path.starts_with(kStudentRoot) || path.size() > 200) return std::string(kTodoPath);
  for (char c : path) {
    if (!IsPlain(c)) return std::string(kTodoPath);
  }
  return std::string(path);
}

}  // namespace permit
