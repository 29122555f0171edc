#include "handlers/payment/checkout.h"

#include "fcgi/base/log.h"
#include "handlers/payment/ask.h"
#include "handlers/payment/crash_point.h"
#include "handlers/payment/gateways.h"
#include "handlers/payment/own_payment.h"
#include "handlers/payment/start.h"
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

// A gateway takes a trade number once, so a form with it is handed out once; the payment remembers
// it. False: it was handed out before, or the payment is over.
bool HandOutOnce(const Context& context, const std::string& reference) {
  return context.services.database.Transact([&](sql::Transaction& transaction) {
    auto payment = sql::LockPayment(transaction, reference);
    if (!payment || !payment->session_key.empty() || !IsOpen(payment->state)) return false;
    sql::SetSession(transaction, *payment, reference);
    return true;
  });
}

// Of a form that is wanted again, as by a tab that the browser restores: where to go instead, or
// nothing when the gateway has never heard of the trade number. The payer may have paid with the
// first form: the gateway is asked, and while it gives no reply no second form is handed out. When
// it knows of no money, the payment is replaced by one with a trade number of its own; money that
// still comes for the first is taken as for every payment that was replaced.
std::optional<Response> InsteadOfSecondForm(Context& context, const sql::OwnPayment& own) {
  Services& services = context.services;
  const Visitor& visitor = *context.visitor;
  const std::string result = PaymentPath(own.payment.reference);
  const std::string actor = "account:" + std::to_string(visitor.account_id);
  std::optional<TradeState> said;
  switch (AskForPayer(services, own.payment.reference, actor, &said)) {
    case Asked::kStillUnpaid:
      if (said == TradeState::kUnknown) return std::nullopt;
      break;
    case Asked::kNoReply:
      return Response::SeeOther(result + "?asked=" + std::string(Code(Asked::kNoReply)));
    case Asked::kNothingToAsk:
    case Asked::kPaid:
    case Asked::kFailed:
    case Asked::kExpired:
    case Asked::kException:
    case Asked::kRevoked:
      return Response::SeeOther(result);
  }
  StartOrder order{.applicant_id = visitor.applicant_id,
                   .account_id = visitor.account_id,
                   .groups = {},
                   .method = own.payment.method,
                   .reference = MintReference(services),
                   .own_number = {}};
  for (const sql::PaymentCaseRow& one : own.cases) order.groups.push_back(one.group_number);
  const auto started = services.database.Transact(
      [&](sql::Transaction& transaction) { return StartPayment(services, transaction, order); });
  return Response::SeeOther(started ? PaymentPath(started->reference, "bank") : result);
}

}  // namespace

Response ShowGatewayForm(Context& context) {
  const sql::OwnPayment own = FindOwn(context);
  const PaymentRow& payment = own.payment;
  const PaymentGateway* gateway = context.services.gateways->For(payment.method);
  if (gateway == nullptr || !IsOpen(payment.state)) {
    return Response::SeeOther(PaymentPath(payment.reference));
  }
  // The page of a form that was refused asks nobody and changes nothing.
  const bool asked_for = context.form_fault == 0;
  if (asked_for && !gateway->WantsSession() && !HandOutOnce(context, payment.reference)) {
    if (auto instead = InsteadOfSecondForm(context, own)) return *std::move(instead);
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
    NoteGatewayRefusal(context.services, settled, opened.error());
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
