#include "handlers/jobs/invariants.h"

#include "fcgi/base/log.h"
#include "sql/invariant_store.h"

namespace permit {
namespace {

constexpr int kShown = 100;
constexpr std::chrono::hours kPermitWithin{1};

void Add(std::vector<BrokenInvariant>& broken, Invariant invariant,
         std::vector<sql::BrokenRow> rows) {
  for (sql::BrokenRow& row : rows) {
    Log(Severity::kError, "invariant.broken",
        {{"invariant", Code(invariant)}, {"subject", row.subject}, {"detail", row.detail}});
    broken.push_back({invariant, std::move(row.subject), std::move(row.detail)});
  }
}

}  // namespace

std::string_view Code(Invariant invariant) {
  switch (invariant) {
    case Invariant::kPermitFollows:
      return "permit-follows";
    case Invariant::kClosedIsUnpaid:
      return "closed-is-unpaid";
    case Invariant::kHolderIsApplicant:
      return "holder-is-applicant";
    case Invariant::kBooksBalance:
      return "books-balance";
  }
  return {};
}

std::vector<BrokenInvariant> CheckInvariants(sql::Executor& executor, Instant now,
                                             std::optional<Instant> since) {
  const Instant from = since.value_or(StartOfDay(ParseDate("2000/01/01").value()));
  std::vector<BrokenInvariant> broken;
  for (CaseState state : {CaseState::kPaid, CaseState::kApproved}) {
    Add(broken, Invariant::kPermitFollows,
        sql::CasesLongWithoutPermit(executor, state, now - kPermitWithin, kShown));
  }
  for (CaseState state : kCaseStates) {
    if (IsOpen(state) || state == CaseState::kIssued) continue;
    Add(broken, Invariant::kClosedIsUnpaid,
        sql::PaidPaymentsOnClosedCases(executor, state, from, kShown));
  }
  Add(broken, Invariant::kHolderIsApplicant, sql::PermitsOfAnotherHolder(executor, from, kShown));
  Add(broken, Invariant::kBooksBalance,
      sql::BookingsOutOfBalance(executor, TaipeiDate(from), kShown));
  return broken;
}

}  // namespace permit
