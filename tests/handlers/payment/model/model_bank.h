// A bank in memory behind the gateway's interface, and a clock at which a worker dies.
//
// The bank is in this process because ten thousand lives ask it often; the stand-in bank, a program
// of its own, speaks to the real adapters in the tests beside this folder.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>

#include "fcgi/base/clock.h"
#include "handlers/payment/gateway.h"

namespace permit::test {

// A worker that ends here and now. No std::exception, so that nothing of the site takes it for a
// fault that can be handled; its transaction is rolled back, as the database does for a lost link.
struct Crash {};

class FusedClock final : public Clock {
 public:
  Instant Now() const override;  // throws Crash when the fuse has burnt down
  void Set(Instant now) { now_ = now; }
  void Advance(std::chrono::milliseconds by) { now_ += by; }
  Instant Read() const { return now_; }

  void Light(int looks) { fuse_ = looks; }  // the worker dies at that look from now
  void PutOut() { fuse_ = 0; }

 private:
  Instant now_{};
  mutable int fuse_ = 0;
};

class ModelBank final : public payment::PaymentGateway {
 public:
  struct Order {
    payment::TradeState state = payment::TradeState::kNotPaid;
    std::int64_t asked = 0;  // by the site
    std::int64_t taken = 0;  // from the payer, once paid
    Instant paid_at{};
    bool told = false;  // the site has taken over that it is paid
  };
  // kDyingBefore, kDyingAfter: the worker that asks dies before or with the answer.
  enum class Mood { kWell, kSilent, kDyingBefore, kDyingAfter };

  std::map<std::string, Order> orders;
  mutable Mood mood = Mood::kWell;
  // Happens once, between the bank's finding its answer and the site's getting it.
  mutable std::function<void()> meanwhile;

  std::string Origin() const override { return "http://bank"; }
  payment::Checkout StartCheckout(const payment::CheckoutOrder&) const override { return {}; }
  std::string NoticeAccepted() const override { return "1|OK"; }
  // Fields: `reference`, and `kind` — "" as the order stands, "failed", "simulated", "doubtful" (of
  // another amount) or "forged".
  tl::expected<payment::TradeReport, payment::Refusal> ReadNotice(
      const Params& form) const override;
  tl::expected<payment::TradeReport, payment::Refusal> QueryTrade(
      const payment::Trade& trade) const override;

 private:
  payment::TradeReport Report(const std::string& reference) const;
};

}  // namespace permit::test
