// The payment gateways that the settings name, one for each way of settling but the slip.
//
// Built once, by permit-web before it forks and by permitctl for a command; read only after that.
#pragma once

#include <map>
#include <memory>

#include "handlers/payment/gateway.h"
#include "handlers/rules/payment_method.h"

namespace permit {
struct Settings;
}

namespace permit::payment {

class Gateways {
 public:
  // An entry may be null, which is the same as none.
  using BySettlement = std::map<SettledBy, std::shared_ptr<const PaymentGateway>>;

  Gateways() = default;  // none is configured
  // Throws SettingsError when a key file cannot be read, or everybody can read it.
  explicit Gateways(const Settings& settings);
  explicit Gateways(BySettlement gateways);

  // Null when the settings name none, or the payment is settled by a slip. Valid as long as this.
  const PaymentGateway* For(SettledBy settled) const;
  const PaymentGateway* For(PaymentMethod method) const;

 private:
  BySettlement gateways_;
};

}  // namespace permit::payment
