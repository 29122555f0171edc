// The account at ECPay that the messages of the targets are sealed for: that of its sandbox.
#pragma once

#include "handlers/payment/ecpay_gateway.h"

namespace permit::fuzz {

inline constexpr char kKey[] = "pwFHCqoQZGmho4w6";
inline constexpr char kIv[] = "EkRm7iFT261dpevs";

inline payment::EcpayGateway Gateway(const char* key) {
  return payment::EcpayGateway(
      {.root_url = "http://127.0.0.1:1", .merchant = "3002607", .hash_key = key, .hash_iv = kIv});
}

}  // namespace permit::fuzz
