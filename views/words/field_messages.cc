#include "views/words/field_messages.h"

#include "views/pdf/printable.h"

namespace permit::views {
namespace {

std::string_view Sentence(Problem problem) {
  switch (problem) {
    case Problem::kMissing:
      return Msgid("{FIELD} must be filled in.");
    case Problem::kNotChosen:
      return Msgid("{FIELD}: please choose.");
    case Problem::kNotAChoice:
      return Msgid("{FIELD}: please choose one of the choices offered.");
    case Problem::kTicksContradict:
      return Msgid("{FIELD}: you cannot choose all of these together.");
    case Problem::kTooLong:
      return Msgid("{FIELD} may have at most {LIMIT} characters.");
    case Problem::kTooShort:
      return Msgid("{FIELD} must have at least {LIMIT} characters.");
    case Problem::kBadCharacters:
      return Msgid("{FIELD} holds characters that cannot be used here.");
    case Problem::kUnprintable:
      return Msgid(
          "{FIELD} holds the character {FOUND} ({CODE}), which cannot be printed on the "
          "permit; "
          "please write it in another form, or call the helpdesk.");
    case Problem::kBadFormat:
      return Msgid("{FIELD} is not in the right form.");
    case Problem::kNotTheRegisters:
      return Msgid(
          "{FIELD} differs from the agency's register. If it has changed, please apply for a "
          "change of data.");
    case Problem::kReadOnly:
      return Msgid("{FIELD} cannot be changed here.");
    case Problem::kBadDate:
      return Msgid("{FIELD} is no date of the calendar; please write it as YYYY/MM/DD.");
    case Problem::kDateInFuture:
      return Msgid("{FIELD} must not lie in the future.");
    case Problem::kDateInPast:
      return Msgid("{FIELD} must not lie in the past.");
    case Problem::kDateBeforeStart:
      return Msgid("{FIELD} must not lie before the first day.");
    case Problem::kBadCheckCharacter:
      return Msgid("{FIELD} is not valid: its last character does not fit the others.");
    case Problem::kDisagreesWithBirthDate:
      return Msgid("{FIELD} does not agree with the date of birth.");
    case Problem::kDisagreesWithSex:
      return Msgid("{FIELD} does not agree with the sex.");
    case Problem::kMailDomainRefused:
      return Msgid(
          "Mail to mailboxes of mainland providers often does not arrive; please give a mailbox of "
          "another provider.");
    case Problem::kMailboxSlip:
      return Msgid(
          "Did you mean {FOUND}? Please correct the mailbox, or send the form once more if it is "
          "right as it stands.");
    case Problem::kPasswordsDiffer:
      return Msgid("The two passwords are not the same.");
    case Problem::kPasswordNeedsLetterAndDigit:
      return Msgid("The password must hold at least one small letter and one digit.");
    case Problem::kPasswordUsedBefore:
      return Msgid("The password must differ from the last three.");
    case Problem::kPasswordCommon:
      return Msgid(
          "This password is among those that are guessed first; please choose one that is less "
          "common, several words for example.");
    case Problem::kPasswordOfOwner:
      return Msgid(
          "The password must not hold your login account, your name, your date of birth or one of "
          "your numbers.");
    case Problem::kPasswordWrong:
      return Msgid("The present password is not right.");
    case Problem::kMailboxFull:
      return Msgid(
          "Three activation mails have gone to this mailbox today; please look for them there, "
          "also among the unwanted ones, or try again tomorrow.");
    case Problem::kNameTaken:
      return Msgid("This login account is taken; please choose another.");
    case Problem::kNotInRegister:
      return Msgid("No student with these data was found.");
    case Problem::kAlreadyRegistered:
      return Msgid(
          "You already have an active account: log in with it, or ask for a new password.");
    case Problem::kCaptchaWrong:
      return Msgid("The verification code is not right; please type the new one.");
    case Problem::kNotAgreed:
      return Msgid("Please tick the box if you agree.");
    case Problem::kFileMissing:
      return Msgid("{FIELD}: please upload a file.");
    case Problem::kFileAdvised:
      return Msgid("{FIELD}: no file was uploaded yet.");
    case Problem::kFileEmpty:
      return Msgid("{FIELD} is empty; please choose another file.");
    case Problem::kFileTypeRefused:
      return Msgid(
          "{FIELD} is no JPG, JPEG, PNG, HEIC, BMP or PDF file by its content; please save it as "
          "one of these.");
    case Problem::kFileTooLarge:
      return Msgid("{FIELD} is too large; a file may have at most {LIMIT} MB.");
    case Problem::kFileNotReduced:
      return Msgid(
          "{FIELD} is larger than {LIMIT} KiB and cannot be made smaller without becoming hard to "
          "read. Upload its pages as separate files, or take a clear photo of each page and upload "
          "that.");
    case Problem::kTooManyFiles:
      return Msgid("{FIELD} takes at most {LIMIT} files.");
    case Problem::kFileDamaged:
      return Msgid("{FIELD} is damaged and cannot be read; please save it anew and try again.");
    case Problem::kFileEncrypted:
      return Msgid("{FIELD} is locked with a password; please upload it without one.");
    case Problem::kFileWithoutPages:
      return Msgid("{FIELD} has no pages; please choose another file.");
    case Problem::kFileActive:
      return Msgid(
          "{FIELD} holds a script or another file, not pages alone; please print it to a new PDF "
          "and upload that.");
    case Problem::kFileAvif:
      return Msgid(
          "{FIELD} is an AVIF picture, which cannot be read here; please save it as JPEG.");
    case Problem::kTooManyPixels:
      return Msgid("{FIELD} has too many pixels to be read; please save it smaller.");
    case Problem::kTooMuchAtOnce:
      return Msgid(
          "{FIELD} was not looked at, as too much was sent at once; please choose this file again "
          "and save it alone.");
    case Problem::kPhotoTypeRefused:
      return Msgid("{FIELD} must be a JPEG, PNG or HEIC picture, also by its content.");
    case Problem::kPhotoTooLarge:
      return Msgid("{FIELD} is too large; a photo may have at most {LIMIT} MB.");
    case Problem::kPhotoTooSmall:
      return Msgid(
          "{FIELD} is too small with its {FOUND} pixels; it must have at least 413 × 531.");
  }
  return "";
}

}  // namespace

std::string FieldMessage(const Translator& tr, std::string_view label, const FieldError& error) {
  if (error.problem == Problem::kTooManyFiles && !error.file_name.empty()) {
    return tr(
        "{FIELD} takes at most {LIMIT} files, so {FILE} was not taken.",
        {{"FIELD", label}, {"LIMIT", std::to_string(error.limit)}, {"FILE", error.file_name}});
  }
  const std::string_view subject = error.file_name.empty() ? label : error.file_name;
  return tr(Sentence(error.problem), {{"FIELD", subject},
                                      {"LIMIT", std::to_string(error.limit)},
                                      {"FOUND", error.found},
                                      {"CODE", CodeOf(error.found)}});
}

std::string FieldMessage(const Translator& tr, std::string_view label, const FieldErrors& errors,
                         std::string_view field) {
  const FieldError* error = FindError(errors, field);
  return error == nullptr ? std::string() : FieldMessage(tr, label, *error);
}

}  // namespace permit::views
