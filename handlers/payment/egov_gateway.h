// The e-Government payment platform: transfer from an account, web ATM, cards issued in Taiwan.
//
// It sends no notices: the payer's return is the moment to ask, and the asking job finds those who
// never came back. What its messages look like stands in egov_message alone.
#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "handlers/payment/gateway.h"

namespace permit {
struct Settings;
}

namespace permit::payment {

struct EgovAccount {
  std::string root_url;  // without a final slash
  std::string service;
  std::string key;
  std::chrono::milliseconds patience{10000};       // for one question, connecting included
  std::chrono::milliseconds payer_patience{3000};  // the same while a payer waits
};

class EgovGateway final : public PaymentGateway {
 public:
  explicit EgovGateway(EgovAccount account);

  std::string Origin() const override;
  bool WantsSession() const override { return true; }
  tl::expected<std::string, Refusal> OpenSession(const CheckoutOrder& order) const override;
  Checkout StartCheckout(const CheckoutOrder& order) const override;
  bool SendsNotices() const override { return false; }
  tl::expected<TradeReport, Refusal> QueryTrade(const Trade& trade) const override;

 private:
  EgovAccount account_;
};

// From the settings and the key files they name; null when they name no platform. Throws
// SettingsError when a key file cannot be read, or everybody can read it.
std::unique_ptr<PaymentGateway> OpenEgov(const Settings& settings);

}  // namespace permit::payment
