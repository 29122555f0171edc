#include "handlers/payment/ecpay_gateway.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <iterator>
#include <utility>

#include "fcgi/base/crypto.h"
#include "fcgi/base/settings.h"
#include "handlers/payment/check_mac_value.h"
#include "handlers/payment/http_client.h"

namespace permit::payment {
namespace {

constexpr std::string_view kSeal = "CheckMacValue";
constexpr std::size_t kLongestReference = 20;

// Codes of a notice. The refusals are final: failed, refused by the bank, refused by the issuer of
// the card. Every other code (10300066: not known yet) is believed no more than that a question is
// due.
constexpr std::string_view kNoticePaid = "1";
constexpr std::string_view kNoticeAccountIssued = "2";
constexpr std::string_view kNoticeBarcodeIssued = "10100073";
constexpr std::string_view kNoticeRefused[] = {"10200095", "10100058", "10100248"};
// What each notice has beside its reference and its seal.
constexpr std::string_view kNoticeFields[] = {"RtnCode", "TradeNo", "PaymentType"};
// The PaymentType of our own checkout form, and of no notice.
constexpr std::string_view kCheckoutType = "aio";
// TradeStatus of a reply.
constexpr std::string_view kTradeUnpaid = "0";
constexpr std::string_view kTradePaid = "1";
constexpr std::string_view kTradeFailed = "10200095";
constexpr std::string_view kTradeUnknown = "10200047";

std::string_view ChoosePayment(PaymentMethod method) {
  return FamilyOf(method) == PaymentFamily::kWebAtm ? "WebATM" : "Credit";
}

std::string Find(const Fields& fields, std::string_view name) {
  for (const auto& [key, value] : fields) {
    if (key == name) return value;
  }
  return {};
}

std::optional<std::int64_t> ParseAmount(std::string_view text) {
  std::int64_t amount = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), amount);
  if (error != std::errc{} || end != text.data() + text.size() || amount < 0) return std::nullopt;
  return amount;
}

// "yyyy/MM/dd HH:mm:ss" in Taipei.
std::optional<Instant> ParseMoment(const std::string& text) {
  int hour = 0, minute = 0, second = 0, used = 0;
  if (text.size() != 19) return std::nullopt;
  auto date = ParseDate(text.substr(0, 10));
  if (!date ||
      std::sscanf(text.c_str() + 10, " %2d:%2d:%2d%n", &hour, &minute, &second, &used) != 3)
    return std::nullopt;
  if (used != 9 || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59)
    return std::nullopt;
  return StartOfDay(*date) + std::chrono::hours(hour) + std::chrono::minutes(minute) +
         std::chrono::seconds(second);
}

std::string MerchantTradeDate(Instant now) {
  std::string text = FormatTime(now);
  text[4] = text[7] = '/';
  return text;
}

TradeState StateOfNotice(std::string_view code) {
  if (code == kNoticePaid) return TradeState::kPaid;
  if (code == kNoticeAccountIssued || code == kNoticeBarcodeIssued) return TradeState::kNotPaid;
  if (std::ranges::find(kNoticeRefused, code) != std::end(kNoticeRefused))
    return TradeState::kFailed;
  return TradeState::kUndecided;
}

// The payer holds a form that we sealed ourselves, so a seal alone does not make a notice.
bool HasNoticeFields(const Params& form) {
  return std::ranges::all_of(kNoticeFields,
                             [&](std::string_view name) {
                               return form.Count(name) == 1 && !form.Get(name).empty();
                             }) &&
         form.Get("PaymentType") != kCheckoutType;
}

std::optional<TradeState> StateOfTradeStatus(std::string_view code) {
  if (code == kTradePaid) return TradeState::kPaid;
  if (code == kTradeUnpaid) return TradeState::kNotPaid;
  if (code == kTradeFailed) return TradeState::kFailed;
  if (code == kTradeUnknown) return TradeState::kUnknown;
  return std::nullopt;
}

Fields SplitFields(std::string_view body) {
  Fields fields;
  while (!body.empty()) {
    std::string_view pair = body.substr(0, body.find('&'));
    body.remove_prefix(std::min(pair.size() + 1, body.size()));
    std::size_t equals = pair.find('=');
    if (equals == std::string_view::npos) continue;
    fields.emplace_back(pair.substr(0, equals), pair.substr(equals + 1));
  }
  return fields;
}

// What notice and reply have in common, once the seal is proved.
tl::expected<TradeReport, Refusal> ReadReport(const Fields& fields, TradeState state,
                                              std::string code) {
  TradeReport report;
  report.reference = Find(fields, "MerchantTradeNo");
  report.state = state;
  report.code = std::move(code);
  report.trade_number = Find(fields, "TradeNo");
  report.simulated = Find(fields, "SimulatePaid") == "1";
  if (report.reference.empty() || !IsTradeNumber(report.trade_number))
    return tl::unexpected(Refusal::kMalformed);
  if (state != TradeState::kPaid) return report;
  auto amount = ParseAmount(Find(fields, "TradeAmt"));
  auto paid_at = ParseMoment(Find(fields, "PaymentDate"));
  if (!amount || !paid_at || report.trade_number.empty())
    return tl::unexpected(Refusal::kMalformed);
  report.amount = *amount;
  report.paid_at = *paid_at;
  return report;
}

}  // namespace

