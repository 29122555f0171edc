#include "tests/handlers/payment/model/model_bank.h"

#include <utility>

namespace permit::test {

using payment::Refusal;
using payment::TradeReport;
using payment::TradeState;

Instant FusedClock::Now() const {
  if (fuse_ > 0 && --fuse_ == 0) throw Crash();
  return now_;
}

tl::expected<TradeReport, Refusal> ModelBank::ReadNotice(const Params& form) const {
  const std::string_view kind = form.Get("kind");
  if (kind == "forged") return tl::unexpected(Refusal::kForged);
  TradeReport report = Report(std::string(form.Get("reference")));
  if (kind == "failed") report.state = TradeState::kFailed;
  if (kind == "simulated") {
    report.state = TradeState::kPaid;
    report.simulated = true;
  }
  if (kind == "doubtful") {
    report.state = TradeState::kPaid;
    report.amount = 1;
  }
  return report;
}

tl::expected<TradeReport, Refusal> ModelBank::QueryTrade(const payment::Trade& trade) const {
  const Mood now = std::exchange(mood, Mood::kWell);
  if (now == Mood::kDyingBefore) throw Crash();
  if (now == Mood::kSilent) return tl::unexpected(Refusal::kNoReply);
  const TradeReport answer = Report(trade.reference);
  if (now == Mood::kDyingAfter) throw Crash();
  if (auto happens = std::exchange(meanwhile, nullptr)) happens();
  return answer;
}

TradeReport ModelBank::Report(const std::string& reference) const {
  auto found = orders.find(reference);
  if (found == orders.end()) return {.reference = reference, .state = TradeState::kUnknown};
  const Order& order = found->second;
  const bool paid = order.state == TradeState::kPaid;
  return {.reference = reference,
          .state = order.state,
          .amount = paid ? order.taken : order.asked,
          .trade_number = "T" + reference,
          .paid_at = order.paid_at};
}

}  // namespace permit::test
