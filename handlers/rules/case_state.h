// The life of an application case: its states, the events that move it, and the one table of edges
// from which every list of states is derived.
//
// An event that has no edge from a state is refused with nullopt and changes nothing.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace permit {

enum class Service { kExchange, kExtension, kDataChange };
inline constexpr Service kServices[] = {Service::kExchange, Service::kExtension,
                                        Service::kDataChange};

enum class CaseState {
  kSubmitted,
  kFirstReview,
  kSecondReview,
  kReturnedForCorrection,
  kReturnedForDocuments,
  kApproved,
  kDisapproved,
  kNotAccepted,
  kWithdrawn,
  kAwaitingPayment,
  kPaid,
  kIssued,
};

enum class CaseEvent {
  kStartReview,          // submitted -> first review
  kPassFirstReview,      // first review -> second review
  kApprove,              // second review -> approved
  kDisapprove,           // either review -> disapproved
  kNotAccept,            // either review -> not accepted
  kReturnForCorrection,  // either review -> returned for correction
  kReturnForDocuments,   // either review -> returned for documents
  kAnswer,               // returned -> the review that returned it
  kWithdraw,             // until the review is finished
  kRequestPayment,       // approved with a fee -> awaiting payment
  kSettle,               // awaiting payment -> paid
  kIssue,                // paid, or approved without a fee -> issued
  kClose,                // approved, but no permit may follow -> not accepted
  kRecall,               // returned, not answered -> the review that returned it
  kLapse,                // returned or awaiting payment for too long -> not accepted
};

enum class ReviewStage { kFirst, kSecond };

struct CaseEdge {
  CaseState from;
  CaseEvent event;
  CaseState to;
};

std::span<const CaseEdge> CaseEdges();

// kAnswer and kRecall lead back to the review that returned the case: they need `returned_by`.
std::optional<CaseState> NextCaseState(CaseState from, CaseEvent event,
                                       std::optional<ReviewStage> returned_by = std::nullopt);

// The states from which the event is possible; a "case is open" or "may withdraw" list is one of
// these.
std::vector<CaseState> StatesAllowing(CaseEvent event);
bool IsOpen(CaseState state);  // not yet issued, refused or withdrawn
// The review that a case stands in, to be noted as `returned_by` when it is returned.
std::optional<ReviewStage> StageOf(CaseState state);

inline constexpr CaseState kCaseStates[] = {
    CaseState::kSubmitted,
    CaseState::kFirstReview,
    CaseState::kSecondReview,
    CaseState::kReturnedForCorrection,
    CaseState::kReturnedForDocuments,
    CaseState::kApproved,
    CaseState::kDisapproved,
    CaseState::kNotAccepted,
    CaseState::kWithdrawn,
    CaseState::kAwaitingPayment,
    CaseState::kPaid,
    CaseState::kIssued,
};

// As stored in the database and written by permitctl: "submitted", "returned-for-correction" …
std::string_view Code(CaseState state);
std::string_view Code(CaseEvent event);
std::string_view Code(ReviewStage stage);  // "first", "second"
std::string_view Code(Service service);    // "exchange", "extension", "data-change"; also in URLs
std::optional<CaseState> CaseStateFromCode(std::string_view code);
std::optional<CaseEvent> CaseEventFromCode(std::string_view code);
std::optional<Service> ServiceFromCode(std::string_view code);
std::optional<ReviewStage> ReviewStageFromCode(std::string_view code);

}  // namespace permit
