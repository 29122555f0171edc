#include "handlers/papers/permit.h"

#include <algorithm>

#include "fcgi/base/crypto.h"
#include "fcgi/base/log.h"
#include "fcgi/base/settings.h"
#include "handlers/form/register_record.h"
#include "handlers/papers/certificate.h"
#include "handlers/papers/key_store.h"
#include "handlers/papers/paper_photo.h"
#include "handlers/papers/sealing.h"
#include "handlers/papers/signing.h"
#include "handlers/rules/eligibility.h"
#include "handlers/web/paths.h"
#include "sql/audit_store.h"
#include "sql/case_store.h"
#include "sql/claim_store.h"
#include "sql/database.h"
#include "sql/paper_store.h"
#include "sql/payment_store.h"
#include "sql/register_store.h"
#include "views/pdf/birthplace.h"
#include "views/pdf/permit.h"

namespace permit {
namespace {

constexpr const char* kActor = "system";

std::string Either(const std::string& value, const std::string& otherwise) {
  return value.empty() ? otherwise : value;
}

// Of a paid case the payment is held until the transaction ends, so that its money cannot be taken
// back meanwhile.
bool IsDue(sql::Transaction& transaction, const sql::Case& found) {
  if (found.state == CaseState::kApproved) return found.fee == 0;
  if (found.state != CaseState::kPaid) return false;
  const auto reference = sql::LockReferenceHolding(transaction, found.id);
  if (!reference) return false;
  const auto payment = sql::LockPayment(transaction, *reference);
  return payment && payment->state == PaymentState::kPaid;
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

// The register's values, and in their place the claims that a reviewer has accepted.
FormValues PrintedIdentity(sql::Executor& executor, const sql::Case& of,
                           const sql::Applicant& holder) {
  FormValues identity = RegisteredValues(holder);
  for (const sql::CaseClaim& claim : sql::CaseClaims(executor, of.id)) {
    if (!claim.accepted_by.empty()) identity[claim.change.field] = claim.change.after;
  }
  return identity;
}

// Who is named on it is the register's to say; what the register does not hold is the form's.
views::PermitPaper PaperOf(const sql::EntryPermit& permit, const sql::Applicant& holder,
                           const FormValues& identity, const FormValues& form,
                           const Settings& settings) {
  views::PermitPaper paper;
  paper.number = permit.number;
  paper.issued_on = permit.issued_on;
  paper.expires_on = permit.expires_on;
  paper.stay_until = permit.stay_until;
  paper.entered_on = permit.entered_on;
  paper.chinese_name = ValueOf(identity, "chinese_name");
  paper.english_name = ValueOf(identity, "english_name");
  paper.travel_permit_number = ValueOf(identity, "travel_permit");
  paper.identity_number = ValueOf(identity, "mainland_id");
  paper.birth_date = ParseDate(ValueOf(identity, "birth_date")).value_or(holder.birth_date);
  paper.male = ValueOf(identity, "sex") == "male";
  paper.birth_place = views::PaperBirthplace(ValueOf(identity, "birthplace"));
  paper.address = ValueOf(form, "taiwan_address");
  paper.school = holder.school;
  paper.unified_number = Either(holder.unified_number, ValueOf(form, "unified_number"));
  paper.check_address = SiteUrl(settings, PermitCheckPath(permit.number));
  return paper;
}

struct MadePaper {
  std::string pdf;
  Date birth_date;  // as printed
  sql::PermitSeal seal;
};

// Sealed and signed with the keys that are active now.
tl::expected<MadePaper, IssueRefusal> MakePaper(sql::Transaction& transaction,
                                                const Settings& settings, const sql::Case& of,
                                                const sql::EntryPermit& permit, Instant now) {
  const sql::Applicant holder = sql::FindApplicant(transaction, of.applicant_id).value();
  try {
    views::PermitPaper paper =
        PaperOf(permit, holder, PrintedIdentity(transaction, of, holder), of.form, settings);
    const auto photo = sql::FindCasePhoto(transaction, of.id);
    if (!photo) throw views::PaperError("the case has no photograph");
    paper.photo = PaperPhoto(*photo);
    MadePaper made{.pdf = {}, .birth_date = paper.birth_date, .seal = {}};
    made.seal = MakeSeal(KeyStore::Open(settings.signing_key_dir), paper,
                         holder.surname + ", " + holder.given_name, now);
    paper.seal = made.seal.seal;
    made.pdf = SignedPaper(settings.signing_key_dir, views::DrawPermit(paper).bytes,
                           "陸生多次入出境許可證 Multiple-entry permit " + permit.number, now);
    return made;
  } catch (const views::PaperError& error) {
    return RefuseUnprintable("permit", permit.number, error.what());
  } catch (const KeyStoreError& error) {
    return RefuseWithoutKey("permit", permit.number, error.what());
  } catch (const CertificateError& error) {
    return RefuseWithoutKey("permit", permit.number, error.what());
  }
}

// After a data change the register holds what the permit bears, and the accounts show it.
void ChangeRegister(sql::Transaction& transaction, const sql::Case& of, Instant now) {
  sql::LockApplicant(transaction, of.applicant_id);
  const sql::Applicant before = sql::FindApplicant(transaction, of.applicant_id).value();
  std::vector<FieldChange> accepted;
  for (const sql::CaseClaim& claim : sql::CaseClaims(transaction, of.id)) {
    if (!claim.accepted_by.empty()) accepted.push_back(claim.change);
  }
  const sql::Applicant after = ChangedApplicant(before, accepted, of.form);
  sql::UpdateApplicant(transaction, after);
  for (const FieldChange& change : RegisterChanges(before, after)) {
    sql::WriteAudit(transaction,
                    {kActor, "register-change", "applicant:" + std::to_string(before.id),
                     "case " + of.receipt_number + " " + change.field + ": " + change.before +
                         " -> " + change.after},
                    now);
  }
}

bool IsUndecided(CaseState state) { return NextCaseState(state, CaseEvent::kWithdraw).has_value(); }

// What the applicant holds already, or is about to hold, by another exchange.
std::optional<IssueRefusal> FindOtherExchange(sql::Executor& executor, const sql::Case& found,
                                              Date today) {
  const auto later = sql::FindLaterMultipleEntry(executor, found.permit_id);
  if (later && HoldsMultipleEntry(later->expires_on, today)) {
    return IssueRefusal{IssueRefusal::Reason::kVoid,
                        "the applicant holds the multiple-entry permit " + later->number +
                            ", issued since and valid until " + FormatDate(later->expires_on)};
  }
  if (const auto approved = sql::FindApprovedExchange(executor, found.applicant_id)) {
    return IssueRefusal{IssueRefusal::Reason::kVoid,
                        "the exchange " + *approved + " of the same applicant was approved before"};
  }
  return std::nullopt;
}

}  // namespace

std::optional<IssueRefusal> FindObstacle(sql::Executor& executor, const Settings& settings,
                                         const sql::Case& found, Instant now) {
  const sql::EntryPermit from = sql::FindPermit(executor, found.permit_id).value();
  if (from.status != PermitStatus::kValid) {
    return IssueRefusal{
        IssueRefusal::Reason::kVoid,
        "the permit " + from.number + " that it starts from is " + std::string(Code(from.status))};
  }
  if (found.service == Service::kExtension &&
      !AppliedDuringStay(TaipeiDate(found.submitted_at), from.stay_until)) {
    return IssueRefusal{IssueRefusal::Reason::kOver, "the stay had ended on " +
                                                         FormatDate(from.stay_until) +
                                                         " before the extension was applied for"};
  }
  if (found.service == Service::kExchange && IsUndecided(found.state)) {
    if (auto beside = FindOtherExchange(executor, found, TaipeiDate(now))) return beside;
  }
  const sql::EntryPermit next = NextPermit(found, from, settings, TaipeiDate(now));
  if (next.expires_on < next.issued_on) {
    return IssueRefusal{IssueRefusal::Reason::kOver,
                        "the new permit would have expired on " + FormatDate(next.expires_on)};
  }
  return std::nullopt;
}

Issue IssuePermit(sql::Transaction& transaction, const Settings& settings, std::uint64_t case_id,
                  Instant now) {
  if (const auto issued = sql::FindPermitOfCase(transaction, case_id)) {
    return issued->number;
  }
  sql::LockCase(transaction, case_id);
  const auto due = sql::FindCase(transaction, case_id);
  if (!due || !IsDue(transaction, *due))
    return tl::unexpected(IssueRefusal{IssueRefusal::Reason::kNotDue});
  sql::LockPermit(transaction, due->permit_id);
  if (auto obstacle = FindObstacle(transaction, settings, *due, now)) {
    Log(Severity::kWarning, "paper.blocked",
        {{"number", due->receipt_number}, {"reason", obstacle->detail}});
    return tl::unexpected(*std::move(obstacle));
  }
  const sql::EntryPermit from = sql::FindPermit(transaction, due->permit_id).value();
  const sql::EntryPermit permit = NextPermit(*due, from, settings, TaipeiDate(now));
  const auto made = MakePaper(transaction, settings, *due, permit, now);
  if (!made) return tl::unexpected(made.error());
  const auto& [pdf, birth_date, seal] = *made;

  const auto move =
      sql::MoveCase(transaction, case_id, CaseEvent::kIssue, kActor, permit.number, now);
  if (!move) return tl::unexpected(IssueRefusal{IssueRefusal::Reason::kNotDue});
  const std::uint64_t id = sql::InsertIssuedPermit(transaction, permit, from.id, now);
  sql::InsertPermitPaper(transaction, id, birth_date, HexEncode(Sha256(pdf)), pdf, now);
  sql::InsertPermitSeal(transaction, id, seal, now);
  if (due->service == Service::kDataChange) ChangeRegister(transaction, *due, now);
  return permit.number;
}

Issue ReissuePermit(sql::Transaction& transaction, const Settings& settings,
                    const std::string& number, Instant now) {
  const auto known = sql::FindPermitByNumber(transaction, number);
  if (!known || !known->case_id) {
    return tl::unexpected(
        IssueRefusal{IssueRefusal::Reason::kNotDue, "no permit " + number + " was issued here"});
  }
  sql::LockPermit(transaction, known->id);
  const sql::EntryPermit permit = sql::FindPermit(transaction, known->id).value();
  if (permit.status != PermitStatus::kValid) {
    return tl::unexpected(
        IssueRefusal{IssueRefusal::Reason::kVoid,
                     "the permit " + number + " is " + std::string(Code(permit.status))});
  }
  if (permit.expires_on < TaipeiDate(now)) {
    return tl::unexpected(
        IssueRefusal{IssueRefusal::Reason::kOver,
                     "the permit " + number + " expired on " + FormatDate(permit.expires_on)});
  }
  const sql::Case of = sql::FindCase(transaction, *permit.case_id).value();
  const auto made = MakePaper(transaction, settings, of, permit, now);
  if (!made) return tl::unexpected(made.error());
  const auto& [pdf, birth_date, seal] = *made;
  sql::ReplacePermitPaper(transaction, permit.id, birth_date, HexEncode(Sha256(pdf)), pdf, now);
  sql::ReplacePermitSeal(transaction, permit.id, seal);
  return number;
}

}  // namespace permit
