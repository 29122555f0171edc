#include "views/words/rule_messages.h"

namespace permit::views {

std::string IneligibilityText(const Voice& say, const Eligibility& eligibility) {
  if (!eligibility.refusal) return {};
  switch (*eligibility.refusal) {
    case Ineligibility::kUnknownPermit:
      return say("No permit of this number was found");
    case Ineligibility::kAnotherApplicant:
      return say("The data of your account and of the permit do not agree");
    case Ineligibility::kRevoked:
      return say("This permit was revoked, so no application can be made on it");
    case Ineligibility::kAlreadyExchanged:
      return say("This single-entry permit was already exchanged for a multiple-entry permit");
    case Ineligibility::kReplaced:
      return say("This permit was replaced by a newer one: use the newer one's number");
    case Ineligibility::kCaseOpen:
      return say("An application on this permit is still open: wait until it is finished");
    case Ineligibility::kNotEntered:
      return say(
          "You have not yet entered Taiwan on this permit, or the entry is not yet recorded");
    case Ineligibility::kPermitExpired:
      return say("This permit has expired");
    case Ineligibility::kStayExpired:
      return say("The permitted stay has ended, so it can no longer be extended here");
    case Ineligibility::kTooEarly:
      return say(
          "An extension can be applied for only within the 3 months before the stay ends: "
          "from {DATE} on",
          {{"DATE", eligibility.first_date ? FormatDate(*eligibility.first_date) : ""}});
  }
  return {};
}

std::vector<Option> Options(const Voice& say, std::span<const Choice> choices) {
  std::vector<Option> options;
  for (const Choice& choice : choices) {
    options.push_back({std::string(choice.code), say(choice.label), {}});
  }
  return options;
}

std::string ChoiceText(const Voice& say, std::span<const Choice> choices, std::string_view code) {
  for (const Choice& choice : choices) {
    if (choice.code == code) return say(choice.label);
  }
  return std::string(code);
}

}  // namespace permit::views
