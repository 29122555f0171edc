// Starting a payment for the unpaid cases of some groups.
//
// An open payment that holds one of the cases is voided first. Two tabs that start at once do so
// one after the other, and the later one holds. A payment at a gateway that wants to hear of it
// first stays kCreated until AnnouncePayment.
#pragma once

#include <cstdint>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "handlers/rules/payment_method.h"
#include "handlers/web/context.h"
#include "sql/payment_store.h"

namespace permit::payment {

struct StartOrder {
  std::uint64_t applicant_id = 0;
  std::uint64_t account_id = 0;  // that starts it
  std::vector<std::string> groups;
  PaymentMethod method;
  std::string reference;   // from MintReference
  std::string own_number;  // of a slip, 9 digits, from MintSlipNumber; else empty
};

enum class StartRefusal {
  kNothingToPay,  // a group is none of this applicant, or none of its cases awaits payment
  kNoSlipNumber,  // the configured collection contract gives no valid number
};

tl::expected<sql::PaymentRow, StartRefusal> StartPayment(Services& services,
                                                         sql::Transaction& transaction,
                                                         const StartOrder& order);

// Whether that method can be taken at present: a slip, or a gateway is configured.
bool IsOffered(const Services& services, PaymentMethod method);

// 17 letters and digits, with the day for people to read; never twice.
std::string MintReference(Services& services);
// 9 digits, from a counter that never starts again.
std::string MintSlipNumber(Services& services);

}  // namespace permit::payment
