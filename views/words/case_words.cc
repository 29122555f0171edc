#include "views/words/case_words.h"

#include "views/dictionary.h"

namespace permit::views {
namespace {

std::string_view Tone(CaseState state) {
  switch (state) {
    case CaseState::kSubmitted:
    case CaseState::kFirstReview:
    case CaseState::kSecondReview:
      return "tag-active";
    case CaseState::kReturnedForCorrection:
    case CaseState::kReturnedForDocuments:
    case CaseState::kAwaitingPayment:
      return "tag-waiting";
    case CaseState::kApproved:
    case CaseState::kPaid:
    case CaseState::kIssued:
      return "tag-good";
    case CaseState::kDisapproved:
    case CaseState::kNotAccepted:
      return "tag-bad";
    case CaseState::kWithdrawn:
      return "tag-ended";
  }
  return {};
}

}  // namespace

std::string ServiceName(const Voice& say, Service service) {
  switch (service) {
    case Service::kExchange:
      return say.In("service", "Exchange for a multiple-entry permit");
    case Service::kExtension:
      return say.In("service", "Extension of a multiple-entry permit");
    case Service::kDataChange:
      return say.In("service", "Change of data");
  }
  return {};
}

std::string StateName(const Voice& say, CaseState state) {
  switch (state) {
    case CaseState::kSubmitted:
      return say.In("state", "Awaiting review");
    case CaseState::kFirstReview:
      return say.In("state", "First review");
    case CaseState::kSecondReview:
      return say.In("state", "Second review");
    case CaseState::kReturnedForCorrection:
      return say.In("state", "Correction asked for");
    case CaseState::kReturnedForDocuments:
      return say.In("state", "Documents asked for");
    case CaseState::kApproved:
      return say.In("state", "Approved");
    case CaseState::kDisapproved:
      return say.In("state", "Disapproved");
    case CaseState::kNotAccepted:
      return say.In("state", "Not accepted");
    case CaseState::kWithdrawn:
      return say.In("state", "Withdrawn");
    case CaseState::kAwaitingPayment:
      return say.In("state", "Awaiting payment");
    case CaseState::kPaid:
      return say.In("state", "Paid");
    case CaseState::kIssued:
      return say.In("state", "Permit issued");
  }
  return {};
}

std::string StateName(const Voice& say, CaseState state, std::optional<ReviewStage> returned_by) {
  const bool second = returned_by == ReviewStage::kSecond;
  if (returned_by && state == CaseState::kReturnedForCorrection) {
    return second ? say.In("state", "Correction asked for by the second review")
                  : say.In("state", "Correction asked for by the first review");
  }
  if (returned_by && state == CaseState::kReturnedForDocuments) {
    return second ? say.In("state", "Documents asked for by the second review")
                  : say.In("state", "Documents asked for by the first review");
  }
  return StateName(say, state);
}

std::string EventName(const Voice& say, CaseEvent event) {
  switch (event) {
    case CaseEvent::kStartReview:
      return say.In("event", "Review started");
    case CaseEvent::kPassFirstReview:
      return say.In("event", "First review passed");
    case CaseEvent::kApprove:
      return say.In("event", "Approved");
    case CaseEvent::kDisapprove:
      return say.In("event", "Disapproved");
    case CaseEvent::kNotAccept:
    case CaseEvent::kClose:
      return say.In("event", "Not accepted");
    case CaseEvent::kReturnForCorrection:
      return say.In("event", "Returned for correction");
    case CaseEvent::kReturnForDocuments:
      return say.In("event", "Returned for documents");
    case CaseEvent::kAnswer:
      return say.In("event", "Correction sent");
    case CaseEvent::kWithdraw:
      return say.In("event", "Withdrawn");
    case CaseEvent::kRequestPayment:
      return say.In("event", "Payment asked for");
    case CaseEvent::kSettle:
      return say.In("event", "Fee paid");
    case CaseEvent::kIssue:
      return say.In("event", "Permit issued");
  }
  return {};
}

void FillState(Dictionary& place, const Voice& say, CaseState state) {
  FillState(place, say, state, std::nullopt);
}

void FillState(Dictionary& place, const Voice& say, CaseState state,
               std::optional<ReviewStage> returned_by) {
  place.Text("STATE", StateName(say, state, returned_by)).Text("STATE_TONE", Tone(state));
}

}  // namespace permit::views
