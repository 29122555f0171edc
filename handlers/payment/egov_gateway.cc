#include "handlers/payment/egov_gateway.h"

#include <utility>

#include "fcgi/base/settings.h"
#include "handlers/payment/egov_message.h"
#include "handlers/payment/http_client.h"

namespace permit::payment {
namespace {

// The system's time, not Services' clock, which may be offset: the platform refuses a question that
// is too old.
std::chrono::sys_seconds RealTime() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

}  // namespace

EgovGateway::EgovGateway(EgovAccount account) : account_(std::move(account)) {}

std::string EgovGateway::Origin() const { return OriginOf(account_.root_url); }

tl::expected<std::string, Refusal> EgovGateway::OpenSession(const CheckoutOrder& order) const {
  std::string question = SealedEgovForm({{"order_no", order.reference},
                                         {"amount", std::to_string(order.amount)},
                                         {"payer", order.payer},
                                         {"item", order.item},
                                         {"pay_by", std::string(EgovPayBy(order.method))},
                                         {"return_url", order.return_url}},
                                        account_.service, account_.key, RealTime());
  const auto reply = BodyOf(PostForm(account_.root_url + std::string(kEgovSessionPath), question,
                                     account_.payer_patience));
  if (!reply) return tl::unexpected(reply.error());
  return ReadEgovSession(*reply, account_.key, order.reference);
}

Checkout EgovGateway::StartCheckout(const CheckoutOrder& order) const {
  Checkout checkout{account_.root_url + std::string(kEgovPayPath),
                    {{"session_key", order.session}}};
  if (order.language == Language::kEnglish) checkout.fields.emplace_back("language", "en");
  return checkout;
}

tl::expected<TradeReport, Refusal> EgovGateway::QueryTrade(const Trade& trade) const {
  std::string question =
      SealedEgovForm({{"order_no", trade.reference}, {"session_key", trade.session}},
                     account_.service, account_.key, RealTime());
  const auto patience = trade.payer_waits ? account_.payer_patience : account_.patience;
  const auto reply =
      BodyOf(PostForm(account_.root_url + std::string(kEgovConfirmPath), question, patience));
  if (!reply) return tl::unexpected(reply.error());
  return ReadEgovConfirmation(*reply, account_.key, trade);
}

std::unique_ptr<PaymentGateway> OpenEgov(const Settings& settings) {
  if (settings.egov_url.empty()) return nullptr;
  return std::make_unique<EgovGateway>(
      EgovAccount{settings.egov_url, settings.egov_service,
                  ReadPaymentKey(settings.egov_key_file, "payment.egov_key_file"),
                  std::chrono::seconds(settings.gateway_patience_seconds),
                  std::chrono::seconds(settings.payer_patience_seconds)});
}

}  // namespace permit::payment
