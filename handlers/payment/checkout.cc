#include "handlers/payment/checkout.h"

#include "fcgi/base/log.h"
#include "handlers/payment/ask.h"
#include "handlers/payment/crash_point.h"
#include "handlers/payment/gateways.h"
#include "handlers/payment/own_payment.h"
#include "handlers/web/headers.h"
#include "handlers/web/paths.h"
#include "sql/database.h"
#include "views/pages/payment_pages.h"
#include "views/words/payment_words.h"

namespace permit::payment {
namespace {

using sql::PaymentRow;

CheckoutOrder Order(const Context& context, const PaymentRow& payment) {
  const Services& services = context.services;
  views::Translator tr(services.renderer, context.language);
  return {.reference = payment.reference,
          .method = payment.method,
          .amount = payment.amount,
          .description = views::OrderText(tr),
          .item = views::OrderText(tr),
          .language = context.language,
          .payer = context.visitor->display_name,
          .now = context.now(),
          .notice_url = SiteUrl(services.settings, kNoticePath),
          .return_url = SiteUrl(services.settings, GatewayReturnPath(payment.reference)),
          .session = payment.session_key};
}

bool WaitsForSession(const PaymentRow& payment, const PaymentGateway* gateway) {
  return payment.state == PaymentState::kCreated && gateway != nullptr && gateway->WantsSession();
}

// Of several keys that were fetched at once the first counts; nobody is sent there with another.
void KeepSession(const Context& context, const std::string& reference, const std::string& key) {
  context.services.database.Transact([&](sql::Transaction& transaction) {
    auto payment = sql::LockPayment(transaction, reference);
    if (!payment || payment->state != PaymentState::kCreated) return;
    sql::SetSession(transaction, *payment, key);
    const std::string actor = "account:" + std::to_string(payment->account_id);
    sql::MovePayment(transaction, *payment, {PaymentEvent::kSendToBank, actor, ""}, context.now());
  });
}

}  // namespace

Response ShowGatewayForm(Context& context) {
  const PaymentRow payment = FindOwn(context).payment;
  const PaymentGateway* gateway = context.services.gateways->For(payment.method);
  if (gateway == nullptr || !IsOpen(payment.state)) {
    return Response::SeeOther(PaymentPath(payment.reference));
  }
  views::GatewayForm page{
      .reference = payment.reference, .method = payment.method, .amount = payment.amount};
  if (WaitsForSession(payment, gateway)) {
    page.unreached = context.request.query.Get("asked") == Code(Refusal::kNoReply);
  } else {
    Checkout checkout = gateway->StartCheckout(Order(context, payment));
    page.action = checkout.action;
    page.fields = checkout.fields;
  }
  Response response =
      Response::Html(RenderGatewayForm(context.services.renderer, PaymentFrame(context), page));
  response.Header("Content-Security-Policy", ContentSecurityPolicy(gateway->Origin()));
  return response;
}

Response AnnounceAndShow(Context& context) {
  const std::string reference = FindOwn(context).payment.reference;
  std::string path = PaymentPath(reference, "bank");
  if (!AnnouncePayment(context, reference))
    path += "?asked=" + std::string(Code(Refusal::kNoReply));
  return Response::SeeOther(path);
}

bool AnnouncePayment(const Context& context, const std::string& reference) {
  auto payment = sql::FindPayment(context.services.database, reference);
  if (!payment) return true;
  const PaymentGateway* gateway = context.services.gateways->For(payment->method);
  if (!WaitsForSession(*payment, gateway)) return true;
  const SettledBy settled = SettlementOf(payment->method);
  if (GatewayRests(context.services, settled)) return false;
  auto opened = gateway->OpenSession(Order(context, *payment));
  if (!opened) {
    if (opened.error() == Refusal::kTooSlow) LetGatewayRest(context.services, settled);
    Log(Severity::kWarning, "payment.session-refused",
        {{"payment", reference}, {"reason", Code(opened.error())}});
    return false;
  }
  PassCrashPoint(CrashPoint::kSessionOpened);
  KeepSession(context, reference, *opened);
  PassCrashPoint(CrashPoint::kSessionKept);
  return true;
}

}  // namespace permit::payment
