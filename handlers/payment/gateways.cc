#include "handlers/payment/gateways.h"

#include <utility>

#include "handlers/payment/ecpay_gateway.h"
#include "handlers/payment/egov_gateway.h"
#include "handlers/web/context.h"

namespace permit::payment {
namespace {

// Of several for one way of settling, the first that the settings name counts.
struct Adapter {
  SettledBy settled;
  std::unique_ptr<PaymentGateway> (*open)(const Settings& settings);  // null: not configured
};
constexpr Adapter kAdapters[] = {
    {SettledBy::kGateway, OpenEcpay},
    {SettledBy::kEGovernment, OpenEgov},
};

}  // namespace

const Gateways kNoGateways{};

Gateways::Gateways(const Settings& settings) {
  for (const Adapter& adapter : kAdapters) {
    auto& gateway = gateways_[adapter.settled];
    if (gateway == nullptr) gateway = adapter.open(settings);
  }
}

Gateways::Gateways(BySettlement gateways) : gateways_(std::move(gateways)) {}

const PaymentGateway* Gateways::For(SettledBy settled) const {
  auto found = gateways_.find(settled);
  return found == gateways_.end() ? nullptr : found->second.get();
}

const PaymentGateway* Gateways::For(PaymentMethod method) const {
  return For(SettlementOf(method));
}

}  // namespace permit::payment
