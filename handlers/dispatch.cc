#include "handlers/dispatch.h"

#include "fcgi/base/log.h"
#include "fcgi/http/router.h"
#include "handlers/web/access.h"
#include "handlers/web/csrf.h"
#include "handlers/web/form.h"
#include "handlers/web/frame.h"
#include "handlers/web/headers.h"
#include "handlers/web/locale.h"
#include "handlers/web/session.h"
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

void LogRefusal(const Request& request, int status, std::string_view reason) {
  Log(status >= 500 ? Severity::kError : Severity::kNotice, "request.refused",
      {{"request", request.request_id},
       {"status", status},
       {"path", LoggedPath(request.path)},
       {"reason", reason}});
}

Response ErrorPage(const Context& context, int status, std::string_view reason) {
  LogRefusal(context.request, status, reason);
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

void ReadForm(const Context& context, Request& request, BodySource& body, const Route& route) {
  ParseBody(request, body, route.body_limit);
  if (route.access != Access::kGateway) {
    CheckFormToken(context);
    CheckFormShape(request, route.fields ? route.fields() : FormShape{});
  } else if (!request.files.empty()) {
    throw HttpError(400, "a gateway sends no files");
  }
}

// The last resort: even the error page could not be drawn.
Response PlainError(const Request& request, std::string_view reason) {
  LogRefusal(request, 500, reason);
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
      if (head.fault) throw *head.fault;
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
  if (auto refusal = RefuseAccess(context, route.access, has_page)) {
    if (route.keep != nullptr && !context.visitor) FindLateSender(context);
    if (!context.late_sender) return *std::move(refusal);
    handler = route.keep;
  }
  if (route.access != Access::kGateway) PrepareFormToken(context);
  if (request.method == Method::kPost) ReadForm(context, request, body, route);
  return handler(context);
}

}  // namespace permit
