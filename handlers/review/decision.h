// What the agency's side decides about a case, with all that follows from it in one transaction.
//
// A decision first takes the reviews that still lie before it (a submitted case that is approved
// passes the first and the second review, a row of history each). An approved case with a fee asks
// for payment at once; one without gets its permit. A case that is closed voids the open payment
// that holds it, and so does one that lapses; the fee of a closed case that was paid is left to the
// cashier as an exception. The student is told by mail, but for a recall. What
// the student has prepared of a correction is kept when the case is recalled or returned again, and
// deleted with any other decision.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "handlers/rules/calendar.h"
#include "handlers/rules/case_state.h"
#include "sql/case_store.h"

namespace permit {

struct Settings;
namespace views {
class Renderer;
}

struct Decision {
  // kApprove, kDisapprove, kNotAccept, kReturnForCorrection, kReturnForDocuments, kClose, kRecall
  // or, by the housekeeping alone, kLapse.
  CaseEvent event = CaseEvent::kApprove;
  std::string actor;    // "reviewer:NAME", "operator:NAME", "system"
  std::string opinion;  // shown to the student; a return and a closing must have one
  std::vector<sql::CaseRemark> remarks;  // of a return; history_id is filled in here
  // Of an approval: the identity fields whose claims (handlers/rules/claim.h) are accepted.
  std::vector<std::string> accepted = {};
};

enum class DecisionRefusal {
  kUnknownCase,
  kNotPossible,  // `state` has no way to it
  kOvertaken,    // somebody else moved the case meanwhile
  kNoOpinion,
  kOpinionTooLong,
  kUnknownField,  // `detail` names it
  kUnknownFile,   // `detail` names it
  kNoPermit,      // of an approval: no permit could follow it, `detail` says why
  kOpenClaims,    // of an approval: claims that it does not accept, `detail` lists them
  kNoSuchClaim,   // of an approval: `detail` names a field in which nothing differs
};

struct Decided {
  CaseState state = CaseState::kSubmitted;  // of the case, after the decision
  std::string detail;                       // why the permit cannot be printed; else empty
  std::string permit_number;                // of a permit that was issued
};
struct RefusedDecision {
  DecisionRefusal reason;
  CaseState state = CaseState::kSubmitted;  // of the case
  std::string detail;
};
using DecisionResult = tl::expected<Decided, RefusedDecision>;

inline constexpr std::size_t kMaxOpinion = 1000;  // code points
inline constexpr std::size_t kMaxRemark = 500;

// A refusal has abandoned the transaction.
DecisionResult Decide(sql::Transaction& transaction, const Settings& settings,
                      const views::Renderer& renderer, const std::string& receipt_number,
                      const Decision& decision, Instant now);

}  // namespace permit
