#include "handlers/application/application.h"
#include "handlers/application/service_of_path.h"
#include "handlers/web/frame.h"
#include "handlers/web/paths.h"
#include "views/pages/application_pages.h"

namespace permit {
namespace {

Response DeclarationResponse(Context& context, Service service, FieldErrors errors) {
  views::PageFrame frame = Frame(context);
  frame.place = views::PlaceOf(service);
  int status = errors.empty() ? 200 : 422;
  return Response::Html(
      views::RenderDeclaration(context.services.renderer, frame, {service, std::move(errors)}),
      status);
}

}  // namespace

Response ShowDeclaration(Context& context) {
  return DeclarationResponse(context, ServiceOfPath(context), {});
}

Response AcceptDeclaration(Context& context) {
  Service service = ServiceOfPath(context);
  if (context.request.form.Get("agreed") != "yes") {
    return DeclarationResponse(context, service, {{"agreed", Problem::kNotAgreed}});
  }
  return Response::SeeOther(PermitNumberPath(service));
}

}  // namespace permit
