#include "sql/payment_store.h"

#include <stdexcept>

#include "sql/database.h"
#include "sql/queries.h"

namespace permit::sql {
namespace {

// What the database holds was written through the same codes; another word means a broken world.
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
          .paid_at = row.OptionalTime("paid_at")};
}

std::optional<PaymentRow> ReadPayment(const std::optional<Row>& row) {
  if (!row) return std::nullopt;
  return ReadPayment(*row);
}

Value OrNull(const std::string& text) { return text.empty() ? Value(nullptr) : Value(text); }

std::vector<std::string> References(const std::vector<Row>& rows) {
  std::vector<std::string> references;
  for (const Row& row : rows) references.push_back(row.Text("reference"));
  return references;
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
  auto next = NextPaymentState(payment.state, step.event);
  if (!next) return false;
  if (transaction.Execute(queries::kPaymentMove,
                          {Code(*next), now, payment.id, Code(payment.state)}) != 1)
    return false;
  if (HoldsCases(*next) && !HoldsCases(payment.state))
    transaction.Execute(queries::kPaymentHoldCases, {payment.id});
  if (!HoldsCases(*next) && HoldsCases(payment.state))
    transaction.Execute(queries::kPaymentFreeCases, {payment.id});
  transaction.Execute(queries::kPaymentHistoryInsert,
                      {payment.id, now, step.actor, Code(step.event), Code(payment.state),
                       Code(*next), step.detail});
  payment.state = *next;
  payment.state_since = now;
  return true;
}

std::optional<PaymentRow> LockPayment(Transaction& transaction, std::string_view reference) {
  return ReadPayment(transaction.QueryOne(queries::kPaymentLock, {reference}));
}

std::vector<PaymentCaseRow> LockPaymentCases(Transaction& transaction, std::string_view reference) {
  std::vector<PaymentCaseRow> cases;
  for (const Row& row : transaction.Query(queries::kPaymentCasesLock, {reference})) {
    cases.push_back({.case_id = row.Uint("id"),
                     .receipt_number = row.Text("receipt_number"),
                     .service = ServiceIn(row),
                     .state = CaseStateIn(row),
                     .amount = row.Int("amount")});
  }
  return cases;
}

std::optional<OwnPayment> FindPayment(Executor& executor, std::string_view reference,
                                      std::uint64_t account_id) {
  auto rows = executor.Query(queries::kPaymentOfAccount, {reference, account_id});
  if (rows.empty()) return std::nullopt;
  OwnPayment own{ReadPayment(rows.front()), {}};
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

std::optional<std::string> ReferenceOfSlip(Executor& executor, std::string_view slip_number) {
  auto row = executor.QueryOne(queries::kPaymentReferenceOfSlip, {slip_number});
  if (!row) return std::nullopt;
  return row->Text("reference");
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

std::vector<PaymentRow> PaymentsSince(Executor& executor, Instant since) {
  std::vector<PaymentRow> payments;
  for (const Row& row : executor.Query(queries::kPaymentList, {since})) {
    payments.push_back(ReadPayment(row));
  }
  return payments;
}

void SetNextAsk(Transaction& transaction, PaymentRow& payment, std::optional<Instant> at) {
  transaction.Execute(queries::kPaymentSetNextAsk, {at, payment.id});
  payment.next_ask_at = at;
}

void SetPaid(Transaction& transaction, PaymentRow& payment, std::string_view trade_number,
             Instant paid_at) {
  transaction.Execute(queries::kPaymentSetPaid, {trade_number, paid_at, payment.id});
  payment.trade_number = trade_number;
  payment.paid_at = paid_at;
  payment.next_ask_at.reset();
}

std::vector<std::string> PaymentsToAsk(Executor& executor, Instant now) {
  return References(executor.Query(queries::kPaymentsToAsk, {now}));
}

std::vector<std::string> SlipsToExpire(Executor& executor, Instant now) {
  return References(executor.Query(queries::kPaymentSlipsExpired, {now}));
}

std::vector<PayableCase> PayableCases(Executor& executor, std::uint64_t account_id) {
  std::vector<PayableCase> cases;
  for (const Row& row : executor.Query(queries::kPaymentPayableCases, {account_id})) {
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
    cases.push_back(std::move(one));
  }
  return cases;
}

std::vector<GroupCase> LockGroupCases(Transaction& transaction, std::string_view group_number,
                                      std::uint64_t account_id) {
  std::vector<GroupCase> cases;
  for (const Row& row :
       transaction.Query(queries::kPaymentPayableCasesLock, {group_number, account_id})) {
    cases.push_back({.case_id = row.Uint("id"),
                     .receipt_number = row.Text("receipt_number"),
                     .service = ServiceIn(row),
                     .fee = row.Int("fee"),
                     .state = CaseStateIn(row)});
  }
  return cases;
}

}  // namespace permit::sql
