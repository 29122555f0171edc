#include "sql/money_store.h"

#include <stdexcept>

#include "sql/database.h"
#include "sql/payment_store.h"
#include "sql/queries.h"
#include "sql/row_set.h"

namespace permit::sql {
namespace {

std::string_view MethodCode(const std::optional<PaymentMethod>& method) {
  return method ? Code(*method) : std::string_view();
}

ExceptionRow ReadException(const Row& row) {
  auto kind = MoneyExceptionFromCode(row.Text("kind"));
  if (!kind) throw std::logic_error("unknown exception in the database: " + row.Text("kind"));
  return {.id = row.Uint("id"),
          .cause = row.Text("cause"),
          .kind = *kind,
          .number = row.Text("number"),
          .payment_id = row.OptionalUint("payment_id"),
          .method = PaymentMethodFromCode(row.Text("method")),
          .amount = row.Int("amount"),
          .paid_on = row.Day("paid_on"),
          .found_at = row.Time("found_at"),
          .resolved_at = row.OptionalTime("resolved_at")};
}

}  // namespace

void Book(Transaction& transaction, const Booking& booking, std::span<const LedgerLeg> legs) {
  const Posting posting{booking, {legs.begin(), legs.end()}};
  Book(transaction, {&posting, 1});
}

void Book(Transaction& transaction, std::span<const Posting> postings) {
  RowSet rows;
  for (const auto& [booking, legs] : postings) {
    if (!Balances(legs)) {
      throw std::logic_error("a booking that does not balance: " + booking.name);
    }
    int number = 0;
    for (const LedgerLeg& leg : legs) {
      rows.Add({booking.name, ++number, booking.booked_on, Code(leg.account),
                MethodCode(leg.method), leg.item ? Code(*leg.item) : std::string_view(), leg.amount,
                booking.payment_id, booking.now});
    }
  }
  ExecuteEach(transaction, queries::kLedgerInsert, rows);
}

std::vector<LedgerSum> LedgerSums(Executor& executor, Date from, Date to) {
  std::vector<LedgerSum> sums;
  for (const Row& row : executor.Query(queries::kLedgerReport, {from, to})) {
    sums.push_back({.booked_on = row.Day("booked_on"),
                    .book = row.Text("book"),
                    .method = row.Text("method"),
                    .item = row.Text("item"),
                    .entries = row.Int("entries"),
                    .total = row.Int("total")});
  }
  return sums;
}

void AddExceptions(Transaction& transaction, const std::vector<ExceptionRow>& exceptions) {
  RowSet rows;
  for (const ExceptionRow& one : exceptions) {
    rows.Add({one.cause, Code(one.kind), one.number, one.payment_id, MethodCode(one.method),
              one.amount, one.paid_on, one.found_at});
  }
  ExecuteEach(transaction, queries::kPaymentExceptionsInsert, rows);
}

std::set<std::string> KnownExceptions(Executor& executor, const std::vector<std::string>& causes) {
  RowSet wanted;
  for (const std::string& cause : causes) wanted.Add({cause});
  std::set<std::string> known;
  for (const Row& row : QueryEach(executor, queries::kPaymentExceptionsKnown, wanted)) {
    known.insert(row.Text("cause"));
  }
  return known;
}

std::vector<ExceptionRow> OpenExceptions(Executor& executor, int limit) {
  std::vector<ExceptionRow> exceptions;
  for (const Row& row : executor.Query(queries::kPaymentExceptionsOpen, {limit})) {
    exceptions.push_back(ReadException(row));
    exceptions.back().permits = row.OptionalText("permits").value_or("");
  }
  return exceptions;
}

std::optional<ExceptionRow> LockException(Transaction& transaction, std::uint64_t id) {
  auto row = transaction.QueryOne(queries::kPaymentExceptionLock, {id});
  if (!row) return std::nullopt;
  return ReadException(*row);
}

std::optional<ExceptionRow> LockOpenException(Transaction& transaction, std::uint64_t payment_id,
                                              MoneyException kind) {
  auto row = transaction.QueryOne(queries::kPaymentExceptionOpenLock, {payment_id, Code(kind)});
  if (!row) return std::nullopt;
  return ReadException(*row);
}

bool CloseException(Transaction& transaction, std::uint64_t id, std::string_view by,
                    std::string_view note, Instant now) {
  return transaction.Execute(queries::kPaymentExceptionResolve, {now, by, note, id}) == 1;
}

void LeaveFeesToCashier(Transaction& transaction, const PaymentRow& payment, Instant now) {
  for (const PaymentCaseRow& one : PaymentCases(transaction, payment.id)) {
    if (IsOpen(one.state) || one.state == CaseState::kIssued) continue;
    const std::string cause = "closed:" + one.receipt_number;
    if (!KnownExceptions(transaction, {cause}).empty()) continue;
    AddExceptions(transaction, {{.cause = cause,
                                 .kind = MoneyException::kCaseClosed,
                                 .number = payment.reference,
                                 .payment_id = payment.id,
                                 .method = payment.method,
                                 .amount = one.amount,
                                 .paid_on = TaipeiDate(payment.paid_at.value_or(now)),
                                 .found_at = now}});
    Book(transaction, {"exception:" + cause, TaipeiDate(now), payment.id, now},
         PostFeeGivenUp(payment.method, {one.service, one.amount}));
  }
}

std::optional<Instant> WhenTaken(Executor& executor, std::string_view sha256) {
  auto row = executor.QueryOne(queries::kSettlementFileTaken, {sha256});
  if (!row) return std::nullopt;
  return row->Time("taken_in_at");
}

std::uint64_t AddSettlementFile(Transaction& transaction, const TakenFile& file, Instant now) {
  transaction.Execute(queries::kSettlementFileInsert, {file.sha256, file.name, file.collector,
                                                       file.sent_on, file.lines, file.total, now});
  return transaction.LastInsertId();
}

std::set<std::size_t> LinesTakenBefore(Executor& executor,
                                       const std::vector<SettlementLine>& lines) {
  RowSet wanted;
  for (const SettlementLine& line : lines) {
    if (!line.good()) continue;
    wanted.Add(
        {line.line, line.collector, line.shop, line.barcodes.second, line.amount, line.paid_on});
  }
  std::set<std::size_t> known;
  for (const Row& row : QueryEach(executor, queries::kSettlementLinesKnown, wanted)) {
    known.insert(row.Uint("line_number"));
  }
  return known;
}

void AddSettlementLines(Transaction& transaction, std::uint64_t file_id,
                        const std::vector<TakenLine>& lines) {
  RowSet rows;
  for (const auto& [line, outcome, payment_id] : lines) {
    rows.Add({file_id, line->line, line->collector, line->shop, line->barcodes.second, line->amount,
              line->paid_on, line->booked_on, outcome, payment_id});
  }
  ExecuteEach(transaction, queries::kSettlementLinesInsert, rows);
}

}  // namespace permit::sql
