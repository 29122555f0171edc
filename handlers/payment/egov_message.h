// The messages between this site and the e-Government payment platform: paths, fields, codes,
// seal.
//
// ASSUMED. The platform has no public description. Known is the shape of its four steps: a session
// key is fetched for payer, service and amount; the payer's browser is sent there with it and comes
// back; what became of it is confirmed from server to server, `0000` being good; a success may be
// revoked by the platform's batch check, so it is confirmed again later. All else is assumed, here
// and nowhere else, and is to be replaced by what the platform's own description says:
//   * messages are forms (application/x-www-form-urlencoded), replies too, with status 200;
//   * each is sealed by `mac`: HMAC-SHA256 with the service's key, 64 lower-case hexadecimal
//   digits,
//     over `name=value` and a line feed for each other field, in the order of their names as bytes;
//   * questions carry `service_id` and `time`, the seconds since 1970;
//   * POST /session: order_no, amount, payer, item, pay_by, return_url -> code, order_no,
//   session_key
//   * the browser posts session_key to /pay, and is sent back by POST to return_url with
//   session_key, in
//     the language that `language` names;
//   * POST /confirm: order_no, session_key -> code, order_no, session_key, and of a payment that
//   was
//     made trade_no, amount, paid_at as yyyyMMddHHmmss in Taipei;
//   * the codes below.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "handlers/payment/check_mac_value.h"
#include "handlers/payment/gateway.h"

namespace permit::payment {

inline constexpr std::string_view kEgovSessionPath = "/session";
inline constexpr std::string_view kEgovPayPath = "/pay";
inline constexpr std::string_view kEgovConfirmPath = "/confirm";

inline constexpr std::string_view kEgovGood = "0000";
inline constexpr std::string_view kEgovNotPaid = "1001";
inline constexpr std::string_view kEgovRefused = "2001";
inline constexpr std::string_view kEgovRevoked = "3001";  // by the batch check, after 0000
inline constexpr std::string_view kEgovUnknown = "4004";

std::string_view EgovPayBy(PaymentMethod method);  // "ACCOUNT", "WEBATM" or "CARD"

std::string EgovSeal(const Fields& fields, std::string_view key);
// The body of a message: the fields with service, time and seal.
std::string SealedEgovForm(Fields fields, std::string_view service, std::string_view key,
                           std::chrono::sys_seconds now);

// Of the reply to /session, about that order: its key.
tl::expected<std::string, Refusal> ReadEgovSession(std::string_view body, std::string_view key,
                                                   std::string_view reference);
// Of the reply to /confirm, about that trade.
tl::expected<TradeReport, Refusal> ReadEgovConfirmation(std::string_view body, std::string_view key,
                                                        const Trade& trade);

}  // namespace permit::payment
