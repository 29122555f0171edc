// The e-Government platform's replies, to a session and to a confirmation: as they came, and sealed
// with the service's key.
#include <algorithm>

#include "fcgi/base/crypto.h"
#include "fcgi/http/form.h"
#include "handlers/payment/egov_message.h"
#include "tests/fuzz/payment_reports.h"

namespace permit::fuzz {
namespace {

using payment::EgovSeal;
using payment::Fields;
using payment::ReadEgovConfirmation;
using payment::ReadEgovSession;
using payment::Refusal;

constexpr char kKey[] = "a key of the test";
constexpr char kOtherKey[] = "another key";
const payment::Trade kTrade{"P260302ABC", "0a1b2c"};

std::string Joined(const Fields& fields, const std::string& seal) {
  std::string body;
  for (const auto& [name, value] : fields) {
    body += PercentEncode(name) + '=' + PercentEncode(value) + '&';
  }
  return body + "mac=" + seal;
}

void RequireForged(const std::string& body) {
  Require(ReadEgovSession(body, kKey, kTrade.reference) == tl::unexpected(Refusal::kForged) &&
              ReadEgovConfirmation(body, kKey, kTrade) == tl::unexpected(Refusal::kForged),
          "a field that was changed breaks the seal");
}

}  // namespace

void Try(std::string_view input) {
  ReadEgovSession(input, kKey, kTrade.reference);
  ReadEgovConfirmation(input, kKey, kTrade);
  Require(!ReadEgovConfirmation(input, kOtherKey, kTrade),
          "nobody seals with a key that is not known");

  Params came;
  ParseQuery(input, came);
  Fields fields = came.entries();
  std::erase_if(fields, [](const auto& field) { return field.first == "mac"; });
  if (fields.size() >= limits::kFields) return;
  const std::string seal = EgovSeal(fields, kKey);
  const std::string body = Joined(fields, seal);
  const auto session = ReadEgovSession(body, kKey, kTrade.reference);
  const auto report = ReadEgovConfirmation(body, kKey, kTrade);
  Require(session != tl::unexpected(Refusal::kForged) && report != tl::unexpected(Refusal::kForged),
          "a sealed reply is not forged");
  for (std::size_t changed = 0; changed < std::min(fields.size(), kMostChanges); ++changed) {
    Fields other = fields;
    other[changed].second += "1";
    if (other[changed].second.size() <= limits::kValueBytes) RequireForged(Joined(other, seal));
  }
  if (session) {
    Require(!session->empty() && *session == came.Get("session_key"), "a session has its key");
    Require(came.Get("order_no") == kTrade.reference, "and is of the order that was asked about");
  }
  if (report) {
    RequireReport(*report);
    Require(came.Get("session_key") == kTrade.session, "a report is of the session");
  }
}

}  // namespace permit::fuzz
