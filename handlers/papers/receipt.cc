#include "handlers/papers/receipt.h"

#include <cstdio>

#include "fcgi/base/crypto.h"
#include "fcgi/base/settings.h"
#include "handlers/papers/certificate.h"
#include "handlers/papers/key_store.h"
#include "handlers/papers/signing.h"
#include "sql/database.h"
#include "sql/paper_store.h"
#include "sql/payment_store.h"
#include "views/pdf/receipt.h"

namespace permit {
namespace {

std::string ReceiptPaperNumber(int roc_year, std::uint64_t serial) {
  char number[32];
  std::snprintf(number, sizeof number, "%03d-%07llu", roc_year,
                static_cast<unsigned long long>(serial));
  return number;
}

views::ReceiptPaper ReceiptOf(sql::Transaction& transaction, std::uint64_t payment_id,
                              const sql::PaidPayment& payment, Instant now) {
  views::ReceiptPaper paper;
  paper.payer = payment.payer;
  paper.paid_at = *payment.paid_at;
  paper.issued_at = now;
  paper.method = payment.method;
  paper.reference = payment.reference;
  for (const sql::PaymentCaseRow& one : sql::PaymentCases(transaction, payment_id)) {
    paper.items.push_back({.receipt_number = one.receipt_number,
                           .service = one.service,
                           .amount = static_cast<long>(one.amount)});
  }
  return paper;
}

}  // namespace

Issue IssueReceipt(sql::Transaction& transaction, const Settings& settings,
                   std::uint64_t payment_id, Instant now) {
  if (auto number = sql::FindReceiptNumber(transaction, payment_id)) {
    return *std::move(number);
  }
  sql::LockPaymentRow(transaction, payment_id);
  const auto payment = sql::FindPaymentForReceipt(transaction, payment_id);
  if (!payment || !payment->paid_at)
    return tl::unexpected(IssueRefusal{IssueRefusal::Reason::kNotDue});
  views::ReceiptPaper paper = ReceiptOf(transaction, payment_id, *payment, now);

  const int year = RocYear(TaipeiDate(now));
  const std::uint64_t serial = sql::TakeReceiptSerial(transaction, year);
  paper.number = ReceiptPaperNumber(year, serial);
  std::string pdf;
  try {
    pdf = SignedPaper(settings.signing_key_dir, views::DrawReceipt(paper).bytes,
                      "電子收據 Official receipt " + paper.number, now);
  } catch (const views::PaperError& error) {
    sql::ReturnReceiptSerial(transaction, year, serial);
    return RefuseUnprintable("receipt", payment->reference, error.what());
  } catch (const KeyStoreError& error) {
    sql::ReturnReceiptSerial(transaction, year, serial);
    return RefuseWithoutKey("receipt", payment->reference, error.what());
  } catch (const CertificateError& error) {
    sql::ReturnReceiptSerial(transaction, year, serial);
    return RefuseWithoutKey("receipt", payment->reference, error.what());
  }
  sql::InsertReceipt(transaction,
                     {.number = paper.number,
                      .payment_id = payment_id,
                      .payer = payment->payer,
                      .amount = payment->amount,
                      .sha256 = HexEncode(Sha256(pdf)),
                      .pdf = pdf},
                     now);
  return paper.number;
}

}  // namespace permit
