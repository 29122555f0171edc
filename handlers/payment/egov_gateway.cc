#include "handlers/payment/egov_gateway.h"

#include <utility>

#include "fcgi/base/settings.h"
#include "handlers/payment/egov_message.h"
#include "handlers/payment/http_client.h"

namespace permit::payment {
namespace {

// The world's time and not the house's: the platform refuses a question that is too old.
std::chrono::sys_seconds WorldTime() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

}  // namespace

EgovGateway::EgovGateway(EgovAccount account) : account_(std::move(account)) {}

std::string EgovGateway::Origin() const { return OriginOf(account_.root_url); }

std::variant<std::string, Refusal> EgovGateway::OpenSession(const CheckoutOrder& order) const {
  std::string question = SealedEgovForm({{"order_no", order.reference},
                                         {"amount", std::to_string(order.amount)},
                                         {"payer", order.payer},
                                         {"item", order.item},
                                         {"pay_by", std::string(EgovPayBy(order.method))},
                                         {"return_url", order.return_url}},
                                        account_.service, account_.key, WorldTime());
  auto answer =
      PostForm(account_.root_url + std::string(kEgovSessionPath), question, account_.patience);
  if (!answer || answer->status != 200) return Refusal::kNoAnswer;
  return ReadEgovSession(answer->body, account_.key, order.reference);
}

Checkout EgovGateway::StartCheckout(const CheckoutOrder& order) const {
  Checkout checkout{account_.root_url + std::string(kEgovPayPath),
                    {{"session_key", order.session}}};
  if (order.language == Language::kEnglish) checkout.fields.emplace_back("language", "en");
  return checkout;
}

std::variant<TradeReport, Refusal> EgovGateway::QueryTrade(const Trade& trade) const {
  std::string question =
      SealedEgovForm({{"order_no", trade.reference}, {"session_key", trade.session}},
                     account_.service, account_.key, WorldTime());
  auto answer =
      PostForm(account_.root_url + std::string(kEgovConfirmPath), question, account_.patience);
  if (!answer || answer->status != 200) return Refusal::kNoAnswer;
  return ReadEgovConfirmation(answer->body, account_.key, trade);
}

EgovAccount ReadEgovAccount(const Settings& settings) {
  return {settings.egov_url, settings.egov_service,
          ReadPaymentKey(settings.egov_key_file, "payment.egov_key_file"),
          std::chrono::seconds(settings.gateway_patience_seconds)};
}

}  // namespace permit::payment
