#include "handlers/payment/gateway.h"

#include <algorithm>

namespace permit::payment {

tl::expected<std::string, Refusal> BodyOf(tl::expected<HttpReply, HttpFailure> reply) {
  if (!reply) {
    return tl::unexpected(reply.error() == HttpFailure::kTooSlow ? Refusal::kTooSlow
                                                                 : Refusal::kNoReply);
  }
  if (reply->status == 403) return tl::unexpected(Refusal::kBarred);
  if (reply->status != 200) return tl::unexpected(Refusal::kNoReply);
  return std::move(reply->body);
}

bool IsTradeNumber(std::string_view text) {
  constexpr std::size_t kLongest = 40;
  return text.size() <= kLongest && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                  c == '-';
         });
}

std::string OriginOf(const std::string& url) {
  std::size_t host = url.find("://");
  if (host == std::string::npos) return url;
  return url.substr(0, url.find('/', host + 3));
}

std::string_view Code(Refusal refusal) {
  switch (refusal) {
    case Refusal::kForged:
      return "forged";
    case Refusal::kMalformed:
      return "malformed";
    case Refusal::kOtherMerchant:
      return "other-merchant";
    case Refusal::kNoReply:
      return "no-answer";
    case Refusal::kTooSlow:
      return "too-slow";
    case Refusal::kBarred:
      return "asked-too-often";
  }
  return {};
}

}  // namespace permit::payment
