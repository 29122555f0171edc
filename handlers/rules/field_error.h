// What is wrong with a field of a form or with a file, as a value; views turn it into a sentence.
//
// `limit` is the number that the sentence names: characters for the lengths, MiB for the size of a
// file as it comes, KiB for that as it is kept, files for the count, else 0. `file_name` names the
// file among several of one slot.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace permit {

enum class Problem {
  // any field
  kMissing,
  kNotChosen,  // a choice was not made
  kNotAChoice,
  kTicksContradict,  // one of the ticks excludes the others
  kTooLong,
  kTooShort,
  kBadCharacters,
  kUnprintable,  // a character that no face of the papers holds
  kBadFormat,
  kReadOnly,  // differs from what the field must hold
  // dates
  kBadDate,
  kDateInFuture,
  kDateInPast,
  kDateBeforeStart,  // a period that ends before it begins
  // numbers of persons
  kBadCheckCharacter,
  kDisagreesWithBirthDate,
  kDisagreesWithSex,
  // mail and passwords
  kMailDomainRefused,
  kMailboxSlip,  // the domain looks like a slip of `found`; sent again it is taken
  kPasswordsDiffer,
  kPasswordNeedsLetterAndDigit,
  kPasswordUsedBefore,
  kPasswordCommon,   // one of those that are tried first
  kPasswordOfOwner,  // holds a name or a number of the account's owner
  kPasswordWrong,
  kMailboxFull,  // has had its activation mails of the day
  kNameTaken,
  kNotInRegister,
  kNotTheRegisters,    // differs from what the register holds
  kAlreadyRegistered,  // the applicant has an active account
  kCaptchaWrong,
  kNotAgreed,  // the tick box of a declaration
  // files
  kFileMissing,
  kFileAdvised,  // a warning: may be sent without
  kFileEmpty,
  kFileTypeRefused,
  kFileTooLarge,    // as it comes
  kFileNotReduced,  // cannot be brought below what is kept of a file
  kTooManyFiles,
  kFileDamaged,
  kFileEncrypted,
  kFileWithoutPages,
  kFileActive,  // a PDF that does something or carries another file
  kFileAvif,    // a picture of that format
  kTooManyPixels,
  kTooMuchAtOnce,  // readable alone, but not beside what else was sent
  kPhotoTypeRefused,
  kPhotoTooLarge,
  kPhotoTooSmall,  // `found` names its size
};

struct FieldError {
  std::string field;
  Problem problem;
  long limit = 0;
  std::string file_name = {};
  std::string found = {};  // in place of what should be; the character that cannot be printed

  bool operator==(const FieldError&) const = default;
};

using FieldErrors = std::vector<FieldError>;

// The first error of that field, or nullptr.
const FieldError* FindError(const FieldErrors& errors, std::string_view field);

}  // namespace permit
