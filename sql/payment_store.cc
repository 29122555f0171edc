#include "sql/payment_store.h"

#include <set>
#include <stdexcept>
#include <utility>

#include "sql/database.h"
#include "sql/queries.h"
#include "sql/row_set.h"

namespace permit::sql {
namespace {

// What the database holds was written through the same codes; another word is a fault.
template <class T>
T Known(std::optional<T> value, const std::string& code) {
  if (!value) throw std::logic_error("unknown code in the database: " + code);
  return *value;
}

PaymentMethod MethodIn(const Row& row) {
  return Known(PaymentMethodFromCode(row.Text("method")), row.Text("method"));
}
PaymentState StateIn(const Row& row) {
  return Known(PaymentStateFromCode(row.Text("state")), row.Text("state"));
}
Service ServiceIn(const Row& row) {
  return Known(ServiceFromCode(row.Text("service")), row.Text("service"));
}
CaseState CaseStateIn(const Row& row) {
  return Known(CaseStateFromCode(row.Text("state")), row.Text("state"));
}

PaymentRow ReadPayment(const Row& row) {
  return {.id = row.Uint("id"),
          .reference = row.Text("reference"),
          .account_id = row.Uint("account_id"),
          .method = MethodIn(row),
          .amount = row.Int("amount"),
          .state = StateIn(row),
          .state_since = row.Time("state_since"),
          .created_at = row.Time("created_at"),
          .expires_at = row.Time("expires_at"),
          .slip_number = row.OptionalText("slip_number").value_or(""),
          .deadline = row.OptionalDay("deadline"),
          .next_ask_at = row.OptionalTime("next_ask_at"),
          .trade_number = row.OptionalText("trade_number").value_or(""),
          .paid_at = row.OptionalTime("paid_at"),
          .session_key = row.OptionalText("session_key").value_or("")};
}

std::optional<PaymentRow> ReadPayment(const std::optional<Row>& row) {
  if (!row) return std::nullopt;
  return ReadPayment(*row);
}

Value OrNull(const std::string& text) { return text.empty() ? Value(nullptr) : Value(text); }

std::vector<std::string> References(const std::vector<Row>& rows) {
  std::vector<std::string> references;
  references.reserve(rows.size());
  for (const Row& row : rows) references.push_back(row.Text("reference"));
  return references;
}

// Joined by commas.
std::string MethodCodes(SettledBy settled) {
  std::string codes;
  for (PaymentMethod method : kPaymentMethods) {
    if (SettlementOf(method) != settled) continue;
    if (!codes.empty()) codes += ',';
    codes += Code(method);
  }
  return codes;
}

// In the order of the ids, which is the order of the locks.
RowSet Ids(const std::set<std::uint64_t>& ids) {
  RowSet rows;
  for (std::uint64_t id : ids) rows.Add({id});
  return rows;
}

}  // namespace

PaymentRow AddPayment(Transaction& transaction, const NewPayment& payment,
                      const std::vector<PaymentItem>& cases, std::string_view actor) {
  constexpr PaymentState kFirst = PaymentState::kCreated;
  transaction.Execute(queries::kPaymentInsert,
                      {payment.reference, payment.account_id, Code(payment.method), payment.amount,
                       Code(kFirst), payment.created_at, payment.created_at, payment.expires_at,
                       OrNull(payment.slip_number), payment.deadline, payment.next_ask_at});
  std::uint64_t id = transaction.LastInsertId();
  for (const PaymentItem& item : cases) {
    transaction.Execute(queries::kPaymentCaseInsert, {id, item.case_id, item.amount, item.case_id});
  }
  transaction.Execute(queries::kPaymentHistoryInsert,
                      {id, payment.created_at, actor, "create", nullptr, Code(kFirst), ""});
  return {.id = id,
          .reference = payment.reference,
          .account_id = payment.account_id,
          .method = payment.method,
          .amount = payment.amount,
          .state = kFirst,
          .state_since = payment.created_at,
          .created_at = payment.created_at,
          .expires_at = payment.expires_at,
          .slip_number = payment.slip_number,
          .deadline = payment.deadline,
          .next_ask_at = payment.next_ask_at};
}

bool MovePayment(Transaction& transaction, PaymentRow& payment, const PaymentStep& step,
                 Instant now) {
  const PaymentMove move{&payment, step};
  return MovePayments(transaction, {&move, 1}, now);
}

bool MovePayments(Transaction& transaction, std::span<const PaymentMove> moves, Instant now) {
  RowSet moved, held, freed, history;
  for (const auto& [payment, step] : moves) {
    auto next = NextPaymentState(payment->state, step.event);
    if (!next) return false;
    moved.Add({payment->id, Code(payment->state), Code(*next)});
    if (HoldsCases(*next) && !HoldsCases(payment->state)) held.Add({payment->id});
    if (!HoldsCases(*next) && HoldsCases(payment->state)) freed.Add({payment->id});
    history.Add({payment->id, now, step.actor, Code(step.event), Code(payment->state), Code(*next),
                 step.detail});
  }
  if (ExecuteEach(transaction, queries::kPaymentsMove, moved, {now}) != moves.size()) return false;
  ExecuteEach(transaction, queries::kPaymentsFreeCases, freed);
  ExecuteEach(transaction, queries::kPaymentsHoldCases, held);
  ExecuteEach(transaction, queries::kPaymentsHistoryInsert, history);
  for (const auto& [payment, step] : moves) {
    payment->state = *NextPaymentState(payment->state, step.event);
    payment->state_since = now;
  }
  return true;
}

std::optional<PaymentRow> LockPayment(Transaction& transaction, std::string_view reference) {
  return ReadPayment(transaction.QueryOne(queries::kPaymentLock, {reference}));
}

LockedPayments LockPayments(Transaction& transaction, const std::vector<std::string>& references) {
  LockedPayments locked;
  RowSet wanted;
  for (const std::string& reference : references) wanted.Add({reference});
  std::set<std::uint64_t> case_ids, payment_ids;
  for (const Row& row : QueryEach(transaction, queries::kPaymentItems, wanted)) {
    locked.items[row.Uint("payment_id")].push_back({row.Uint("case_id"), row.Int("amount")});
    case_ids.insert(row.Uint("case_id"));
    payment_ids.insert(row.Uint("payment_id"));
  }
  RowSet cases = Ids(case_ids);
  for (const Row& row : QueryEach(transaction, queries::kPaymentItemsCasesLock, cases)) {
    locked.cases[row.Uint("id")] = {.case_id = row.Uint("id"),
                                    .receipt_number = row.Text("receipt_number"),
                                    .service = ServiceIn(row),
                                    .state = CaseStateIn(row)};
  }
  // The cases are locked, so nobody else comes to hold them.
  for (const Row& row : QueryEach(transaction, queries::kPaymentsHoldingCases, cases)) {
    locked.holders[row.Uint("held_case_id")] = row.Uint("payment_id");
    payment_ids.insert(row.Uint("payment_id"));
  }
  for (const Row& row : QueryEach(transaction, queries::kPaymentsLock, Ids(payment_ids))) {
    PaymentRow payment = ReadPayment(row);
    if (locked.items.contains(payment.id)) locked.ids[payment.reference] = payment.id;
    locked.payments.emplace(payment.id, std::move(payment));
  }
  return locked;
}

std::optional<OwnPayment> FindPayment(Executor& executor, std::string_view reference,
                                      std::uint64_t applicant_id) {
  auto rows = executor.Query(queries::kPaymentOfApplicant, {reference, applicant_id});
  if (rows.empty()) return std::nullopt;
  OwnPayment own{ReadPayment(rows.front()), {}, {}};
  if (const auto kind = rows.front().OptionalText("unapplied")) {
    own.unapplied = Known(MoneyExceptionFromCode(*kind), *kind);
  }
  for (const Row& row : rows) {
    own.cases.push_back(
        {.case_id = row.Uint("case_id"),
         .receipt_number = row.Text("receipt_number"),
         .service = ServiceIn(row),
         .state = Known(CaseStateFromCode(row.Text("case_state")), row.Text("case_state")),
         .amount = row.Int("case_amount"),
         .group_number = row.Text("group_number")});
  }
  return own;
}

std::optional<PaymentRow> FindPayment(Executor& executor, std::string_view reference) {
  return ReadPayment(executor.QueryOne(queries::kPaymentByReference, {reference}));
}

std::map<std::string, std::string> ReferencesOfSlips(Executor& executor,
                                                     const std::vector<std::string>& numbers) {
  RowSet wanted;
  for (const std::string& number : numbers) wanted.Add({number});
  std::map<std::string, std::string> references;
  for (const Row& row : QueryEach(executor, queries::kPaymentsOfSlips, wanted)) {
    references.emplace(row.Text("slip_number"), row.Text("reference"));
  }
  return references;
}

void LockPaymentRow(Transaction& transaction, std::uint64_t id) {
  transaction.QueryOne(queries::kPaymentLockById, {id});
}

std::optional<std::string> LockReferenceHolding(Transaction& transaction, std::uint64_t case_id) {
  auto row = transaction.QueryOne(queries::kPaymentReferenceHoldingCase, {case_id});
  if (!row) return std::nullopt;
  return row->Text("reference");
}

std::vector<PaymentCaseRow> PaymentCases(Executor& executor, std::uint64_t payment_id) {
  std::vector<PaymentCaseRow> cases;
  for (const Row& row : executor.Query(queries::kPaymentCases, {payment_id})) {
    cases.push_back({.case_id = row.Uint("id"),
                     .receipt_number = row.Text("receipt_number"),
                     .service = ServiceIn(row),
                     .state = CaseStateIn(row),
                     .amount = row.Int("amount"),
                     .group_number = row.Text("group_number"),
                     .applicant_name = row.Text("chinese_name")});
  }
  return cases;
}

std::vector<PaymentHistoryRow> PaymentHistory(Executor& executor, std::uint64_t payment_id) {
  std::vector<PaymentHistoryRow> history;
  for (const Row& row : executor.Query(queries::kPaymentHistory, {payment_id})) {
    history.push_back({.at = row.Time("at"),
                       .actor = row.Text("actor"),
                       .event = row.Text("event"),
                       .from_state = row.OptionalText("from_state").value_or(""),
                       .to_state = row.Text("to_state"),
                       .detail = row.Text("detail")});
  }
  return history;
}

std::vector<PaymentRow> PaymentsSince(Executor& executor, Instant since, int limit) {
  std::vector<PaymentRow> payments;
  for (const Row& row : executor.Query(queries::kPaymentList, {since, limit})) {
    payments.push_back(ReadPayment(row));
  }
  return payments;
}

std::optional<std::string> ReferenceOfPaidGroup(Executor& executor, std::string_view group,
                                                std::uint64_t applicant_id) {
  const auto row = executor.QueryOne(queries::kPaymentOfPaidGroup, {group, applicant_id});
  return row ? std::optional(row->Text("reference")) : std::nullopt;
}

void SetSession(Transaction& transaction, PaymentRow& payment, const std::string& session_key) {
  transaction.Execute(queries::kPaymentSetSession, {session_key, payment.id});
  payment.session_key = session_key;
}

void SetNextAsk(Transaction& transaction, PaymentRow& payment, std::optional<Instant> at) {
  transaction.Execute(queries::kPaymentSetNextAsk, {at, payment.id});
  payment.next_ask_at = at;
}

void SetPaid(Transaction& transaction, const std::vector<PaymentRow*>& payments) {
  RowSet rows;
  for (const PaymentRow* payment : payments) {
    rows.Add({payment->id, payment->trade_number, payment->paid_at, payment->next_ask_at});
  }
  ExecuteEach(transaction, queries::kPaymentsSetPaid, rows);
}

std::vector<std::string> PaymentsToAsk(Executor& executor, SettledBy gateway, Instant now) {
  return References(executor.Query(queries::kPaymentsToAsk, {now, MethodCodes(gateway)}));
}

std::vector<std::string> SlipsToExpire(Executor& executor, Instant now) {
  return References(executor.Query(queries::kPaymentSlipsExpired, {now}));
}

std::vector<PayableCase> PayableCases(Executor& executor, std::uint64_t applicant_id) {
  std::vector<PayableCase> cases;
  for (const Row& row : executor.Query(queries::kPaymentPayableCases, {applicant_id})) {
    PayableCase one{.case_id = row.Uint("id"),
                    .receipt_number = row.Text("receipt_number"),
                    .service = ServiceIn(row),
                    .fee = row.Int("fee"),
                    .group_number = row.Text("group_number"),
                    .applicants = static_cast<int>(row.Int("applicants")),
                    .applicant_name = row.Text("chinese_name")};
    if (!row.IsNull("reference")) {
      one.reference = row.Text("reference");
      one.method = MethodIn(row);
      one.state = StateIn(row);
      one.deadline = row.OptionalDay("deadline");
    }
    one.unapplied = row.OptionalText("unapplied").value_or("");
    cases.push_back(std::move(one));
  }
  return cases;
}

std::vector<GroupCase> LockGroupCases(Transaction& transaction, std::string_view group_number,
                                      std::uint64_t applicant_id) {
  std::vector<GroupCase> cases;
  for (const Row& row :
       transaction.Query(queries::kPaymentPayableCasesLock, {group_number, applicant_id})) {
    cases.push_back({.case_id = row.Uint("id"),
                     .receipt_number = row.Text("receipt_number"),
                     .service = ServiceIn(row),
                     .fee = row.Int("fee"),
                     .state = CaseStateIn(row)});
  }
  return cases;
}

}  // namespace permit::sql
