#include "handlers/dispatch.h"

#include <algorithm>

#include "fcgi/base/log.h"
#include "fcgi/http/form.h"
#include "fcgi/http/router.h"
#include "fcgi/http/text.h"
#include "handlers/web/access.h"
#include "handlers/web/csrf.h"
#include "handlers/web/form.h"
#include "handlers/web/frame.h"
#include "handlers/web/headers.h"
#include "handlers/web/locale.h"
#include "handlers/web/session.h"
#include "handlers/web/show_typed.h"
#include "sql/database.h"
#include "views/page.h"
#include "views/pages/error_pages.h"

namespace permit {
namespace {

// A link from a mail is a secret: its last part is written to no log, as in the web server's.
std::string LoggedPath(const std::string& path) {
  for (std::string_view before : {"/activate/", "/mailbox/"}) {
    const std::size_t at = path.find(before);
    if (at != std::string::npos) return path.substr(0, at + before.size()) + "***";
  }
  return path;
}

// `account`: 0 for a stranger, and where nobody has asked yet who it is.
void LogRefusal(const Request& request, std::uint64_t account, int status,
                std::string_view reason) {
  Log(status >= 500 ? Severity::kError : Severity::kNotice, "request.refused",
      {{"request", request.request_id},
       {"status", status},
       {"path", LoggedPath(request.path)},
       {"account", static_cast<long long>(account)},
       {"reason", reason}});
}

std::uint64_t AccountOf(const Context& context) {
  return context.visitor ? context.visitor->account_id : 0;
}

Response ErrorPage(const Context& context, int status, std::string_view reason) {
  LogRefusal(context.request, AccountOf(context), status, reason);
  views::ErrorPage page{status, context.request.request_id};
  Response response =
      Response::Html(views::RenderError(context.services.renderer, Frame(context), page), status);
  if (status == 503 || status == 429) response.Header("Retry-After", "30");
  return response;
}

// A public page is shown also when the database cannot be asked for the session.
void LookForVisitor(Context& context, Access access) {
  switch (access) {
    case Access::kPublic:
    case Access::kGateway:
      return;
    case Access::kOpen:
      try {
        FindVisitor(context);
      } catch (const sql::Unavailable&) {
        context.visitor.reset();
      }
      return;
    case Access::kStudent:
    case Access::kStudentRenewing:
      FindVisitor(context);
      return;
  }
}

bool IsStudents(Access access) {
  return access == Access::kStudent || access == Access::kStudentRenewing;
}

void ReadForm(const Context& context, Request& request, BodySource& body, const Route& route) {
  if (route.access != Access::kGateway) CheckOrigin(context);
  ParseBody(request, body, route.body_limit);
  if (route.access != Access::kGateway) {
    CheckFormToken(context, IsStudents(route.access) ? TokenScope::kAccount : TokenScope::kBrowser);
    CheckFormShape(request, route.fields ? route.fields() : FormShape{});
  } else if (!request.files.empty()) {
    throw HttpError(400, "a gateway sends no files");
  }
}

// The page of a form, or nothing where it has none of its own. Fills the values of its path.
Handler PageOfForm(Context& context, std::span<const Route> routes, const Route& form) {
  if (form.access != Access::kOpen && !(IsStudents(form.access) && context.visitor)) return nullptr;
  RouteMatch<Route> page = FindRoute(routes, Method::kGet, context.request.path);
  if (page.row == nullptr || page.row->access != form.access) return nullptr;
  context.path_values = std::move(page.values);
  return page.row->handler;
}

// A form that cannot be taken is shown again with a message, where the error is not in its fields:
// too large or no form at all (the page as it is stored), or a stranger's with the token of another
// page (what was typed). nullopt: the error stands for itself.
std::optional<Response> ShowFormAgain(Context& context, std::span<const Route> routes,
                                      const Route& route, const HttpError& error) {
  const bool body = error.status() == 413 || error.status() == 415;
  const bool token = error.status() == 403 && route.access == Access::kOpen && !context.visitor &&
                     HasTokenShape(context.request);
  Handler page = body ? PageOfForm(context, routes, route) : token ? route.again : nullptr;
  if (page == nullptr) return std::nullopt;
  if (token) CheckFormShape(context.request, route.fields ? route.fields() : FormShape{});
  context.form_fault = error.status();
  Response response = page(context);
  context.form_fault = 0;
  if (response.status != 200 && response.status != 422) return std::nullopt;  // it has no page now
  LogRefusal(context.request, AccountOf(context), error.status(), error.what());
  response.status = body ? error.status() : 422;
  return response;
}

// The address that a page has when somebody wrote more slashes than it has, as addresses that are
// typed or passed on have; nullopt when it is that address.
std::optional<std::string> WithoutSpareSlashes(std::string_view path) {
  std::string spare(path);
  const auto both = [](char a, char b) { return a == '/' && b == '/'; };
  spare.erase(std::unique(spare.begin(), spare.end(), both), spare.end());
  if (spare.size() > 1 && spare.ends_with('/')) spare.pop_back();
  return spare == path ? std::nullopt : std::optional(spare);
}

std::string EncodedPath(std::string_view path) {
  std::string encoded;
  for (std::size_t at = 0; at < path.size();) {
    const std::size_t end = std::min(path.find('/', at), path.size());
    encoded += PercentEncode(path.substr(at, end - at));
    if (end < path.size()) encoded += '/';
    at = end + 1;
  }
  return encoded;
}

// A route that reads neither body nor query, as a browser that a gateway sends back may bring
// anything in any method and character set: a fault of the head is none there. Where the path
// itself could not be read it is "/".
bool IsReadByNobody(std::span<const Route> routes, const Request& head) {
  const Route* route = FindRoute(routes, Method::kPost, head.path).row;
  return route != nullptr && route->body_limit == 0;
}

// The last resort: even the error page could not be drawn.
Response PlainError(const Request& request, std::string_view reason) {
  LogRefusal(request, 0, 500, reason);
  return Response::Text("500 " + request.request_id + "\n", 500);
}

}  // namespace

Dispatcher::Dispatcher(Services& services, std::span<const Route> routes)
    : services_(services), routes_(routes) {}

Response Dispatcher::Handle(Request head, BodySource& body) {
  Context context{head, services_};
  Response response;
  try {
    try {
      if (head.fault && !IsReadByNobody(routes_, head)) throw *head.fault;
      ChooseLanguage(context);
      response = Serve(context, head, body);
    } catch (const HttpError& error) {
      response = ErrorPage(context, error.status(), error.what());
    } catch (const sql::Unavailable& error) {
      response = ErrorPage(context, 503, error.what());
    } catch (const sql::OutcomeUnknown& error) {
      response = ErrorPage(context, 503, error.what());
    } catch (const std::exception& error) {
      response = ErrorPage(context, 500, error.what());
    }
    if (!MayBeShared(response)) {
      for (const Cookie& cookie : context.cookies_to_set) {
        response.Header("Set-Cookie", SetCookieHeader(cookie, head.tls));
      }
    }
    AddSecurityHeaders(response, head.tls);
  } catch (const std::exception& error) {
    response = PlainError(head, error.what());
  }
  return response;
}

Response Dispatcher::Serve(Context& context, Request& request, BodySource& body) {
  RouteMatch<Route> match = FindRoute(routes_, request.method, request.path);
  if (match.row == nullptr) {
    const auto other = WithoutSpareSlashes(request.path);
    if (request.method == Method::kGet && other &&
        FindRoute(routes_, Method::kGet, *other).row != nullptr) {
      return Response::MovedPermanently(EncodedPath(*other) + QueryText(request.query));
    }
    FindVisitor(context);  // for the menu of the error page
    PrepareFormToken(context);
    throw match.other_method ? HttpError(405, "the route has another method")
                             : HttpError(404, "there is no such route");
  }
  const Route& route = *match.row;
  context.path_values = std::move(match.values);
  LookForVisitor(context, route.access);
  // Needed only for a form that a stranger sends.
  const bool has_page = !context.visitor && request.method == Method::kPost &&
                        FindRoute(routes_, Method::kGet, request.path).row != nullptr;
  Handler handler = route.handler;
  const bool shows_typed = route.again != nullptr && request.method == Method::kPost &&
                           request.query.Get(kShowTyped) == "yes";
  if (auto refusal = RefuseAccess(context, route.access, has_page)) {
    if (route.keep != nullptr && !context.visitor) FindLateSender(context);
    if (!context.late_sender) return *std::move(refusal);
    handler = route.keep;
  }
  if (route.access != Access::kGateway) PrepareFormToken(context);
  if (request.method == Method::kPost && route.body_limit > 0) {
    try {
      ReadForm(context, request, body, route);
    } catch (const HttpError& error) {
      if (auto form = ShowFormAgain(context, routes_, route, error)) return *std::move(form);
      throw;
    }
  }
  if (shows_typed && handler == route.handler) {
    Response typed = route.again(context);
    typed.status = 200;
    return typed;
  }
  return handler(context);
}

}  // namespace permit
