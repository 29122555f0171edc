#include "handlers/application/own_permits.h"

#include <algorithm>

#include "sql/register_store.h"

namespace permit {
namespace {

// As PermitFacts::multiple_entry_until says, from the permits themselves.
std::optional<Date> LaterMultipleEntryUntil(const sql::EntryPermit& permit,
                                            const std::vector<sql::EntryPermit>& all) {
  std::optional<Date> until;
  for (const sql::EntryPermit& other : all) {
    if (other.kind != PermitKind::kMultipleEntry || other.status != PermitStatus::kValid) continue;
    if (other.issued_on <= permit.issued_on) continue;
    until = until ? std::max(*until, other.expires_on) : other.expires_on;
  }
  return until;
}

}  // namespace

std::vector<views::OwnPermit> OwnPermits(sql::Executor& executor, std::uint64_t applicant_id,
                                         Service service, Date today) {
  std::vector<views::OwnPermit> own;
  const std::vector<sql::EntryPermit> all = sql::PermitsOf(executor, applicant_id);
  for (const sql::EntryPermit& permit : all) {
    if (permit.status != PermitStatus::kValid || permit.kind != StartsFrom(service)) continue;
    PermitFacts facts = sql::FactsOf(permit, applicant_id);
    facts.multiple_entry_until = LaterMultipleEntryUntil(permit, all);
    own.push_back({permit.number, permit.expires_on, CheckEligibility(service, facts, today)});
  }
  return own;
}

std::string NumberToOffer(const std::vector<views::OwnPermit>& permits, std::string_view chosen) {
  std::vector<std::string> allowed;
  for (const views::OwnPermit& permit : permits) {
    if (!permit.eligibility.allowed()) continue;
    if (permit.number == chosen) return permit.number;
    allowed.push_back(permit.number);
  }
  return allowed.size() == 1 ? allowed.front() : std::string();
}

}  // namespace permit
