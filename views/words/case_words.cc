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

std::string ServiceName(const Translator& tr, Service service) {
  switch (service) {
    case Service::kExchange:
      return tr.In("service", "Exchange for a multiple-entry permit");
    case Service::kExtension:
      return tr.In("service", "Extension of a multiple-entry permit");
    case Service::kDataChange:
      return tr.In("service", "Change of data");
  }
  return {};
}

std::string ServiceItem(const Translator& tr, Service service) {
  switch (service) {
    case Service::kExchange:
      return tr.In("item", "Entry to Taiwan for study - multiple-entry permit");
    case Service::kExtension:
      return tr.In("item", "Entry to Taiwan for study - multiple-entry permit (extension)");
    case Service::kDataChange:
      return tr.In("item", "Entry to Taiwan for study - multiple-entry permit (change of data)");
  }
  return {};
}

std::string StateName(const Translator& tr, CaseState state) {
  switch (state) {
    case CaseState::kSubmitted:
      return tr.In("state", "Awaiting review");
    case CaseState::kFirstReview:
      return tr.In("state", "First review");
    case CaseState::kSecondReview:
      return tr.In("state", "Second review");
    case CaseState::kReturnedForCorrection:
      return tr.In("state", "Correction requested");
    case CaseState::kReturnedForDocuments:
      return tr.In("state", "Documents requested");
    case CaseState::kApproved:
      return tr.In("state", "Approved");
    case CaseState::kDisapproved:
      return tr.In("state", "Not approved");
    case CaseState::kNotAccepted:
      return tr.In("state", "Not accepted");
    case CaseState::kWithdrawn:
      return tr.In("state", "Withdrawn");
    case CaseState::kAwaitingPayment:
      return tr.In("state", "Awaiting payment");
    case CaseState::kPaid:
      return tr.In("state", "Paid");
    case CaseState::kIssued:
      return tr.In("state", "Permit issued");
  }
  return {};
}

std::string StateName(const Translator& tr, CaseState state,
                      std::optional<ReviewStage> returned_by) {
  const bool second = returned_by == ReviewStage::kSecond;
  if (returned_by && state == CaseState::kReturnedForCorrection) {
    return second ? tr.In("state", "Correction requested at second review")
                  : tr.In("state", "Correction requested at first review");
  }
  if (returned_by && state == CaseState::kReturnedForDocuments) {
    return second ? tr.In("state", "Documents requested at second review")
                  : tr.In("state", "Documents requested at first review");
  }
  return StateName(tr, state);
}

std::string DeadlineText(const Translator& tr, CaseState state, Date last_day) {
  if (state == CaseState::kReturnedForCorrection || state == CaseState::kReturnedForDocuments) {
    return tr("Respond by the end of {DAY}. If you do not, we will not accept the application.",
              {{"DAY", FormatDate(last_day)}});
  }
  if (state == CaseState::kAwaitingPayment) {
    return tr("Pay by the end of {DAY}. If you do not, we will not accept the application.",
              {{"DAY", FormatDate(last_day)}});
  }
  return {};
}

std::string ReviewTimeText(const Translator& tr, std::chrono::seconds usual) {
  const auto days = std::chrono::ceil<std::chrono::days>(usual).count();
  if (days <= 1) return tr("A review usually takes less than a day.");
  return tr.Count("A review usually takes about {N} day.", "A review usually takes about {N} days.",
                  static_cast<int>(days));
}

std::string EventName(const Translator& tr, CaseEvent event) {
  switch (event) {
    case CaseEvent::kStartReview:
      return tr.In("event", "Review started");
    case CaseEvent::kPassFirstReview:
      return tr.In("event", "First review passed");
    case CaseEvent::kApprove:
      return tr.In("event", "Approved");
    case CaseEvent::kDisapprove:
      return tr.In("event", "Not approved");
    case CaseEvent::kNotAccept:
    case CaseEvent::kClose:
      return tr.In("event", "Not accepted");
    case CaseEvent::kRecall:
      return tr.In("event", "Recalled for review");
    case CaseEvent::kLapse:
      return tr.In("event", "Deadline passed");
    case CaseEvent::kReturnForCorrection:
      return tr.In("event", "Returned for correction");
    case CaseEvent::kReturnForDocuments:
      return tr.In("event", "Returned for documents");
    case CaseEvent::kAnswer:
      return tr.In("event", "Correction sent");
    case CaseEvent::kWithdraw:
      return tr.In("event", "Withdrawn");
    case CaseEvent::kRequestPayment:
      return tr.In("event", "Payment requested");
    case CaseEvent::kSettle:
      return tr.In("event", "Fee paid");
    case CaseEvent::kIssue:
      return tr.In("event", "Permit issued");
  }
  return {};
}

void FillState(Dictionary& place, const Translator& tr, CaseState state) {
  FillState(place, tr, state, std::nullopt);
}

void FillState(Dictionary& place, const Translator& tr, CaseState state,
               std::optional<ReviewStage> returned_by) {
  place.Text("STATE", StateName(tr, state, returned_by)).Text("STATE_TONE", Tone(state));
}

}  // namespace permit::views
