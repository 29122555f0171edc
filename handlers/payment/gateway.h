// A payment gateway: how a payer is sent there, how its notices are known to be its own, and how it
// is asked what became of a payment.
//
// What a gateway says is a value and never an exception: a bank that is down, slow or sends
// malformed replies is to be expected. Only the notice and the reply to a question count; the
// browser's return proves nothing.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

#include "fcgi/http/params.h"
#include "handlers/payment/http_client.h"
#include "handlers/rules/calendar.h"
#include "handlers/rules/language.h"
#include "handlers/rules/payment_method.h"

namespace permit::payment {

struct CheckoutOrder {
  std::string reference;  // at most 20 letters and digits, never used before
  PaymentMethod method;
  std::int64_t amount;      // NT$
  std::string description;  // one line without mark-up
  std::string item;
  Language language;
  std::string payer;  // a name
  Instant now;
  std::string notice_url;  // the gateway's server posts here
  std::string return_url;  // the payer's browser comes back here
  std::string session;     // from OpenSession, of a gateway that wants one
};

// By what a gateway knows a payment again.
struct Trade {
  std::string reference;
  std::string session;  // empty: it opened none
  // Somebody waits for the reply, and a worker with them: the shorter patience counts.
  bool payer_waits = false;
};

// A form that the payer's browser posts to the gateway.
struct Checkout {
  std::string action;
  std::vector<std::pair<std::string, std::string>> fields;
};

enum class TradeState {
  kPaid,
  kNotPaid,  // not yet; also: a number was issued that may be paid later
  kFailed,
  kUnknown,    // the gateway has never heard of it: the payer did not get there
  kRevoked,    // it was paid, and the money was taken back
  kUndecided,  // of a notice: the gateway does not know yet, or means what we do not know
};

// What the gateway says of one payment, proved to be from the gateway.
struct TradeReport {
  std::string reference;
  TradeState state = TradeState::kUnknown;
  std::int64_t amount = 0;
  std::string trade_number;  // the gateway's own number of the money
  Instant paid_at{};         // of a paid one
  std::string code;          // as the gateway wrote it, for the log
  bool simulated = false;    // a test from the gateway's desk: no money has moved
};

enum class Refusal {
  kForged,
  kMalformed,
  kOtherMerchant,
  kNoReply,
  kTooSlow,  // no reply either, and the asker waited for as long as the patience lasts
  kBarred,   // it was asked too often and answers nobody for a while
};
std::string_view Code(Refusal refusal);

class PaymentGateway {
 public:
  virtual ~PaymentGateway() = default;

  // Scheme, host and port of the page that a Checkout posts to, for the page's form-action.
  virtual std::string Origin() const = 0;
  // Whether it must hear of a payment before its payer comes; no payer is sent there without the
  // key that OpenSession gives.
  virtual bool WantsSession() const { return false; }
  // Over the network; ends within the patience of a payer.
  virtual tl::expected<std::string, Refusal> OpenSession(const CheckoutOrder&) const {
    return tl::unexpected(Refusal::kNoReply);
  }
  virtual Checkout StartCheckout(const CheckoutOrder& order) const = 0;
  // Whether its server sends notices by itself; of one that does not, the payer's return is the
  // moment to ask.
  virtual bool SendsNotices() const { return true; }
  virtual tl::expected<TradeReport, Refusal> ReadNotice(const Params&) const {
    return tl::unexpected(Refusal::kForged);
  }
  // The reference that a notice names, for the log; nothing of it is proved.
  virtual std::string NoticeReference(const Params&) const { return {}; }
  // What the notice's sender waits for, word for word.
  virtual std::string NoticeAccepted() const { return {}; }
  virtual std::string NoticeRefused(Refusal) const { return {}; }
  // Asks over the network; ends within the configured time.
  virtual tl::expected<TradeReport, Refusal> QueryTrade(const Trade& trade) const = 0;
};

// At most 40 letters, digits and hyphens, as it becomes part of names in the books; also none.
bool IsTradeNumber(std::string_view text);

// Scheme, host and port of an address.
std::string OriginOf(const std::string& url);

// The body of a reply with status 200, or why there is none; 403 is how a gateway that is asked too
// often answers.
tl::expected<std::string, Refusal> BodyOf(tl::expected<HttpReply, HttpFailure> reply);

}  // namespace permit::payment
