#include "handlers/issuing.h"

#include <algorithm>
#include <chrono>
#include <cstdio>

#include "fcgi/base/crypto.h"
#include "fcgi/base/key_store.h"
#include "fcgi/base/log.h"
#include "fcgi/base/settings.h"
#include "handlers/application/paper_photo.h"
#include "handlers/form_json.h"
#include "handlers/paper_signing.h"
#include "handlers/sealing.h"
#include "sql/case_store.h"
#include "sql/database.h"
#include "sql/paper_store.h"
#include "sql/payment_store.h"
#include "sql/register_store.h"
#include "views/pdf/birthplace.h"
#include "views/pdf/permit.h"
#include "views/pdf/receipt.h"

namespace permit {
namespace {

constexpr const char* kActor = "system";

std::string ValueOf(const FormValues& form, std::string_view name) {
  const auto found = form.find(name);
  return found == form.end() ? std::string() : found->second;
}

std::string Either(std::string value, const std::string& otherwise) {
  return value.empty() ? otherwise : value;
}

bool IsDue(const sql::Case& paid_case) {
  return paid_case.state == CaseState::kPaid ||
         (paid_case.state == CaseState::kApproved && paid_case.fee == 0);
}

// The dates of the new permit and what it keeps of the one that the case started from.
sql::EntryPermit NextPermit(const sql::Case& due, const sql::EntryPermit& from,
                            const Settings& settings, Date today) {
  sql::EntryPermit permit;
  permit.number = due.receipt_number;
  permit.kind = PermitKind::kMultipleEntry;
  permit.applicant_id = due.applicant_id;
  permit.issued_on = today;
  permit.entered_on = from.entered_on;
  permit.case_id = due.id;
  switch (due.service) {
    case Service::kExchange:
      permit.stay_until = AddMonths(today, static_cast<int>(settings.permit_months));
      permit.expires_on = permit.stay_until;
      break;
    case Service::kExtension:
      permit.stay_until = AddMonths(from.stay_until, static_cast<int>(settings.extension_months));
      permit.expires_on = std::max(from.expires_on, permit.stay_until);
      break;
    case Service::kDataChange:
      permit.stay_until = from.stay_until;
      permit.expires_on = from.expires_on;
      break;
  }
  return permit;
}

// What the form says counts; the register fills in what the form leaves empty.
views::PermitPaper PaperOf(const sql::EntryPermit& permit, const sql::Applicant& holder,
                           const FormValues& form, const Settings& settings) {
  views::PermitPaper paper;
  paper.number = permit.number;
  paper.issued_on = permit.issued_on;
  paper.expires_on = permit.expires_on;
  paper.stay_until = permit.stay_until;
  paper.entered_on = permit.entered_on;
  paper.chinese_name = Either(ValueOf(form, "chinese_name"), holder.chinese_name);
  paper.english_name =
      Either(ValueOf(form, "english_name"), holder.surname + ", " + holder.given_name);
  paper.travel_permit_number = Either(ValueOf(form, "travel_permit"), holder.travel_permit);
  paper.identity_number = Either(ValueOf(form, "mainland_id"), holder.mainland_id);
  paper.birth_date = ParseDate(ValueOf(form, "birth_date")).value_or(holder.birth_date);
  paper.male = Either(ValueOf(form, "sex"), holder.sex) == "male";
  paper.birth_place =
      views::PaperBirthplace(Either(ValueOf(form, "birthplace"), holder.birthplace));
  paper.address = ValueOf(form, "taiwan_address");
  paper.school = Either(ValueOf(form, "school"), holder.school);
  paper.unified_number = Either(ValueOf(form, "unified_number"), holder.unified_number);
  paper.check_address = settings.base_url + "/coa-frontend/verify?number=" + permit.number;
  return paper;
}

Issue Unprintable(std::string_view what, const std::string& number, const std::string& why) {
  Log(Severity::kError, "paper.unprintable",
      {{"paper", what}, {"number", number}, {"reason", why}});
  return {.refusal = IssueRefusal::kUnprintable, .detail = why};
}

Issue WithoutKey(std::string_view what, const std::string& number, const std::string& why) {
  Log(Severity::kError, "paper.no-key", {{"paper", what}, {"number", number}, {"reason", why}});
  return {.refusal = IssueRefusal::kNoKey, .detail = why};
}

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

// Somebody else may issue the same paper at the same time; whoever comes second has nothing to do.
template <typename Work>
void CountIssue(sql::Database& database, const Work& work, std::size_t& made,
                std::size_t& refused) {
  try {
    const Issue issue = database.Transact(work);
    if (!issue.refusal) ++made;
    if (issue.refusal && issue.refusal != IssueRefusal::kNotDue) ++refused;
  } catch (const sql::DuplicateKey&) {
    return;
  }
}

}  // namespace

Issue IssuePermit(sql::Transaction& transaction, const Settings& settings, std::uint64_t case_id,
                  Instant now) {
  if (const auto issued = sql::FindPermitOfCase(transaction, case_id)) {
    return {.number = issued->number};
  }
  const auto due = sql::FindCase(transaction, case_id);
  if (!due || !IsDue(*due)) return {.refusal = IssueRefusal::kNotDue};
  const sql::EntryPermit from = sql::FindPermit(transaction, due->permit_id).value();
  const sql::Applicant holder = sql::FindApplicant(transaction, due->applicant_id).value();
  const sql::EntryPermit permit = NextPermit(*due, from, settings, TaipeiDate(now));

  std::string pdf;
  Date birth_date;
  sql::PermitSeal seal;
  try {
    views::PermitPaper paper = PaperOf(permit, holder, ReadFormJson(due->form), settings);
    const auto photo = sql::FindCasePhoto(transaction, case_id);
    if (!photo) throw views::PaperError("the case has no photograph");
    paper.photo = PaperPhoto(*photo);
    birth_date = paper.birth_date;
    seal = MakeSeal(KeyStore::Open(settings.signing_key_dir), paper,
                    holder.surname + ", " + holder.given_name, now);
    paper.seal = seal.seal;
    pdf = SignedPaper(settings.signing_key_dir, views::DrawPermit(paper).bytes,
                      "陸生多次入出境許可證 Multiple-entry permit " + permit.number, now);
  } catch (const views::PaperError& error) {
    return Unprintable("permit", due->receipt_number, error.what());
  } catch (const KeyStoreError& error) {
    return WithoutKey("permit", due->receipt_number, error.what());
  }

  const auto move =
      sql::MoveCase(transaction, case_id, CaseEvent::kIssue, kActor, permit.number, now);
  if (!move.moved()) return {.refusal = IssueRefusal::kNotDue};
  const std::uint64_t id = sql::InsertIssuedPermit(transaction, permit, from.id, now);
  sql::InsertPermitPaper(transaction, id, birth_date, HexEncode(Sha256(pdf)), pdf, now);
  sql::InsertPermitSeal(transaction, id, seal, now);
  return {.number = permit.number};
}

Issue IssueReceipt(sql::Transaction& transaction, const Settings& settings,
                   std::uint64_t payment_id, Instant now) {
  if (auto number = sql::FindReceiptNumber(transaction, payment_id)) {
    return {.number = std::move(*number)};
  }
  const auto payment = sql::FindPaymentForReceipt(transaction, payment_id);
  if (!payment || !payment->paid_at) return {.refusal = IssueRefusal::kNotDue};
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
    return Unprintable("receipt", payment->reference, error.what());
  } catch (const KeyStoreError& error) {
    sql::ReturnReceiptSerial(transaction, year, serial);
    return WithoutKey("receipt", payment->reference, error.what());
  }
  sql::InsertReceipt(transaction,
                     {.number = paper.number,
                      .payment_id = payment_id,
                      .payer = payment->payer,
                      .amount = payment->amount,
                      .sha256 = HexEncode(Sha256(pdf)),
                      .pdf = pdf},
                     now);
  return {.number = paper.number};
}

IssuedPapers IssueWaitingPapers(sql::Database& database, const Settings& settings, Instant now,
                                std::size_t limit) {
  constexpr auto kReceiptsSince = std::chrono::days(180);
  const int rows = static_cast<int>(limit);
  IssuedPapers papers;
  for (std::uint64_t id : sql::PaymentsWithoutReceipt(database, now - kReceiptsSince, rows)) {
    CountIssue(
        database,
        [&](sql::Transaction& transaction) { return IssueReceipt(transaction, settings, id, now); },
        papers.receipts, papers.refused);
  }
  for (std::uint64_t id : sql::CasesWithoutPermit(database, rows)) {
    CountIssue(
        database,
        [&](sql::Transaction& transaction) { return IssuePermit(transaction, settings, id, now); },
        papers.permits, papers.refused);
  }
  return papers;
}

}  // namespace permit
