#include "handlers/rules/case_state.h"

#include <algorithm>

namespace permit {
namespace {

using enum CaseState;
using enum CaseEvent;

constexpr CaseEdge kEdges[] = {
    {kSubmitted, kStartReview, kFirstReview},
    {kFirstReview, kPassFirstReview, kSecondReview},

    {kSecondReview, kApprove, kApproved},
    {kFirstReview, kDisapprove, kDisapproved},
    {kSecondReview, kDisapprove, kDisapproved},
    {kFirstReview, kNotAccept, kNotAccepted},
    {kSecondReview, kNotAccept, kNotAccepted},

    {kFirstReview, kReturnForCorrection, kReturnedForCorrection},
    {kSecondReview, kReturnForCorrection, kReturnedForCorrection},
    {kFirstReview, kReturnForDocuments, kReturnedForDocuments},
    {kSecondReview, kReturnForDocuments, kReturnedForDocuments},
    {kReturnedForCorrection, kAnswer, kFirstReview},
    {kReturnedForCorrection, kAnswer, kSecondReview},
    {kReturnedForDocuments, kAnswer, kFirstReview},
    {kReturnedForDocuments, kAnswer, kSecondReview},

    {kReturnedForCorrection, kRecall, kFirstReview},
    {kReturnedForCorrection, kRecall, kSecondReview},
    {kReturnedForDocuments, kRecall, kFirstReview},
    {kReturnedForDocuments, kRecall, kSecondReview},

    {kSubmitted, kWithdraw, kWithdrawn},
    {kFirstReview, kWithdraw, kWithdrawn},
    {kSecondReview, kWithdraw, kWithdrawn},
    {kReturnedForCorrection, kWithdraw, kWithdrawn},
    {kReturnedForDocuments, kWithdraw, kWithdrawn},

    {kApproved, kRequestPayment, kAwaitingPayment},
    {kAwaitingPayment, kSettle, kPaid},
    {kPaid, kIssue, kIssued},
    {kApproved, kIssue, kIssued},

    // Once a decision stands only an operator ends the case without a permit: the fee is never
    // paid, or the permit that the case starts from was withdrawn.
    {kApproved, kClose, kNotAccepted},
    {kAwaitingPayment, kClose, kNotAccepted},
    {kPaid, kClose, kNotAccepted},

    // What waits for the student ends by itself when the day has passed (case_deadline.h).
    {kReturnedForCorrection, kLapse, kNotAccepted},
    {kReturnedForDocuments, kLapse, kNotAccepted},
    {kAwaitingPayment, kLapse, kNotAccepted},
};

template <class Enum>
struct Name {
  Enum value;
  std::string_view code;
};

constexpr Name<CaseState> kStateNames[] = {
    {kSubmitted, "submitted"},
    {kFirstReview, "first-review"},
    {kSecondReview, "second-review"},
    {kReturnedForCorrection, "returned-for-correction"},
    {kReturnedForDocuments, "returned-for-documents"},
    {kApproved, "approved"},
    {kDisapproved, "disapproved"},
    {kNotAccepted, "not-accepted"},
    {kWithdrawn, "withdrawn"},
    {kAwaitingPayment, "awaiting-payment"},
    {kPaid, "paid"},
    {kIssued, "issued"},
};

constexpr Name<CaseEvent> kEventNames[] = {
    {kStartReview, "start-review"},
    {kPassFirstReview, "pass-first-review"},
    {kApprove, "approve"},
    {kDisapprove, "disapprove"},
    {kNotAccept, "not-accept"},
    {kReturnForCorrection, "return-for-correction"},
    {kReturnForDocuments, "return-for-documents"},
    {kAnswer, "answer"},
    {kWithdraw, "withdraw"},
    {kRequestPayment, "request-payment"},
    {kSettle, "settle"},
    {kIssue, "issue"},
    {kClose, "close"},
    {kRecall, "recall"},
    {kLapse, "lapse"},
};

constexpr Name<Service> kServiceNames[] = {
    {Service::kExchange, "exchange"},
    {Service::kExtension, "extension"},
    {Service::kDataChange, "data-change"},
};

constexpr Name<ReviewStage> kStageNames[] = {
    {ReviewStage::kFirst, "first"},
    {ReviewStage::kSecond, "second"},
};

template <class Enum, std::size_t N>
std::string_view CodeIn(const Name<Enum> (&names)[N], Enum value) {
  for (const auto& name : names) {
    if (name.value == value) return name.code;
  }
  return {};
}

template <class Enum, std::size_t N>
std::optional<Enum> ValueIn(const Name<Enum> (&names)[N], std::string_view code) {
  for (const auto& name : names) {
    if (name.code == code) return name.value;
  }
  return std::nullopt;
}

CaseState ReviewState(ReviewStage stage) {
  switch (stage) {
    case ReviewStage::kFirst:
      return kFirstReview;
    case ReviewStage::kSecond:
      return kSecondReview;
  }
  return kFirstReview;
}

bool LeadsBack(CaseEvent event) { return event == kAnswer || event == kRecall; }

}  // namespace

std::span<const CaseEdge> CaseEdges() { return kEdges; }

std::optional<CaseState> NextCaseState(CaseState from, CaseEvent event,
                                       std::optional<ReviewStage> returned_by) {
  if (LeadsBack(event) && !returned_by) return std::nullopt;
  for (const CaseEdge& edge : kEdges) {
    if (edge.from != from || edge.event != event) continue;
    if (LeadsBack(event) && edge.to != ReviewState(*returned_by)) continue;
    return edge.to;
  }
  return std::nullopt;
}

std::vector<CaseState> StatesAllowing(CaseEvent event) {
  std::vector<CaseState> states;
  for (const CaseEdge& edge : kEdges) {
    if (edge.event != event) continue;
    if (std::find(states.begin(), states.end(), edge.from) == states.end()) {
      states.push_back(edge.from);
    }
  }
  return states;
}

bool IsOpen(CaseState state) {
  return std::any_of(std::begin(kEdges), std::end(kEdges),
                     [&](const CaseEdge& edge) { return edge.from == state; });
}

std::optional<ReviewStage> StageOf(CaseState state) {
  if (state == kFirstReview) return ReviewStage::kFirst;
  if (state == kSecondReview) return ReviewStage::kSecond;
  return std::nullopt;
}

std::string_view Code(CaseState state) { return CodeIn(kStateNames, state); }
std::string_view Code(CaseEvent event) { return CodeIn(kEventNames, event); }
std::string_view Code(Service service) { return CodeIn(kServiceNames, service); }
std::string_view Code(ReviewStage stage) { return CodeIn(kStageNames, stage); }

std::optional<CaseState> CaseStateFromCode(std::string_view code) {
  return ValueIn(kStateNames, code);
}
std::optional<CaseEvent> CaseEventFromCode(std::string_view code) {
  return ValueIn(kEventNames, code);
}
std::optional<Service> ServiceFromCode(std::string_view code) {
  return ValueIn(kServiceNames, code);
}
std::optional<ReviewStage> ReviewStageFromCode(std::string_view code) {
  return ValueIn(kStageNames, code);
}

}  // namespace permit
