#include "handlers/review/decision.h"

#include <algorithm>

#include "fcgi/base/settings.h"
#include "handlers/form/register_record.h"
#include "handlers/mail/deliver.h"
#include "handlers/mail/enqueue.h"
#include "handlers/papers/permit.h"
#include "handlers/rules/application_form.h"
#include "handlers/rules/text.h"
#include "handlers/web/case_waits.h"
#include "handlers/web/paths.h"
#include "sql/account_store.h"
#include "sql/audit_store.h"
#include "sql/claim_store.h"
#include "sql/correction_store.h"
#include "sql/money_store.h"
#include "sql/payment_store.h"
#include "sql/register_store.h"
#include "views/mail/decision_mails.h"

namespace permit {
namespace {

bool WantsOpinion(CaseEvent event) {
  return event == CaseEvent::kReturnForCorrection || event == CaseEvent::kReturnForDocuments ||
         event == CaseEvent::kClose;
}

bool KeepsCorrection(CaseEvent event) {
  return event == CaseEvent::kRecall || event == CaseEvent::kReturnForCorrection ||
         event == CaseEvent::kReturnForDocuments;
}

tl::unexpected<RefusedDecision> Refused(DecisionRefusal reason, CaseState state,
                                        std::string detail = {}) {
  return tl::unexpected(RefusedDecision{reason, state, std::move(detail)});
}

DecisionRefusal RefusalOf(sql::MoveRefusal refusal) {
  switch (refusal) {
    case sql::MoveRefusal::kUnknownCase:
      return DecisionRefusal::kUnknownCase;
    case sql::MoveRefusal::kNotPossible:
      return DecisionRefusal::kNotPossible;
    case sql::MoveRefusal::kOvertaken:
      return DecisionRefusal::kOvertaken;
  }
  return DecisionRefusal::kNotPossible;
}

// The events that lead from a state to one that allows the decision: the reviews still to be done.
std::optional<std::vector<CaseEvent>> WayTo(CaseEvent decision, CaseState from,
                                            std::optional<ReviewStage> returned_by) {
  std::vector<CaseEvent> way;
  CaseState state = from;
  while (!NextCaseState(state, decision, returned_by)) {
    std::optional<CaseState> next;
    for (CaseEvent review : {CaseEvent::kStartReview, CaseEvent::kPassFirstReview}) {
      next = NextCaseState(state, review);
      if (next) {
        way.push_back(review);
        state = *next;
        break;
      }
    }
    if (!next) return std::nullopt;
  }
  way.push_back(decision);
  return way;
}

std::optional<tl::unexpected<RefusedDecision>> CheckWords(sql::Transaction& transaction,
                                                          const sql::Case& found,
                                                          const Decision& decision) {
  using enum DecisionRefusal;
  if (WantsOpinion(decision.event) && decision.opinion.empty()) {
    return Refused(kNoOpinion, found.state);
  }
  if (CheckText(decision.opinion, kMaxOpinion, true)) return Refused(kOpinionTooLong, found.state);
  std::vector<sql::CaseFile> files = sql::CaseFiles(transaction, found.id);
  for (const sql::CaseRemark& remark : decision.remarks) {
    if (CheckText(remark.remark, kMaxRemark, true)) {
      return Refused(kOpinionTooLong, found.state, remark.target);
    }
    switch (remark.kind) {
      case sql::RemarkKind::kField:
        if (FindFormField(found.service, remark.target) == nullptr) {
          return Refused(kUnknownField, found.state, remark.target);
        }
        break;
      case sql::RemarkKind::kFile:
        if (std::none_of(files.begin(), files.end(),
                         [&](const sql::CaseFile& file) { return file.id == remark.target; })) {
          return Refused(kUnknownFile, found.state, remark.target);
        }
        break;
    }
  }
  return std::nullopt;
}

std::optional<views::Mail> MailOf(const views::Renderer& renderer, const Settings& settings,
                                  const sql::Mailbox& mailbox, const sql::Case& found,
                                  const Decision& decision, bool fee_left, Instant now) {
  const Date today = TaipeiDate(now);
  const CaseWaits waits = CaseWaitsOf(settings);
  const Language language = mailbox.language;
  views::CaseNews news{mailbox.name, found.receipt_number, found.service, decision.opinion,
                       SiteUrl(settings, CasePath(found.receipt_number))};
  news.site_host = HostOfUrl(settings.base_url);
  news.case_link = news.link;
  news.waits_since = now;
  switch (decision.event) {
    case CaseEvent::kReturnForCorrection:
      news.link = SiteUrl(settings, CorrectionPath(found.receipt_number));
      news.last_day = AddDays(today, waits.answer_days);
      return views::ReturnedForCorrectionMail(renderer, language, news);
    case CaseEvent::kReturnForDocuments:
      news.link = SiteUrl(settings, CorrectionPath(found.receipt_number));
      news.last_day = AddDays(today, waits.answer_days);
      return views::ReturnedForDocumentsMail(renderer, language, news);
    case CaseEvent::kApprove:
      if (found.fee > 0) {
        news.link = SiteUrl(settings, kPaymentListPath);
        news.last_day = AddDays(today, waits.pay_days);
        return views::ApprovedAwaitingPaymentMail(renderer, language, news, found.fee);
      }
      news.link = SiteUrl(settings, kPermitsPath);
      return views::ApprovedFreeOfFeeMail(renderer, language, news);
    case CaseEvent::kDisapprove:
      return views::DisapprovedMail(renderer, language, news);
    case CaseEvent::kNotAccept:
    case CaseEvent::kClose:
      news.fee_left = fee_left;
      return views::NotAcceptedMail(renderer, language, news);
    case CaseEvent::kLapse:
      return views::LapsedMail(renderer, language, news, found.state);
    case CaseEvent::kRecall:
    case CaseEvent::kStartReview:
    case CaseEvent::kPassFirstReview:
    case CaseEvent::kAnswer:
    case CaseEvent::kWithdraw:
    case CaseEvent::kRequestPayment:
    case CaseEvent::kSettle:
    case CaseEvent::kIssue:
      return std::nullopt;
  }
  return std::nullopt;
}

std::string Shown(const FieldChange& claim) {
  return claim.field + " (register " + claim.before + ", application " + claim.after + ")";
}

// Every claim is accepted by its name, and nothing else is. The claims are those of this moment, as
// the register may have changed since the application was sent.
std::optional<tl::unexpected<RefusedDecision>> AcceptClaims(sql::Transaction& transaction,
                                                            const sql::Case& found,
                                                            const Decision& decision, Instant now) {
  sql::LockApplicant(transaction, found.applicant_id);
  const sql::Applicant applicant = sql::FindApplicant(transaction, found.applicant_id).value();
  const std::vector<FieldChange> claims = ClaimsAgainst(applicant, found.form);
  for (const std::string& field : decision.accepted) {
    if (std::none_of(claims.begin(), claims.end(),
                     [&](const FieldChange& claim) { return claim.field == field; })) {
      return Refused(DecisionRefusal::kNoSuchClaim, found.state, field);
    }
  }
  std::string open;
  for (const FieldChange& claim : claims) {
    if (std::find(decision.accepted.begin(), decision.accepted.end(), claim.field) ==
        decision.accepted.end()) {
      open += (open.empty() ? "" : ", ") + Shown(claim);
    }
  }
  if (!open.empty()) return Refused(DecisionRefusal::kOpenClaims, found.state, open);
  sql::WriteClaims(transaction, found.id, {});
  for (const FieldChange& claim : claims) {
    const auto other = claim.field == "mainland_id"
                           ? sql::FindApplicantByMainlandId(transaction, claim.after)
                           : std::nullopt;
    if (other && other->id != found.applicant_id) {
      return Refused(DecisionRefusal::kNoPermit, found.state,
                     "another applicant of the register has the identity number " + claim.after);
    }
    sql::AcceptClaim(transaction, found.id, claim, decision.actor, now);
    sql::WriteAudit(transaction,
                    {decision.actor, "claim-accept", "case:" + found.receipt_number, Shown(claim)},
                    now);
  }
  return std::nullopt;
}

// Voids the open payment that holds the case; money that still arrives for it becomes an exception.
// True: it was paid, and its fee was left to the cashier.
bool EndPayment(sql::Transaction& transaction, const sql::Case& of, const std::string& why,
                Instant now) {
  const auto reference = sql::LockReferenceHolding(transaction, of.id);
  if (!reference) return false;
  sql::PaymentRow payment = sql::LockPayment(transaction, *reference).value();
  if (payment.state == PaymentState::kPaid) {
    sql::LeaveFeesToCashier(transaction, payment, now);
    return true;
  }
  sql::MovePayment(transaction, payment, {PaymentEvent::kVoid, "system", why}, now);
  return false;
}

void TellStudent(sql::Transaction& transaction, const Settings& settings,
                 const views::Renderer& renderer, const sql::Case& found, const Decision& decision,
                 bool fee_left, std::uint64_t history_id, Instant now) {
  const auto mailbox = sql::Mailboxes(transaction, {found.account_id}).at(found.account_id);
  auto mail = MailOf(renderer, settings, mailbox, found, decision, fee_left, now);
  if (!mail) return;
  EnqueueMail(transaction, {mailbox.account_id, mailbox.email}, std::to_string(history_id),
              *std::move(mail), now);
}

}  // namespace

DecisionResult Decide(sql::Transaction& transaction, const Settings& settings,
                      const views::Renderer& renderer, const std::string& receipt_number,
                      const Decision& decision, Instant now) {
  std::optional<sql::Case> found = sql::FindCaseByReceipt(transaction, receipt_number);
  if (!found) return Refused(DecisionRefusal::kUnknownCase, CaseState::kSubmitted);
  if (auto refused = CheckWords(transaction, *found, decision)) return *refused;
  std::optional<std::vector<CaseEvent>> way =
      WayTo(decision.event, found->state, found->returned_by);
  if (!way) return Refused(DecisionRefusal::kNotPossible, found->state);
  if (decision.event == CaseEvent::kApprove && found->fee > 0) {
    way->push_back(CaseEvent::kRequestPayment);
  }

  if (decision.event == CaseEvent::kApprove) {
    sql::LockPermit(transaction, found->permit_id);
    sql::LockApplicant(transaction, found->applicant_id);  // of two exchanges one is approved
    if (auto obstacle = FindObstacle(transaction, settings, *found, now)) {
      return Refused(DecisionRefusal::kNoPermit, found->state, obstacle->detail);
    }
    if (auto refused = AcceptClaims(transaction, *found, decision, now)) {
      transaction.Abandon();
      return *refused;
    }
  }

  Decided result;
  std::uint64_t decided = 0;
  for (CaseEvent event : *way) {
    bool is_decision = event == decision.event;
    sql::MoveResult moved = sql::MoveCase(transaction, found->id, event, decision.actor,
                                          is_decision ? decision.opinion : "", now);
    if (!moved) {
      transaction.Abandon();
      return Refused(RefusalOf(moved.error().reason), moved.error().from);
    }
    if (is_decision) decided = moved->history_id;
    result.state = moved->to;
  }
  bool fee_left = false;
  if (decision.event == CaseEvent::kClose) {
    fee_left = EndPayment(transaction, *found, "the case was closed", now);
  }
  if (decision.event == CaseEvent::kLapse) {
    EndPayment(transaction, *found, "the case lapsed", now);
  }
  if (!KeepsCorrection(decision.event)) sql::DeleteCorrection(transaction, found->id);
  for (sql::CaseRemark remark : decision.remarks) {
    remark.history_id = decided;
    sql::InsertRemark(transaction, found->id, remark);
  }
  if (decision.event == CaseEvent::kApprove && found->fee == 0) {
    const Issue issue = IssuePermit(transaction, settings, found->id, now);
    if (issue) {
      result.permit_number = *issue;
      result.state = CaseState::kIssued;
    } else {
      result.detail = issue.error().detail;
    }
  }
  TellStudent(transaction, settings, renderer, *found, decision, fee_left, decided, now);
  sql::WriteAudit(transaction,
                  {decision.actor, "case-" + std::string(Code(decision.event)),
                   "case:" + receipt_number, std::string(Code(result.state))},
                  now);
  return result;
}

}  // namespace permit
