// Payments in the database: their rows, their cases, their moves.
//
// Whoever changes a payment locks its cases first, in the order of their ids, and the payment after
// them; so two changes wait for each other and do not deadlock.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "handlers/rules/calendar.h"
#include "handlers/rules/case_state.h"
#include "handlers/rules/payment_method.h"
#include "handlers/rules/payment_state.h"
#include "handlers/rules/payment_verdict.h"

namespace permit::sql {

class Executor;
class Transaction;

struct PaymentRow {
  std::uint64_t id = 0;
  std::string reference;
  std::uint64_t account_id = 0;
  PaymentMethod method;
  std::int64_t amount = 0;
  PaymentState state;
  Instant state_since;
  Instant created_at;
  Instant expires_at;
  std::string slip_number;  // empty: no slip
  std::optional<Date> deadline;
  std::optional<Instant> next_ask_at;
  std::string trade_number;
  std::optional<Instant> paid_at;
  // From the gateway, or the reference once a form with it was handed out; empty: neither.
  std::string session_key;
};

struct PaymentCaseRow {
  std::uint64_t case_id = 0;
  std::string receipt_number;
  Service service;
  CaseState state;
  std::int64_t amount = 0;
  std::string group_number;    // not read by the locking functions
  std::string applicant_name;  // read by PaymentCases alone
};

struct NewPayment {
  std::string reference;
  std::uint64_t account_id = 0;
  PaymentMethod method;
  std::int64_t amount = 0;
  Instant created_at;
  Instant expires_at;
  std::string slip_number;
  std::optional<Date> deadline;
  std::optional<Instant> next_ask_at;
};

struct PaymentItem {
  std::uint64_t case_id = 0;
  std::int64_t amount = 0;
};

// In the state kCreated, holding its cases. DuplicateKey: another payment holds one of them, or the
// reference or slip number was used before.
PaymentRow AddPayment(Transaction& transaction, const NewPayment& payment,
                      const std::vector<PaymentItem>& cases, std::string_view actor);

struct PaymentStep {
  PaymentEvent event;
  std::string_view actor;  // "account:7", "gateway", "job", "cashier:name"
  std::string_view detail;
};

// The only way that a payment's state changes. Checks the edge, guards with the old state, frees or
// holds the cases, writes the history. False: there is no such edge, or somebody else was faster;
// nothing was changed. On success the row carries its new state.
bool MovePayment(Transaction& transaction, PaymentRow& payment, const PaymentStep& step,
                 Instant now);

// The same for many, each of them once: all or false. After false with more than one, some may
// have moved, and the caller gives up the transaction.
struct PaymentMove {
  PaymentRow* payment;
  PaymentStep step;
};
bool MovePayments(Transaction& transaction, std::span<const PaymentMove> moves, Instant now);

std::optional<PaymentRow> LockPayment(Transaction& transaction, std::string_view reference);
// Locks the row and reads nothing of it.
void LockPaymentRow(Transaction& transaction, std::uint64_t id);

// What money for these payments may touch, all of it locked. A reference that no payment bears is
// left out.
struct LockedPayments {
  std::map<std::uint64_t, PaymentRow> payments;   // by id: those asked for, and every other holder
  std::map<std::uint64_t, PaymentCaseRow> cases;  // by id, of those asked for; their amount is void
  struct Item {
    std::uint64_t case_id = 0;
    std::int64_t amount = 0;
  };
  std::map<std::uint64_t, std::vector<Item>> items;  // by the payment that was asked for
  std::map<std::uint64_t, std::uint64_t> holders;    // the payment that holds a case, if any
  std::map<std::string, std::uint64_t> ids;          // of those asked for, by reference
};
LockedPayments LockPayments(Transaction& transaction, const std::vector<std::string>& references);

// Of the payment that is open, paid or revoked for the case.
std::optional<std::string> LockReferenceHolding(Transaction& transaction, std::uint64_t case_id);

// Through its owner, with its cases: another student's payment is not found.
struct OwnPayment {
  PaymentRow payment;
  std::vector<PaymentCaseRow> cases;  // by group and receipt number
  // Of money with its number that waits for the cashier, the first.
  std::optional<MoneyException> unapplied;
};
std::optional<OwnPayment> FindPayment(Executor& executor, std::string_view reference,
                                      std::uint64_t applicant_id);
std::optional<PaymentRow> FindPayment(Executor& executor, std::string_view reference);
// Of the payment that paid cases of a group of this applicant, the latest.
std::optional<std::string> ReferenceOfPaidGroup(Executor& executor, std::string_view group,
                                                std::uint64_t applicant_id);
// By slip number; a number that no payment bears is left out.
std::map<std::string, std::string> ReferencesOfSlips(Executor& executor,
                                                     const std::vector<std::string>& numbers);

std::vector<PaymentCaseRow> PaymentCases(Executor& executor, std::uint64_t payment_id);

struct PaymentHistoryRow {
  Instant at;
  std::string actor;
  std::string event;
  std::string from_state;  // empty: the beginning
  std::string to_state;
  std::string detail;
};
std::vector<PaymentHistoryRow> PaymentHistory(Executor& executor, std::uint64_t payment_id);
// The latest first.
std::vector<PaymentRow> PaymentsSince(Executor& executor, Instant since, int limit);

void SetSession(Transaction& transaction, PaymentRow& payment, const std::string& session_key);
void SetNextAsk(Transaction& transaction, PaymentRow& payment, std::optional<Instant> at);
// Writes the trade number, the time of the money and the next question of each row.
void SetPaid(Transaction& transaction, const std::vector<PaymentRow*>& payments);

// Those that are due, the longest due first.
std::vector<std::string> PaymentsToAsk(Executor& executor, SettledBy gateway, Instant now);
std::vector<std::string> SlipsToExpire(Executor& executor, Instant now);

// A case that awaits its payment, with the open payment that holds it, if any.
struct PayableCase {
  std::uint64_t case_id = 0;
  std::string receipt_number;
  Service service;
  std::int64_t fee = 0;
  std::string group_number;
  int applicants = 1;
  std::string applicant_name;
  std::string reference;  // empty: none is open
  std::optional<PaymentMethod> method;
  std::optional<PaymentState> state;
  std::optional<Date> deadline;
  std::string unapplied;  // the payment whose money waits for the cashier; empty: none
};
std::vector<PayableCase> PayableCases(Executor& executor, std::uint64_t applicant_id);

// All cases of one group of this applicant, whatever their state, locked.
struct GroupCase {
  std::uint64_t case_id = 0;
  std::string receipt_number;
  Service service;
  std::int64_t fee = 0;
  CaseState state;
};
std::vector<GroupCase> LockGroupCases(Transaction& transaction, std::string_view group_number,
                                      std::uint64_t applicant_id);

}  // namespace permit::sql
