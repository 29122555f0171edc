#include "handlers/payment/notice.h"

#include <algorithm>

#include "fcgi/base/log.h"
#include "handlers/payment/gateway.h"
#include "handlers/payment/paths.h"
#include "handlers/payment/report.h"
#include "sql/database.h"

namespace permit::payment {
namespace {

bool IsReference(std::string_view text) {
  return !text.empty() && text.size() <= 20 && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
  });
}

}  // namespace

Response TakeNotice(Context& context) {
  Services& services = context.services;
  if (services.gateway == nullptr) throw HttpError(404, "no payment gateway is configured");
  auto notice = services.gateway->ReadNotice(context.request.form);
  if (const auto* refusal = std::get_if<Refusal>(&notice)) {
    Log(Severity::kWarning, "payment.notice_refused",
        {{"request", context.request.request_id},
         {"payment", context.request.form.Get("MerchantTradeNo").substr(0, 20)},
         {"reason", Code(*refusal)}});
    return Response::Text("0|" + std::string(Code(*refusal)), 400);
  }
  const auto& report = std::get<TradeReport>(notice);
  services.database.Transact([&](sql::Transaction& transaction) {
    AdoptReport(services, transaction, report, "gateway");
  });
  return Response::Text(services.gateway->NoticeReceived());
}

Response ComeBack(Context& context) {
  std::string_view reference = context.PathValue("reference");
  if (!IsReference(reference)) throw HttpError(404, "no payment has such a reference");
  return Response::SeeOther(PaymentPath(reference));
}

}  // namespace permit::payment