EcpayGateway::EcpayGateway(EcpayAccount account) : account_(std::move(account)) {}

std::string EcpayGateway::Origin() const { return OriginOf(account_.root_url); }

Checkout EcpayGateway::StartCheckout(const CheckoutOrder& order) const {
  Fields fields = {
      {"MerchantID", account_.merchant},
      {"MerchantTradeNo", order.reference},
      {"MerchantTradeDate", MerchantTradeDate(order.now)},
      {"PaymentType", "aio"},
      {"TotalAmount", std::to_string(order.amount)},
      {"TradeDesc", order.description},
      {"ItemName", order.item},
      {"ReturnURL", order.notice_url},
      {"OrderResultURL", order.return_url},
      {"ChoosePayment", std::string(ChoosePayment(order.method))},
      {"EncryptType", "1"},
  };
  if (order.language == Language::kEnglish) fields.emplace_back("Language", "ENG");
  fields.emplace_back(kSeal, CheckMacValue(fields, account_.hash_key, account_.hash_iv));
  return {account_.root_url + "/Cashier/AioCheckOut/V5", std::move(fields)};
}

tl::expected<TradeReport, Refusal> EcpayGateway::ReadNotice(const Params& form) const {
  if (form.Count(kSeal) != 1 ||
      !ConstantTimeEqual(form.Get(kSeal),
                         CheckMacValue(form.entries(), account_.hash_key, account_.hash_iv)))
    return tl::unexpected(Refusal::kForged);
  if (form.Get("MerchantID") != account_.merchant) return tl::unexpected(Refusal::kOtherMerchant);
  if (!HasNoticeFields(form)) return tl::unexpected(Refusal::kMalformed);
  std::string code(form.Get("RtnCode"));
  return ReadReport(form.entries(), StateOfNotice(code), code);
}

std::string EcpayGateway::NoticeReference(const Params& form) const {
  return std::string(form.Get("MerchantTradeNo").substr(0, kLongestReference));
}

std::string EcpayGateway::NoticeRefused(Refusal refusal) const {
  return "0|" + std::string(Code(refusal));
}

tl::expected<TradeReport, Refusal> EcpayGateway::ReadQueryReply(std::string_view body,
                                                                std::string_view reference) const {
  Fields fields = SplitFields(body);
  if (!ConstantTimeEqual(Find(fields, kSeal),
                         CheckMacValue(fields, account_.hash_key, account_.hash_iv)))
    return tl::unexpected(Refusal::kForged);
  if (Find(fields, "MerchantID") != account_.merchant)
    return tl::unexpected(Refusal::kOtherMerchant);
  if (Find(fields, "MerchantTradeNo") != reference) return tl::unexpected(Refusal::kMalformed);
  std::string code = Find(fields, "TradeStatus");
  auto state = StateOfTradeStatus(code);
  if (!state) return tl::unexpected(Refusal::kMalformed);
  return ReadReport(fields, *state, code);
}

tl::expected<TradeReport, Refusal> EcpayGateway::QueryTrade(const Trade& trade) const {
  // The system's time, not Services' clock, which may be offset: the gateway refuses a question
  // that is three minutes old.
  auto seconds = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now())
                     .time_since_epoch()
                     .count();
  Fields fields = {{"MerchantID", account_.merchant},
                   {"MerchantTradeNo", trade.reference},
                   {"TimeStamp", std::to_string(seconds)}};
  fields.emplace_back(kSeal, CheckMacValue(fields, account_.hash_key, account_.hash_iv));
  std::string body;
  for (const auto& [name, value] : fields) {
    if (!body.empty()) body += '&';
    body += name + '=' + DotNetUrlEncode(value);
  }
  const auto patience = trade.payer_waits ? account_.payer_patience : account_.patience;
  const auto reply =
      BodyOf(PostForm(account_.root_url + "/Cashier/QueryTradeInfo/V5", body, patience));
  if (!reply) return tl::unexpected(reply.error());
  return ReadQueryReply(*reply, trade.reference);
}

std::unique_ptr<PaymentGateway> OpenEcpay(const Settings& settings) {
  if (settings.gateway_url.empty()) return nullptr;
  return std::make_unique<EcpayGateway>(
      EcpayAccount{settings.gateway_url, settings.gateway_merchant,
                   ReadPaymentKey(settings.gateway_key_file, "payment.gateway_key_file"),
                   ReadPaymentKey(settings.gateway_iv_file, "payment.gateway_iv_file"),
                   std::chrono::seconds(settings.gateway_patience_seconds),
                   std::chrono::seconds(settings.payer_patience_seconds)});
}

}  // namespace permit::payment
