#include "views/words/rule_messages.h"

namespace permit::views {
namespace {

std::string UnknownPermitText(const Translator& tr, std::optional<PermitKind> other_kind) {
  if (!other_kind) return tr("We could not find a permit with this number");
  switch (*other_kind) {
    case PermitKind::kSingleEntry:
      return tr(
          "We could not find a permit with this number for this service. It is the number of a "
          "single-entry permit. Use the service \"Exchange for a multiple-entry permit\".");
    case PermitKind::kMultipleEntry:
      return tr(
          "We could not find a permit with this number for this service. It is the number of a "
          "multiple-entry permit. Use the service \"Extension of a multiple-entry permit\" or "
          "\"Change of data\".");
  }
  return {};
}

}  // namespace

std::string IneligibilityText(const Translator& tr, const Eligibility& eligibility) {
  if (!eligibility.refusal) return {};
  switch (*eligibility.refusal) {
    case Ineligibility::kUnknownPermit:
      return UnknownPermitText(tr, eligibility.other_kind);
    case Ineligibility::kAnotherApplicant:
      return tr("The details of your account do not match the permit");
    case Ineligibility::kRevoked:
      return tr("This permit has been revoked, so you cannot use it to apply");
    case Ineligibility::kAlreadyExchanged:
      return tr("This single-entry permit has already been exchanged for a multiple-entry permit");
    case Ineligibility::kReplaced:
      return tr("This permit has been replaced by a newer one. Use the number of the newer permit");
    case Ineligibility::kCaseOpen:
      return tr("You already have an open application for this permit. Wait until it is finished");
    case Ineligibility::kNotEntered:
      return tr(
          "You have not entered Taiwan on this permit yet, or your entry has not been recorded "
          "yet");
    case Ineligibility::kPermitExpired:
      return tr("This permit has expired");
    case Ineligibility::kStayExpired:
      return tr("Your permitted stay has ended, so you cannot extend it here");
    case Ineligibility::kStayOver:
      return tr("Your permitted stay has ended, so you cannot use this permit to apply here");
    case Ineligibility::kHasMultipleEntry:
      return tr("You already have a valid multiple-entry permit. Use the number of that permit");
    case Ineligibility::kTooEarly:
      return tr(
          "You can only apply for an extension in the 3 months before your permitted stay ends. "
          "You can apply from {DATE}",
          {{"DATE", eligibility.first_date ? FormatDate(*eligibility.first_date) : ""}});
  }
  return {};
}

std::vector<Option> Options(const Translator& tr, std::span<const Choice> choices) {
  std::vector<Option> options;
  for (const Choice& choice : choices) {
    options.push_back({std::string(choice.code), tr(choice.label), {}});
  }
  return options;
}

std::string ChoiceText(const Translator& tr, std::span<const Choice> choices,
                       std::string_view code) {
  for (const Choice& choice : choices) {
    if (choice.code == code) return tr(choice.label);
  }
  return std::string(code);
}

}  // namespace permit::views
