// A notice of ECPay: as it came, and sealed with the gateway's key.
#include <algorithm>
#include <set>

#include "fcgi/http/form.h"
#include "handlers/payment/check_mac_value.h"
#include "tests/fuzz/ecpay_account.h"
#include "tests/fuzz/payment_reports.h"

namespace permit::fuzz {
namespace {

using payment::CheckMacValue;
using payment::EcpayGateway;
using payment::Fields;
using payment::Refusal;

constexpr char kSeal[] = "CheckMacValue";

Params FormOf(const Fields& fields) {
  Params form;
  for (const auto& [name, value] : fields) form.Add(name, value);
  return form;
}

Params Sealed(Fields fields) {
  fields.emplace_back(kSeal, CheckMacValue(fields, kKey, kIv));
  return FormOf(fields);
}

bool NamesDiffer(const Fields& fields) {
  std::set<std::string> names;
  for (const auto& [name, value] : fields) {
    std::string lower = name;
    for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    names.insert(lower);
  }
  return names.size() == fields.size();
}

void RequireChangesAreSeen(const EcpayGateway& gateway, const Fields& fields) {
  const std::string seal = CheckMacValue(fields, kKey, kIv);
  for (std::size_t changed = 0; changed < std::min(fields.size(), kMostChanges); ++changed) {
    Fields other = fields;
    other[changed].second += "1";
    other.emplace_back(kSeal, seal);
    Require(gateway.ReadNotice(FormOf(other)) == tl::unexpected(Refusal::kForged),
            "a field that was changed breaks the seal");
  }
}

}  // namespace

void Try(std::string_view input) {
  const EcpayGateway gateway = Gateway(kKey);
  Params came;
  ParseQuery(input, came);
  gateway.ReadNotice(came);
  Require(gateway.NoticeReference(came).size() <= 20, "a reference for the log is short");
  Require(Gateway("another key 1234").ReadNotice(came) == tl::unexpected(Refusal::kForged),
          "nobody seals with a key that is not known");

  Fields fields = came.entries();
  std::erase_if(fields, [](const auto& field) { return field.first == kSeal; });
  const Params sealed = Sealed(fields);
  const auto report = gateway.ReadNotice(sealed);
  Require(report != tl::unexpected(Refusal::kForged), "a sealed notice is not forged");
  RequireChangesAreSeen(gateway, fields);
  if (!report) return;
  RequireReport(*report);
  Require(report->reference == sealed.Get("MerchantTradeNo"), "a report is of the notice's trade");
  Require(sealed.Get("PaymentType") != "aio", "a checkout form is no notice");
  Require(sealed.Get("MerchantID") == "3002607", "a notice is for this merchant");
  if (NamesDiffer(fields)) {
    std::reverse(fields.begin(), fields.end());
    const auto turned = gateway.ReadNotice(Sealed(fields));
    Require(turned.has_value() && Same(*turned, *report), "the order of fields does not count");
  }
}

}  // namespace permit::fuzz
