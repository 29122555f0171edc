#include "sql/paper_store.h"

#include "sql/queries.h"

namespace permit::sql {
namespace {

using namespace std::chrono_literals;

constexpr const char* kReceiptCounter = "receipt-paper";

std::optional<std::string> FindText(Executor& executor, const Statement& statement,
                                    std::vector<Value> values, std::string_view column) {
  auto row = executor.QueryOne(statement, std::move(values));
  return row ? std::optional(row->Text(column)) : std::nullopt;
}

std::vector<std::uint64_t> Ids(const std::vector<Row>& rows) {
  std::vector<std::uint64_t> ids;
  ids.reserve(rows.size());
  for (const Row& row : rows) ids.push_back(row.Uint("id"));
  return ids;
}

std::vector<Value> FilterValues(std::uint64_t applicant_id, const DownloadFilter& filter,
                                int limit) {
  return {applicant_id,
          filter.group_number,
          filter.group_number,
          filter.receipt_number,
          filter.receipt_number,
          StartOfDay(filter.from.value_or(Date{1970y / 1 / 2})),
          StartOfDay(filter.to ? AddDays(*filter.to, 1) : Date{9999y / 12 / 31}),
          limit};
}

}  // namespace

std::optional<std::string> FindPermitPaperOf(Executor& executor, std::uint64_t applicant_id,
                                             const std::string& number) {
  return FindText(executor, queries::kPermitPaperOfApplicant, {number, applicant_id}, "pdf");
}

std::optional<std::string> FindReceiptPaperOf(Executor& executor, std::uint64_t applicant_id,
                                              const std::string& number) {
  return FindText(executor, queries::kReceiptPaperOfApplicant, {number, applicant_id}, "pdf");
}

std::optional<std::string> FindCasePhoto(Executor& executor, std::uint64_t case_id) {
  return FindText(executor, queries::kCasePhoto, {case_id}, "content");
}

std::optional<PaidPayment> FindPaymentForReceipt(Executor& executor, std::uint64_t payment_id) {
  auto row = executor.QueryOne(queries::kPaymentForReceipt, {payment_id});
  if (!row) return std::nullopt;
  const bool paid = row->Text("state") == "paid";
  return PaidPayment{.reference = row->Text("reference"),
                     .method = PaymentMethodFromCode(row->Text("method")).value(),
                     .amount = static_cast<long>(row->Int("amount")),
                     .paid_at = paid ? row->OptionalTime("paid_at") : std::nullopt,
                     .payer = row->Text("chinese_name")};
}

std::optional<std::string> FindReceiptNumber(Executor& executor, std::uint64_t payment_id) {
  return FindText(executor, queries::kReceiptOfPayment, {payment_id}, "number");
}

std::uint64_t TakeReceiptSerial(Transaction& transaction, int roc_year) {
  transaction.Execute(queries::kCounterNext, {kReceiptCounter, roc_year});
  return transaction.LastInsertId();
}

void ReturnReceiptSerial(Transaction& transaction, int roc_year, std::uint64_t serial) {
  transaction.Execute(queries::kReceiptCounterReturn, {roc_year, serial});
}

void InsertReceipt(Transaction& transaction, const NewReceipt& receipt, Instant now) {
  transaction.Execute(queries::kReceiptInsert,
                      {receipt.number, receipt.payment_id, receipt.payer, receipt.amount, now});
  const std::uint64_t id = transaction.LastInsertId();
  transaction.Execute(queries::kReceiptPaperInsert, {id, receipt.sha256, Blob{receipt.pdf}, now});
}

std::vector<std::uint64_t> PaymentsWithoutReceipt(Executor& executor, std::uint64_t after,
                                                  int limit, Instant since) {
  return Ids(executor.Query(queries::kPaymentsWithoutReceipt, {since, after, limit}));
}

std::optional<Instant> LongestWithoutReceipt(Executor& executor, Instant since) {
  return executor.QueryOne(queries::kPaymentLongestWithoutReceipt, {since})
      ->OptionalTime("paid_since");
}

Instant ReceiptsCheckedUntil(Executor& executor) {
  const auto row = executor.QueryOne(queries::kReceiptCheck);
  return row ? row->Time("paid_since") : Instant{};
}

void SetReceiptsCheckedUntil(Executor& executor, Instant paid_since) {
  executor.Execute(queries::kReceiptCheckAdvance, {paid_since});
}

std::vector<std::uint64_t> CasesWithoutPermit(Executor& executor, std::uint64_t after, int limit) {
  return Ids(executor.Query(queries::kCasesWithoutPermit, {after, limit}));
}

std::vector<PermitDownload> PermitDownloads(Executor& executor, std::uint64_t applicant_id,
                                            const DownloadFilter& filter, int limit) {
  std::vector<PermitDownload> found;
  for (const Row& row :
       executor.Query(queries::kPermitDownloads, FilterValues(applicant_id, filter, limit))) {
    found.push_back({.group_number = row.Text("group_number"),
                     .applicants = static_cast<int>(row.Int("applicants")),
                     .receipt_number = row.Text("receipt_number"),
                     .service = ServiceFromCode(row.Text("service")).value(),
                     .applicant_name = row.Text("chinese_name"),
                     .paid_at = row.OptionalTime("paid_at"),
                     .permit_number = row.OptionalText("number").value_or(""),
                     .replaced = row.OptionalText("status").value_or("valid") != "valid",
                     .expires_on = row.OptionalDay("expires_on")});
  }
  return found;
}

std::vector<ReceiptDownload> ReceiptDownloads(Executor& executor, std::uint64_t applicant_id,
                                              const DownloadFilter& filter, int limit) {
  std::vector<ReceiptDownload> found;
  for (const Row& row :
       executor.Query(queries::kReceiptDownloads, FilterValues(applicant_id, filter, limit))) {
    const bool is_revoked = row.Text("state") == Code(PaymentState::kRevoked);
    found.push_back({.group_number = row.Text("group_number"),
                     .receipt_number = row.Text("receipt_number"),
                     .service = ServiceFromCode(row.Text("service")).value(),
                     .applicant_name = row.Text("chinese_name"),
                     .amount = static_cast<long>(row.Int("amount")),
                     .method = PaymentMethodFromCode(row.Text("method")).value(),
                     .paid_at = row.Time("paid_at"),
                     .number = row.OptionalText("number").value_or(""),
                     .revoked_payment = is_revoked ? row.Text("reference") : ""});
  }
  return found;
}

}  // namespace permit::sql
