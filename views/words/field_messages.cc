#include "views/words/field_messages.h"

#include "views/pdf/printable.h"

namespace permit::views {
namespace {

std::string_view Sentence(Problem problem) {
  switch (problem) {
    case Problem::kMissing:
      return Msgid("{FIELD} must be filled in.");
    case Problem::kNotChosen:
      return Msgid("{FIELD}: choose an answer.");
    case Problem::kNotAChoice:
      return Msgid("{FIELD}: choose one of the answers listed.");
    case Problem::kTicksContradict:
      return Msgid("{FIELD}: you cannot choose all of these together.");
    case Problem::kTooLong:
      return Msgid("{FIELD} must be {LIMIT} characters or fewer.");
    case Problem::kTooShort:
      return Msgid("{FIELD} must be at least {LIMIT} characters.");
    case Problem::kBadCharacters:
      return Msgid("{FIELD} contains characters that cannot be used here.");
    case Problem::kUnprintable:
      return Msgid(
          "{FIELD} contains the character {FOUND} ({CODE}), which we cannot print on the permit. "
          "Use another form of the character, or call the helpdesk.");
    case Problem::kBadFormat:
      return Msgid("{FIELD} is not in the correct format.");
    case Problem::kNotTheRegisters:
      return Msgid(
          "{FIELD} does not match the agency's register. If it has changed, apply for a change of "
          "data.");
    case Problem::kReadOnly:
      return Msgid("{FIELD} cannot be changed here.");
    case Problem::kBadDate:
      return Msgid("{FIELD} must be a real date. Enter it as YYYY/MM/DD.");
    case Problem::kDateInFuture:
      return Msgid("{FIELD} must be today or in the past.");
    case Problem::kDateInPast:
      return Msgid("{FIELD} must be today or in the future.");
    case Problem::kDateBeforeStart:
      return Msgid("{FIELD} must be the same as or after the start date.");
    case Problem::kBadCheckCharacter:
      return Msgid(
          "{FIELD} is not valid: its last character does not match the others. Check it against "
          "your document.");
    case Problem::kDisagreesWithBirthDate:
      return Msgid("{FIELD} does not match the date of birth.");
    case Problem::kDisagreesWithSex:
      return Msgid("{FIELD} does not match the sex.");
    case Problem::kMailDomainRefused:
      return Msgid(
          "Enter an email address from a provider outside mainland China. Our emails often do not "
          "reach providers in mainland China.");
    case Problem::kMailboxSlip:
      return Msgid(
          "Did you mean {FOUND}? Correct the email address, or send the form again if it is "
          "already correct.");
    case Problem::kPasswordsDiffer:
      return Msgid("The 2 passwords do not match.");
    case Problem::kPasswordNeedsLetterAndDigit:
      return Msgid("The password must include at least one lower-case letter and one number.");
    case Problem::kPasswordUsedBefore:
      return Msgid("The password must be different from your last 3 passwords.");
    case Problem::kPasswordCommon:
      return Msgid(
          "This password is too easy to guess. Choose a less common one, for example one made of "
          "several words.");
    case Problem::kPasswordOfOwner:
      return Msgid(
          "The password must not contain your username, name, date of birth, phone number or any "
          "of your document numbers.");
    case Problem::kPasswordWrong:
      return Msgid("The current password is incorrect.");
    case Problem::kMailboxFull:
      return Msgid(
          "We have sent 3 activation emails to this address today. Look for them in your inbox and "
          "your spam folder, or try again tomorrow.");
    case Problem::kNameTaken:
      return Msgid("This username is already taken. Choose another one.");
    case Problem::kNotInRegister:
      return Msgid("We could not find a student with these details.");
    case Problem::kAlreadyRegistered:
      return Msgid(
          "You already have an active account. Log in with it, or ask for a new password.");
    case Problem::kCaptchaWrong:
      return Msgid("The verification code is incorrect or has expired. Enter the new one.");
    case Problem::kNotAgreed:
      return Msgid("Tick the box to show that you agree.");
    case Problem::kFileMissing:
      return Msgid("{FIELD}: upload a file.");
    case Problem::kFileAdvised:
      return Msgid("{FIELD}: no file has been uploaded yet.");
    case Problem::kFileEmpty:
      return Msgid("{FIELD} is empty. Choose another file.");
    case Problem::kFileTypeRefused:
      return Msgid(
          "{FIELD} is not really a JPG, JPEG, PNG, HEIC, BMP or PDF file, whatever its name. Save "
          "it in one of these formats and upload it again.");
    case Problem::kFileTooLarge:
      return Msgid("{FIELD} is too large. A file must be {LIMIT} MB or smaller.");
    case Problem::kFileNotReduced:
      return Msgid(
          "{FIELD} is larger than {LIMIT} KiB and we cannot reduce its size without making it hard "
          "to read. Upload its pages as separate files, or take a clear photo of each page and "
          "upload that.");
    case Problem::kTooManyFiles:
      return Msgid("{FIELD}: you can upload up to {LIMIT} files.");
    case Problem::kFileDamaged:
      return Msgid("{FIELD} is damaged and cannot be read. Save the file again and upload it.");
    case Problem::kFileEncrypted:
      return Msgid("{FIELD} is protected by a password. Remove the password and upload it again.");
    case Problem::kFileWithoutPages:
      return Msgid("{FIELD} has no pages. Choose another file.");
    case Problem::kFileActive:
      return Msgid(
          "{FIELD} contains a script or another file as well as pages. Print it to a new PDF and "
          "upload that.");
    case Problem::kFileAvif:
      return Msgid(
          "{FIELD} is an AVIF picture, which we cannot read. Save it as a JPEG and upload it "
          "again.");
    case Problem::kTooManyPixels:
      return Msgid("{FIELD} has too many pixels. Make it smaller and upload it again.");
    case Problem::kTooMuchAtOnce:
      return Msgid(
          "{FIELD} was not checked because too many files were sent together. Choose this file "
          "again and save it on its own.");
    case Problem::kPhotoTypeRefused:
      return Msgid("{FIELD} must really be a JPEG, PNG or HEIC photo, whatever its name.");
    case Problem::kPhotoTooLarge:
      return Msgid("{FIELD} is too large. A photo must be {LIMIT} MB or smaller.");
    case Problem::kPhotoTooSmall:
      return Msgid("{FIELD} is too small at {FOUND} pixels. It must be at least 413 × 531.");
  }
  return "";
}

}  // namespace

std::string FieldMessage(const Translator& tr, std::string_view label, const FieldError& error) {
  if (error.problem == Problem::kTooManyFiles && !error.file_name.empty()) {
    return tr(
        "{FIELD}: you can upload up to {LIMIT} files, so {FILE} was not added.",
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
