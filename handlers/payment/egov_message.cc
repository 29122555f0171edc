#include "handlers/payment/egov_message.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "fcgi/base/crypto.h"
#include "fcgi/http/form.h"
#include "fcgi/http/request.h"

namespace permit::payment {
namespace {

constexpr std::string_view kSeal = "mac";
constexpr std::size_t kLongestKey = 200;

std::optional<std::int64_t> Digits(std::string_view text) {
  std::int64_t number = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size() || number < 0) return std::nullopt;
  return number;
}

// yyyyMMddHHmmss in Taipei.
std::optional<Instant> ReadMoment(std::string_view text) {
  if (text.size() != 14 || !Digits(text)) return std::nullopt;
  auto part = [&](std::size_t at, std::size_t count) { return text.substr(at, count); };
  auto date = ParseDate(std::string(part(0, 4)) + "/" + std::string(part(4, 2)) + "/" +
                        std::string(part(6, 2)));
  auto hour = Digits(part(8, 2)), minute = Digits(part(10, 2)), second = Digits(part(12, 2));
  if (!date || *hour > 23 || *minute > 59 || *second > 59) return std::nullopt;
  return StartOfDay(*date) + std::chrono::hours(*hour) + std::chrono::minutes(*minute) +
         std::chrono::seconds(*second);
}

std::optional<TradeState> StateOf(std::string_view code) {
  if (code == kEgovGood) return TradeState::kPaid;
  if (code == kEgovNotPaid) return TradeState::kNotPaid;
  if (code == kEgovRefused) return TradeState::kFailed;
  if (code == kEgovRevoked) return TradeState::kRevoked;
  if (code == kEgovUnknown) return TradeState::kUnknown;
  return std::nullopt;
}

// Sealed, and about that order.
tl::expected<Params, Refusal> ReadQueryReply(std::string_view body, std::string_view key,
                                             std::string_view reference) {
  Params reply;
  try {
    ParseUrlEncoded(body, reply);
  } catch (const HttpError&) {
    return tl::unexpected(Refusal::kMalformed);
  }
  if (reply.Count(kSeal) != 1 ||
      !ConstantTimeEqual(reply.Get(kSeal), EgovSeal(reply.entries(), key)))
    return tl::unexpected(Refusal::kForged);
  if (reply.Get("order_no") != reference) return tl::unexpected(Refusal::kMalformed);
  return reply;
}

}  // namespace

std::string_view EgovPayBy(PaymentMethod method) {
  if (method == PaymentMethod::kEGovWebAtm) return "WEBATM";
  if (method == PaymentMethod::kEGovCreditCard) return "CARD";
  return "ACCOUNT";
}

std::string EgovSeal(const Fields& fields, std::string_view key) {
  Fields sorted = fields;
  std::sort(sorted.begin(), sorted.end());
  std::string message;
  for (const auto& [name, value] : sorted) {
    if (name != kSeal) message += name + '=' + value + '\n';
  }
  return HexEncode(HmacSha256(key, message));
}

std::string SealedEgovForm(Fields fields, std::string_view service, std::string_view key,
                           std::chrono::sys_seconds now) {
  fields.emplace_back("service_id", service);
  fields.emplace_back("time", std::to_string(now.time_since_epoch().count()));
  fields.emplace_back(kSeal, EgovSeal(fields, key));
  std::string body;
  for (const auto& [name, value] : fields) {
    if (!body.empty()) body += '&';
    body += name + '=' + PercentEncode(value);
  }
  return body;
}

tl::expected<std::string, Refusal> ReadEgovSession(std::string_view body, std::string_view key,
                                                   std::string_view reference) {
  const auto reply = ReadQueryReply(body, key, reference);
  if (!reply) return tl::unexpected(reply.error());
  std::string session(reply->Get("session_key"));
  if (reply->Get("code") != kEgovGood || session.empty() || session.size() > kLongestKey)
    return tl::unexpected(Refusal::kMalformed);
  return session;
}

tl::expected<TradeReport, Refusal> ReadEgovConfirmation(std::string_view body, std::string_view key,
                                                        const Trade& trade) {
  const auto reply = ReadQueryReply(body, key, trade.reference);
  if (!reply) return tl::unexpected(reply.error());
  auto state = StateOf(reply->Get("code"));
  if (!state || reply->Get("session_key") != trade.session)
    return tl::unexpected(Refusal::kMalformed);
  TradeReport report{.reference = trade.reference,
                     .state = *state,
                     .trade_number = std::string(reply->Get("trade_no")),
                     .code = std::string(reply->Get("code"))};
  if (!IsTradeNumber(report.trade_number)) return tl::unexpected(Refusal::kMalformed);
  if (*state != TradeState::kPaid) return report;
  auto amount = Digits(reply->Get("amount"));
  auto paid_at = ReadMoment(reply->Get("paid_at"));
  if (!amount || !paid_at || report.trade_number.empty())
    return tl::unexpected(Refusal::kMalformed);
  report.amount = *amount;
  report.paid_at = *paid_at;
  return report;
}

}  // namespace permit::payment
