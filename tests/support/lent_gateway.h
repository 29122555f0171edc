// A gateway that its user does not own: it lives as long as every Gateways that holds it.
#pragma once

#include <memory>

#include "handlers/payment/gateway.h"

namespace permit::test {

inline std::shared_ptr<const payment::PaymentGateway> Lent(const payment::PaymentGateway& gateway) {
  return {std::shared_ptr<void>(), &gateway};
}

}  // namespace permit::test
