// ECPay's reply to a question about a trade: as it came, and sealed with the gateway's key.
#include <algorithm>

#include "handlers/payment/check_mac_value.h"
#include "tests/fuzz/ecpay_account.h"
#include "tests/fuzz/payment_reports.h"

namespace permit::fuzz {
namespace {

using payment::CheckMacValue;
using payment::EcpayGateway;
using payment::Fields;
using payment::Refusal;

constexpr char kReference[] = "P260305ABCDEFGHJK";

// Without a seal.
Fields Split(std::string_view input) {
  Fields fields;
  while (!input.empty()) {
    const std::string_view pair = input.substr(0, input.find('&'));
    input.remove_prefix(std::min(input.size(), pair.size() + 1));
    const std::size_t equals = pair.find('=');
    if (equals == std::string_view::npos || pair.substr(0, equals) == "CheckMacValue") continue;
    fields.emplace_back(pair.substr(0, equals), pair.substr(equals + 1));
  }
  return fields;
}

std::string Joined(const Fields& fields, const std::string& seal) {
  std::string body;
  for (const auto& [name, value] : fields) body += name + '=' + value + '&';
  return body + "CheckMacValue=" + seal;
}

}  // namespace

void Try(std::string_view input) {
  const EcpayGateway gateway = Gateway(kKey);
  gateway.ReadQueryReply(input, kReference);
  Require(Gateway("another key 1234").ReadQueryReply(input, kReference) ==
              tl::unexpected(Refusal::kForged),
          "nobody seals with a key that is not known");

  Fields fields = Split(input);
  const std::string seal = CheckMacValue(fields, kKey, kIv);
  const auto report = gateway.ReadQueryReply(Joined(fields, seal), kReference);
  Require(report != tl::unexpected(Refusal::kForged), "a sealed reply is not forged");
  for (std::size_t changed = 0; changed < std::min(fields.size(), kMostChanges); ++changed) {
    Fields other = fields;
    other[changed].second += "1";
    Require(
        gateway.ReadQueryReply(Joined(other, seal), kReference) == tl::unexpected(Refusal::kForged),
        "a field that was changed breaks the seal");
  }
  if (!report) return;
  RequireReport(*report);
  Require(report->reference == kReference, "a report is of the trade that was asked about");
}

}  // namespace permit::fuzz
