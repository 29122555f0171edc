#include "views/words/rule_messages.h"

namespace permit::views {
namespace {

std::string UnknownPermitText(const Translator& tr, std::optional<PermitKind> other_kind) {
  if (!other_kind) return tr("No permit of this number was found");
  switch (*other_kind) {
    case PermitKind::kSingleEntry:
      return tr(
          "No permit of this number was found. It is the number of a single-entry permit, "
          "which belongs to the exchange for a multiple-entry permit.");
    case PermitKind::kMultipleEntry:
      return tr(
          "No permit of this number was found. It is the number of a multiple-entry permit, "
          "which belongs to the extension and the change of data.");
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
      return tr("The data of your account and of the permit do not agree");
    case Ineligibility::kRevoked:
      return tr("This permit was revoked, so no application can be made on it");
    case Ineligibility::kAlreadyExchanged:
      return tr("This single-entry permit was already exchanged for a multiple-entry permit");
    case Ineligibility::kReplaced:
      return tr("This permit was replaced by a newer one: use the newer one's number");
    case Ineligibility::kCaseOpen:
      return tr("An application on this permit is still open: wait until it is finished");
    case Ineligibility::kNotEntered:
      return tr("You have not yet entered Taiwan on this permit, or the entry is not yet recorded");
    case Ineligibility::kPermitExpired:
      return tr("This permit has expired");
    case Ineligibility::kStayExpired:
      return tr("The permitted stay has ended, so it can no longer be extended here");
    case Ineligibility::kStayOver:
      return tr("The permitted stay has ended, so no application can be made on this permit here");
    case Ineligibility::kHasMultipleEntry:
      return tr("You hold a multiple-entry permit that is still valid: use that permit's number");
    case Ineligibility::kTooEarly:
      return tr(
          "An extension can be applied for only within the 3 months before the stay ends: "
          "from {DATE} on",
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
