// The papers: receipts and their numbers, and which papers a student may download.
//
// A paper is found through its applicant, from whichever account its case was sent: another
// student's is not found.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "handlers/rules/calendar.h"
#include "handlers/rules/case_state.h"
#include "handlers/rules/payment_method.h"
#include "handlers/rules/payment_state.h"
#include "sql/database.h"

namespace permit::sql {

std::optional<std::string> FindPermitPaperOf(Executor& executor, std::uint64_t applicant_id,
                                             const std::string& number);
std::optional<std::string> FindReceiptPaperOf(Executor& executor, std::uint64_t applicant_id,
                                              const std::string& number);

// The photo that counts now.
std::optional<std::string> FindCasePhoto(Executor& executor, std::uint64_t case_id);

struct PaidPayment {
  std::string reference;
  PaymentMethod method = PaymentMethod::kCreditCard;
  long amount = 0;
  std::optional<Instant> paid_at;  // none: not paid
  std::string payer;
};
std::optional<PaidPayment> FindPaymentForReceipt(Executor& executor, std::uint64_t payment_id);
std::optional<std::string> FindReceiptNumber(Executor& executor, std::uint64_t payment_id);

// The year's next serial, from 1. The counter's row is the transaction's until it ends, so that no
// serial is skipped; one that is not used must be given back before.
std::uint64_t TakeReceiptSerial(Transaction& transaction, int roc_year);
void ReturnReceiptSerial(Transaction& transaction, int roc_year, std::uint64_t serial);

struct NewReceipt {
  std::string number;
  std::uint64_t payment_id = 0;
  std::string payer;
  long amount = 0;
  std::string sha256;  // of the PDF, hexadecimal
  std::string_view pdf;
};
// Throws DuplicateKey when the payment has one already.
void InsertReceipt(Transaction& transaction, const NewReceipt& receipt, Instant now);

// What is due but not made: payments made since then without a receipt, cases without a permit.
// `since` bounds how far back payments are looked at.
std::vector<std::uint64_t> PaymentsWithoutReceipt(Executor& executor, std::uint64_t after,
                                                  int limit, Instant since = {});
// When the payment was made, of those made since then, that waits for its receipt the longest.
std::optional<Instant> LongestWithoutReceipt(Executor& executor, Instant since);
// All payments made before this have their receipt; the beginning when nobody has looked yet. It
// never goes back.
Instant ReceiptsCheckedUntil(Executor& executor);
void SetReceiptsCheckedUntil(Executor& executor, Instant paid_since);
std::vector<std::uint64_t> CasesWithoutPermit(Executor& executor, std::uint64_t after, int limit);

// What is left empty does not narrow; days are inclusive.
struct DownloadFilter {
  std::string group_number;
  std::string receipt_number;
  std::optional<Date> from;
  std::optional<Date> to;
};

struct PermitDownload {
  std::string group_number;
  int applicants = 1;
  std::string receipt_number;
  Service service = Service::kExchange;
  std::string applicant_name;
  std::optional<Instant> paid_at;  // none: free of fee
  std::string permit_number;       // empty: not made yet
  bool replaced = false;
  std::optional<Date> expires_on;
};
std::vector<PermitDownload> PermitDownloads(Executor& executor, std::uint64_t applicant_id,
                                            const DownloadFilter& filter, int limit);

// A line a case; several lines may name the same receipt.
struct ReceiptDownload {
  std::string group_number;
  std::string receipt_number;  // 收件號 of the case
  Service service = Service::kExchange;
  std::string applicant_name;
  long amount = 0;
  PaymentMethod method = PaymentMethod::kCreditCard;
  Instant paid_at;
  std::string number;           // of the receipt; empty: not made yet
  std::string revoked_payment;  // its reference, when the bank took the money back
};
std::vector<ReceiptDownload> ReceiptDownloads(Executor& executor, std::uint64_t applicant_id,
                                              const DownloadFilter& filter, int limit);

}  // namespace permit::sql
