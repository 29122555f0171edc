// ECPay's all-in-one interface: credit card and web ATM.
//
// The payer's browser posts a sealed form to the gateway; the gateway's server posts sealed notices
// until it reads `1|OK`, and replies to questions about one trade at a time.
#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "handlers/payment/gateway.h"

namespace permit {
struct Settings;
}

namespace permit::payment {

struct EcpayAccount {
  std::string root_url;  // without a final slash
  std::string merchant;
  std::string hash_key;
  std::string hash_iv;
  std::chrono::milliseconds patience{10000};       // for one question, connecting included
  std::chrono::milliseconds payer_patience{3000};  // the same while a payer waits
};

class EcpayGateway final : public PaymentGateway {
 public:
  explicit EcpayGateway(EcpayAccount account);

  std::string Origin() const override;
  Checkout StartCheckout(const CheckoutOrder& order) const override;
  tl::expected<TradeReport, Refusal> ReadNotice(const Params& form) const override;
  std::string NoticeReference(const Params& form) const override;
  std::string NoticeAccepted() const override { return "1|OK"; }
  std::string NoticeRefused(Refusal refusal) const override;
  tl::expected<TradeReport, Refusal> QueryTrade(const Trade& trade) const override;

  // The body of a reply to QueryTrade; its values are not URL-encoded.
  tl::expected<TradeReport, Refusal> ReadQueryReply(std::string_view body,
                                                    std::string_view reference) const;

 private:
  EcpayAccount account_;
};

// From the settings and the key files they name; null when they name no gateway. Throws
// SettingsError when a key file cannot be read, or everybody can read it.
std::unique_ptr<PaymentGateway> OpenEcpay(const Settings& settings);

}  // namespace permit::payment
