#include "views/messages.h"

namespace permit::views {

std::string ErrorText(const Voice& say, const FieldError& error, std::string_view label) {
  const std::string limit = std::to_string(error.limit);
  switch (error.problem) {
    case Problem::kMissing:
      return say("Fill in “{LABEL}”", {{"LABEL", label}});
    case Problem::kNotChosen:
    case Problem::kNotAChoice:
      return say("Choose one for “{LABEL}”", {{"LABEL", label}});
    case Problem::kTooLong:
      return say("“{LABEL}” takes at most {LIMIT} characters",
                 {{"LABEL", label}, {"LIMIT", limit}});
    case Problem::kTooShort:
      return say("“{LABEL}” takes at least {LIMIT} characters",
                 {{"LABEL", label}, {"LIMIT", limit}});
    case Problem::kBadCharacters:
      return say("“{LABEL}” has characters that cannot be used here", {{"LABEL", label}});
    case Problem::kBadFormat:
      return say("“{LABEL}” is not in the right form", {{"LABEL", label}});
    case Problem::kReadOnly:
      return say("“{LABEL}” cannot be changed", {{"LABEL", label}});
    case Problem::kBadDate:
      return say("“{LABEL}” must be a date such as 1995/03/23", {{"LABEL", label}});
    case Problem::kDateInFuture:
      return say("“{LABEL}” must not be later than today", {{"LABEL", label}});
    case Problem::kDateInPast:
      return say("“{LABEL}” must not be earlier than today", {{"LABEL", label}});
    case Problem::kDateBeforeStart:
      return say("“{LABEL}” must not be earlier than the first day", {{"LABEL", label}});
    case Problem::kBadCheckCharacter:
      return say("“{LABEL}” has a wrong check character: compare it with your document",
                 {{"LABEL", label}});
    case Problem::kDisagreesWithBirthDate:
      return say("“{LABEL}” does not agree with the date of birth", {{"LABEL", label}});
    case Problem::kDisagreesWithSex:
      return say("“{LABEL}” does not agree with the sex", {{"LABEL", label}});
    case Problem::kMailDomainRefused:
      return say(
          "Mailboxes of mainland China cannot be used, since mails to them often get lost: "
          "give another one");
    case Problem::kPasswordsDiffer:
      return say("The two passwords are not the same");
    case Problem::kPasswordNeedsLetterAndDigit:
      return say("The password needs at least one lower-case letter and one digit");
    case Problem::kPasswordUsedBefore:
      return say("The new password must not be one of your last three");
    case Problem::kPasswordWrong:
      return say("The present password is not right");
    case Problem::kNameTaken:
      return say("This login account is taken: choose another one");
    case Problem::kNotInRegister:
      return say("No such student was found");
    case Problem::kCaptchaWrong:
      return say("The verification code is not right or no longer valid: enter the new one");
    case Problem::kNotAgreed:
      return say("Tick the box to go on");
    case Problem::kFileMissing:
      return say("Upload a file for “{LABEL}”", {{"LABEL", label}});
    case Problem::kFileAdvised:
      return say("“{LABEL}” has no file: you can send without it, but may be asked for it later",
                 {{"LABEL", label}});
    case Problem::kFileEmpty:
      return say("The file {FILE} is empty", {{"FILE", error.file_name}});
    case Problem::kFileTypeRefused:
      return say("The file {FILE} is not a JPG, PNG, BMP or PDF", {{"FILE", error.file_name}});
    case Problem::kFileTooLarge:
      return say("The file {FILE} must be smaller than {LIMIT} KiB",
                 {{"FILE", error.file_name}, {"LIMIT", limit}});
    case Problem::kTooManyFiles:
      return say("“{LABEL}” takes at most {LIMIT} files", {{"LABEL", label}, {"LIMIT", limit}});
    case Problem::kFileDamaged:
      return say("The file {FILE} is damaged: save it again and upload it once more",
                 {{"FILE", error.file_name}});
    case Problem::kFileEncrypted:
      return say("The file {FILE} is protected by a password: upload it without",
                 {{"FILE", error.file_name}});
    case Problem::kPhotoTypeRefused:
      return say("The photo must be a JPEG or PNG picture");
    case Problem::kPhotoTooSmall:
      return say("The photo must have at least 413 × 531 pixels");
    case Problem::kPhotoNotPortrait:
      return say("The photo must be taller than wide");
  }
  return {};
}

std::string ErrorText(const Voice& say, const FieldErrors& errors, std::string_view field,
                      std::string_view label) {
  const FieldError* error = FindError(errors, field);
  return error == nullptr ? std::string() : ErrorText(say, *error, label);
}

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
