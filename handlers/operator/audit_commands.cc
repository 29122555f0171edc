#include "handlers/operator/audit_commands.h"

#include "handlers/jobs/audit_chain.h"
#include "handlers/operator/numbers.h"

namespace permit::ctl {
namespace {

// "1234:0f3a…", as the log event audit.head has both.
std::optional<sql::AuditSeal> ReadHead(const std::string& text) {
  const std::size_t colon = text.find(':');
  const auto sequence = ReadNumber(text.substr(0, colon));
  if (colon == std::string::npos || !sequence) return std::nullopt;
  const auto digest = HexDecode(text.substr(colon + 1));
  if (!digest || digest->size() != 32) return std::nullopt;
  return sql::AuditSeal{*sequence, 0, HexEncode(*digest)};
}

std::string Where(const AuditFault& fault) {
  std::string where;
  if (fault.audit_id != 0) where = "row " + std::to_string(fault.audit_id);
  if (fault.sequence != 0) {
    where += (where.empty() ? "seal " : ", seal ") + std::to_string(fault.sequence);
  }
  return where;
}

void AddState(Listing& listing, const AuditVerdict& verdict) {
  listing.Add({"rows sealed", std::to_string(verdict.sealed)});
  if (verdict.head) {
    listing.Add({"head", std::to_string(verdict.head->sequence) + ":" + verdict.head->digest});
  }
  std::string unsealed = std::to_string(verdict.unsealed.rows);
  if (verdict.unsealed.oldest) {
    unsealed += ", the oldest of " + FormatTime(*verdict.unsealed.oldest);
  }
  listing.Add({"rows not sealed yet", unsealed});
}

}  // namespace

Outcome ListAuditCommand(Surroundings& surroundings, const Arguments& arguments) {
  const std::optional<int> limit = ReadLimit(arguments);
  if (!limit) return Outcome::Usage(std::string(kLimitWords));
  sql::AuditQuery query{.about = arguments.Option("about").value_or(""),
                        .actor = arguments.Option("actor").value_or(""),
                        .limit = *limit};
  if (const auto day = arguments.Option("since")) {
    const std::optional<Date> since = ParseDate(*day);
    if (!since) return Outcome::Usage("--since takes a day, YYYY-MM-DD");
    query.since = StartOfDay(*since);
  }
  if (const auto id = arguments.Option("after")) {
    const auto after = ReadNumber(*id);
    if (!after || *after == 0) return Outcome::Usage("--after takes the id of a row");
    query.after = *after;
  }
  const auto rows = sql::ListAudit(surroundings.database(), query);
  if (!rows) return Outcome::Refused("the audit has no row " + *arguments.Option("after"));
  Listing listing({"id", "at", "actor", "action", "object", "detail"});
  for (const sql::AuditRow& row : *rows) {
    listing.Add({std::to_string(row.id), FormatTime(row.at), row.entry.actor, row.entry.action,
                 row.entry.object, row.entry.detail});
  }
  surroundings.Print(listing);
  return Outcome::Done();
}

Outcome VerifyAuditCommand(Surroundings& surroundings, const Arguments& arguments) {
  std::vector<std::string> keys = {AuditKey(surroundings.settings())};
  for (const std::string& file : arguments.Options("former-secret")) {
    keys.push_back(AuditKey(ReadSecret(file, "--former-secret")));
  }
  std::vector<sql::AuditSeal> heads;
  for (const std::string& text : arguments.Options("head")) {
    const auto head = ReadHead(text);
    if (!head) return Outcome::Usage("--head takes N:DIGEST, as audit.head in the log has them");
    heads.push_back(*head);
  }
  const AuditVerdict verdict = VerifyAudit(surroundings.database(), keys, heads);
  Listing listing({"what", "which"});
  AddState(listing, verdict);
  for (const AuditFault& fault : verdict.faults) {
    listing.Add({std::string(Code(fault.kind)), Where(fault)});
  }
  surroundings.Print(listing);
  if (verdict.faults.empty()) return Outcome::Done();
  return Outcome::Refused("the audit was altered in " + std::to_string(verdict.faults.size()) +
                          " places");
}

}  // namespace permit::ctl
