#include "handlers/jobs/invariants.h"

#include "fcgi/base/log.h"
#include "handlers/jobs/steps.h"
#include "sql/invariant_store.h"

namespace permit {
namespace {

constexpr int kShown = 100;
constexpr std::chrono::hours kPermitWithin{1};
constexpr std::chrono::hours kScanWithin{1};

void Add(std::vector<BrokenInvariant>& broken, Invariant invariant,
         std::vector<sql::BrokenRow> rows) {
  for (sql::BrokenRow& row : rows) {
    Log(Severity::kError, "invariant.broken",
        {{"invariant", Code(invariant)}, {"subject", row.subject}, {"detail", row.detail}});
    broken.push_back({invariant, std::move(row.subject), std::move(row.detail)});
  }
}

void LookFor(sql::Executor& executor, Invariant invariant, Instant now, Instant from,
             std::vector<BrokenInvariant>& broken) {
  switch (invariant) {
    case Invariant::kPermitFollows:
      for (CaseState state : {CaseState::kPaid, CaseState::kApproved}) {
        Add(broken, invariant,
            sql::CasesLongWithoutPermit(executor, state, now - kPermitWithin, kShown));
      }
      return;
    case Invariant::kClosedIsUnpaid:
      for (CaseState state : kCaseStates) {
        if (IsOpen(state) || state == CaseState::kIssued) continue;
        Add(broken, invariant, sql::PaidPaymentsOnClosedCases(executor, state, from, kShown));
      }
      return;
    case Invariant::kHolderIsApplicant:
      Add(broken, invariant, sql::PermitsOfAnotherHolder(executor, from, kShown));
      return;
    case Invariant::kBooksBalance:
      Add(broken, invariant, sql::BookingsOutOfBalance(executor, TaipeiDate(from), kShown));
      return;
    case Invariant::kFileIsScanned:
      Add(broken, invariant, sql::FilesLongUnscanned(executor, now - kScanWithin, kShown));
      return;
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
    case Invariant::kFileIsScanned:
      return "file-is-scanned";
  }
  return {};
}

std::vector<BrokenInvariant> CheckInvariants(sql::Executor& executor, Instant now,
                                             std::optional<Instant> since) {
  const Instant from = since.value_or(StartOfDay(ParseDate("2000/01/01").value()));
  std::vector<BrokenInvariant> broken;
  JobSteps steps;
  for (Invariant invariant : kInvariants) {
    steps.Run(Code(invariant), [&] {
      const std::size_t before = broken.size();
      LookFor(executor, invariant, now, from, broken);
      Log(Severity::kInfo, "invariant.checked",
          {{"invariant", Code(invariant)},
           {"broken", static_cast<long long>(broken.size() - before)}});
    });
  }
  steps.Finish();
  return broken;
}

}  // namespace permit
