#include "handlers/operator/case_commands.h"

#include "handlers/form/register_record.h"
#include "handlers/operator/acting_for.h"
#include "handlers/operator/numbers.h"
#include "handlers/papers/permit.h"
#include "handlers/review/decision.h"
#include "sql/claim_store.h"

namespace permit::ctl {
namespace {

std::string Why(const RefusedDecision& refused, const std::string& number) {
  std::string subject = "case " + number;
  switch (refused.reason) {
    case DecisionRefusal::kUnknownCase:
      return "there is no " + subject;
    case DecisionRefusal::kNotPossible:
      return subject + " is " + std::string(Code(refused.state)) + ", which does not allow it";
    case DecisionRefusal::kOvertaken:
      return subject + " was moved by somebody else at the same moment";
    case DecisionRefusal::kNoOpinion:
      return "the student must be told why: --opinion";
    case DecisionRefusal::kOpinionTooLong:
      return "an opinion takes " + std::to_string(kMaxOpinion) + " characters and a remark " +
             std::to_string(kMaxRemark) + ", without control characters";
    case DecisionRefusal::kUnknownField:
      return "the form has no field " + refused.detail;
    case DecisionRefusal::kUnknownFile:
      return subject + " has no file " + refused.detail;
    case DecisionRefusal::kOpenClaims:
      return subject + " differs from the register in " + refused.detail +
             "; accept each with --accept FIELD, or return or refuse the case";
    case DecisionRefusal::kNoSuchClaim:
      return subject + " does not differ from the register in " + refused.detail;
    case DecisionRefusal::kNoPermit:
      return subject + " cannot end with a permit: " + refused.detail;
  }
  return "";
}

// "FIELD=TEXT" or "file:ID=TEXT"; nullopt when a part is empty.
std::optional<sql::CaseRemark> ReadRemark(const std::string& text) {
  std::size_t equals = text.find('=');
  if (equals == std::string::npos || equals == 0 || equals + 1 == text.size()) return std::nullopt;
  sql::CaseRemark remark;
  remark.target = text.substr(0, equals);
  remark.remark = text.substr(equals + 1);
  if (remark.target.starts_with("file:")) {
    remark.kind = sql::RemarkKind::kFile;
    remark.target.erase(0, 5);
  }
  return remark;
}

Outcome DecideFromShell(Surroundings& surroundings, const Arguments& arguments, Decision decision) {
  std::optional<std::string> actor = ActingFor(surroundings, arguments);
  if (!actor) return Outcome::Refused("there is no reviewer " + *arguments.Option("as"));
  decision.actor = *actor;
  decision.opinion = arguments.Option("opinion").value_or("");
  const Settings& settings = surroundings.settings();
  const views::Renderer& renderer = surroundings.renderer();
  const std::string& number = arguments.words.at(0);
  DecisionResult result = surroundings.database().Transact([&](sql::Transaction& transaction) {
    DecisionResult decided =
        Decide(transaction, settings, renderer, number, decision, surroundings.now());
    if (decided) {
      AuditActingFor(surroundings, arguments, transaction,
                     "case " + std::string(Code(decision.event)), "case:" + number);
    }
    return decided;
  });
  if (!result) return Outcome::Refused(Why(result.error(), number));
  Listing listing({"receipt number", "state", "permit number"});
  listing.Add({number, std::string(Code(result->state)), result->permit_number});
  surroundings.Print(listing);
  if (result->detail.empty()) return Outcome::Done();
  return Outcome::Refused("approved, but the permit cannot be printed yet: " + result->detail);
}

void AddChange(Listing& listing, const std::string& what, const FieldChange& change) {
  const auto shown = [](const std::string& value) { return value.empty() ? "-" : value; };
  listing.Add({what, "", change.field, shown(change.before) + " -> " + shown(change.after)});
}

void AddDataChanges(Listing& listing, const sql::Case& found) {
  if (!found.on_record) return;
  for (const FieldChange& change : DataChanges(found.service, *found.on_record, found.form)) {
    AddChange(listing, "changed", change);
  }
}

// Every answer, in the order of the form.
void AddAnswers(Listing& listing, const sql::Case& found) {
  for (const FormField& field : FormFields(found.service)) {
    const auto value = found.form.find(field.name);
    if (value == found.form.end() || value->second.empty()) continue;
    listing.Add({"answer", "", std::string(field.name), value->second});
  }
}

// What differs from the register now and must be accepted, what was accepted, and what the register
// has changed since the application was sent.
void AddClaims(Listing& listing, sql::Database& database, const sql::Case& found) {
  const sql::Applicant applicant = sql::FindApplicant(database, found.applicant_id).value();
  if (IsOpen(found.state)) {
    for (const FieldChange& claim : ClaimsAgainst(applicant, found.form)) {
      AddChange(listing, "differs from register", claim);
    }
  }
  for (const sql::CaseClaim& claim : sql::CaseClaims(database, found.id)) {
    if (claim.accepted_by.empty()) continue;
    AddChange(listing, "accepted by " + claim.accepted_by, claim.change);
  }
  if (!found.registered || !IsOpen(found.state)) return;
  for (const auto& [field, value] : RegisteredValues(applicant)) {
    const auto sent = found.registered->find(field);
    if (sent == found.registered->end() || sent->second == value) continue;
    AddChange(listing, "register changed", {field, sent->second, value});
  }
}

std::string Size(const sql::CaseFile& file) { return std::to_string(file.size); }

// What the scan for viruses says of a file, to stand behind what else is said of it.
std::string OfScan(const sql::CaseFile& file) {
  if (file.scan == ScanState::kWaiting) return ", waits for the scan for viruses";
  if (file.scan == ScanState::kQuarantined) return ", quarantined: " + file.finding;
  return "";
}

// What the student was told of the picture in a file.
std::string OfFaults(const sql::CaseFile& file) {
  return file.faults.empty() ? "" : ", looks wrong: " + WriteFaults(file.faults);
}

}  // namespace

Outcome ListCasesCommand(Surroundings& surroundings, const Arguments& arguments) {
  std::optional<CaseState> state;
  if (std::optional<std::string> code = arguments.Option("state")) {
    state = CaseStateFromCode(*code);
    if (!state) return Outcome::Usage("there is no state " + *code);
  }
  std::optional<int> limit = ReadLimit(arguments);
  if (!limit) return Outcome::Usage("--limit wants a number from 1 to 100000");
  std::optional<sql::CasePlace> after;
  if (std::optional<std::string> number = arguments.Option("after")) {
    std::optional<sql::Case> last = sql::FindCaseByReceipt(surroundings.database(), *number);
    if (!last) return Outcome::Refused("there is no case " + *number);
    after = sql::CasePlace{last->id, last->state_since};
  }
  Listing listing({"receipt number", "group", "service", "state", "fee", "applicant", "sent",
                   "in this state since"});
  for (const sql::CaseLine& line : sql::ListCases(surroundings.database(), state, *limit, after)) {
    listing.Add({line.receipt_number, line.group_number, std::string(Code(line.service)),
                 std::string(Code(line.state)), std::to_string(line.fee), line.chinese_name,
                 FormatTime(line.submitted_at), FormatTime(line.state_since)});
  }
  AuditList(surroundings, arguments, "case-list", "cases", listing.size());
  surroundings.Print(listing);
  return Outcome::Done();
}

Outcome ShowCaseCommand(Surroundings& surroundings, const Arguments& arguments) {
  const std::string& number = arguments.words.at(0);
  sql::Database& database = surroundings.database();
  std::optional<sql::Case> found = sql::FindCaseByReceipt(database, number);
  if (!found) return Outcome::Refused("there is no case " + number);
  AuditReading(surroundings, "case-show", "case:" + number);
  Listing listing({"what", "when", "who", "text"});
  listing.Add({"case", FormatTime(found->submitted_at), found->chinese_name,
               std::string(Code(found->service)) + " on permit " + found->permit_number});
  listing.Add({"state", FormatTime(found->state_since), "", std::string(Code(found->state))});
  for (const sql::CaseHistoryRow& row : sql::CaseHistory(database, found->id)) {
    listing.Add({"history", FormatTime(row.at), row.actor,
                 std::string(Code(row.to)) + (row.opinion.empty() ? "" : ": " + row.opinion)});
  }
  if (IsOpen(found->state)) {
    const auto obstacle =
        FindObstacle(database, surroundings.settings(), *found, surroundings.now());
    if (obstacle) listing.Add({"no permit can follow", "", "", obstacle->detail});
  }
  AddClaims(listing, database, *found);
  AddDataChanges(listing, *found);
  AddAnswers(listing, *found);
  for (const sql::CaseChange& change : sql::CaseChanges(database, found->id)) {
    AddChange(listing, "corrected", change.change);
  }
  for (const sql::CaseRemark& remark : sql::CaseRemarks(database, found->id)) {
    listing.Add({"remark", "", "", remark.target + ": " + remark.remark});
  }
  for (const sql::CaseFile& file : sql::CaseFiles(database, found->id)) {
    listing.Add({file.replaced_at ? "file replaced" : "file", FormatTime(file.created_at), file.id,
                 file.slot + " " + file.name + " (" + file.mime + ", " + Size(file) + " bytes)" +
                     OfScan(file) + OfFaults(file) +
                     (file.removed_at ? ", removed at " + FormatTime(*file.removed_at) : "")});
  }
  surroundings.Print(listing);
  return Outcome::Done();
}

Outcome ApproveCase(Surroundings& surroundings, const Arguments& arguments) {
  Decision decision{.event = CaseEvent::kApprove};
  for (const std::string& field : arguments.Options("accept")) decision.accepted.push_back(field);
  return DecideFromShell(surroundings, arguments, std::move(decision));
}

Outcome DisapproveCase(Surroundings& surroundings, const Arguments& arguments) {
  return DecideFromShell(surroundings, arguments, {.event = CaseEvent::kDisapprove});
}

Outcome RejectCase(Surroundings& surroundings, const Arguments& arguments) {
  return DecideFromShell(surroundings, arguments, {.event = CaseEvent::kNotAccept});
}

Outcome CloseCase(Surroundings& surroundings, const Arguments& arguments) {
  return DecideFromShell(surroundings, arguments, {.event = CaseEvent::kClose});
}

Outcome RecallCase(Surroundings& surroundings, const Arguments& arguments) {
  return DecideFromShell(surroundings, arguments, {.event = CaseEvent::kRecall});
}

Outcome ReturnCase(Surroundings& surroundings, const Arguments& arguments) {
  Decision decision;
  std::string kind = arguments.Option("kind").value_or("");
  if (kind == "correction") {
    decision.event = CaseEvent::kReturnForCorrection;
  } else if (kind == "documents") {
    decision.event = CaseEvent::kReturnForDocuments;
  } else {
    return Outcome::Usage("a return wants --kind correction or --kind documents");
  }
  for (const std::string& text : arguments.Options("remark")) {
    std::optional<sql::CaseRemark> remark = ReadRemark(text);
    if (!remark) return Outcome::Usage("--remark wants FIELD=TEXT or file:ID=TEXT");
    decision.remarks.push_back(*remark);
  }
  return DecideFromShell(surroundings, arguments, std::move(decision));
}

}  // namespace permit::ctl
