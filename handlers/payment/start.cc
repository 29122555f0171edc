#include "handlers/payment/start.h"

#include <algorithm>
#include <cstdio>
#include <stdexcept>

#include "handlers/payment/gateways.h"
#include "handlers/rules/virtual_account.h"
#include "sql/counter_store.h"
#include "sql/database.h"

namespace permit::payment {
namespace {

using sql::GroupCase;
using sql::PaymentRow;
using sql::Transaction;

// In the order of the groups' numbers, so that two starts lock in the same order.
std::optional<std::vector<GroupCase>> LockUnpaid(Transaction& transaction,
                                                 const StartOrder& order) {
  std::vector<std::string> groups = order.groups;
  std::sort(groups.begin(), groups.end());
  groups.erase(std::unique(groups.begin(), groups.end()), groups.end());
  std::vector<GroupCase> unpaid;
  for (const std::string& group : groups) {
    std::size_t before = unpaid.size();
    for (const GroupCase& one : sql::LockGroupCases(transaction, group, order.applicant_id)) {
      if (NextCaseState(one.state, CaseEvent::kSettle)) unpaid.push_back(one);
    }
    if (unpaid.size() == before) return std::nullopt;
  }
  if (unpaid.empty()) return std::nullopt;
  return unpaid;
}

void VoidHolders(Transaction& transaction, const std::vector<GroupCase>& cases,
                 const std::string& actor, Instant now) {
  for (const GroupCase& one : cases) {
    auto holder = sql::LockReferenceHolding(transaction, one.case_id);
    if (!holder) continue;
    auto other = sql::LockPayment(transaction, *holder);
    if (!other || !sql::MovePayment(transaction, *other,
                                    {PaymentEvent::kVoid, actor, "another method"}, now)) {
      throw std::logic_error("payment " + *holder + " holds an unpaid case and cannot be voided");
    }
  }
}

}  // namespace

tl::expected<PaymentRow, StartRefusal> StartPayment(Services& services, Transaction& transaction,
                                                    const StartOrder& order) {
  const Settings& settings = services.settings;
  Instant now = services.clock.Now();
  std::string actor = "account:" + std::to_string(order.account_id);
  auto cases = LockUnpaid(transaction, order);
  if (!cases) return tl::unexpected(StartRefusal::kNothingToPay);

  sql::NewPayment fresh{.reference = order.reference,
                        .account_id = order.account_id,
                        .method = order.method,
                        .created_at = now};
  std::vector<sql::PaymentItem> items;
  for (const GroupCase& one : *cases) {
    fresh.amount += one.fee;
    items.push_back({one.case_id, one.fee});
  }
  bool slip = SettlementOf(order.method) == SettledBy::kSlip;
  if (slip) {
    auto number = VirtualAccount(settings.collection_category, order.own_number, fresh.amount);
    if (!number) return tl::unexpected(StartRefusal::kNoSlipNumber);
    fresh.slip_number = *number;
    fresh.deadline = AddDays(TaipeiDate(now), static_cast<int>(settings.slip_days));
    fresh.expires_at =
        StartOfDay(AddDays(*fresh.deadline, static_cast<int>(settings.slip_grace_days) + 1));
  } else {
    fresh.expires_at = now + std::chrono::hours(settings.checkout_hours);
    fresh.next_ask_at = now + std::chrono::minutes(settings.ask_after_minutes);
  }
  VoidHolders(transaction, *cases, actor, now);
  PaymentRow payment = sql::AddPayment(transaction, fresh, items, actor);
  const PaymentGateway* gateway = services.gateways->For(order.method);
  if (gateway != nullptr && gateway->WantsSession()) return payment;
  PaymentEvent event = slip ? PaymentEvent::kIssueSlip : PaymentEvent::kSendToBank;
  if (!sql::MovePayment(transaction, payment, {event, actor, ""}, now)) {
    throw std::logic_error("a new payment cannot be sent on");
  }
  return payment;
}

bool IsOffered(const Services& services, PaymentMethod method) {
  return SettlementOf(method) == SettledBy::kSlip || services.gateways->For(method) != nullptr;
}

std::string MintReference(Services& services) {
  // Without the letters and digits that look alike.
  constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  std::string date = FormatDate(TaipeiDate(services.clock.Now()));
  std::string reference = "P" + date.substr(2, 2) + date.substr(5, 2) + date.substr(8, 2);
  for (char c : services.random.Bytes(10)) {
    reference += kAlphabet[static_cast<unsigned char>(c) % kAlphabet.size()];
  }
  return reference;
}

std::string MintSlipNumber(Services& services) {
  char digits[24];
  std::snprintf(
      digits, sizeof digits, "%09llu",
      static_cast<unsigned long long>(sql::NextNumber(services.database, "slip", 0) % 1000000000));
  return digits;
}

}  // namespace permit::payment
