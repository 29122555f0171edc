// The machine readable zone of a visa of format B, as far as a seal holds it (ICAO Doc 9303-3 and
// -7).
//
// Line 1 is `V<TWN` and the name in 31 characters; of line 2 the first 28: document number 9, its
// check digit, nationality 3, birth date, its check digit, sex, date of expiry, its check digit.
// Dates are YYMMDD: the century of a birth is the last one before `reference`, that of an expiry
// the first one from it on. Characters are A-Z, 0-9 and `<`.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "handlers/rules/calendar.h"

namespace permit {

inline constexpr std::size_t kVisaName = 31;
inline constexpr std::size_t kVisaNumber = 9;
inline constexpr std::size_t kVisaZone = 36 + 28;

struct VisaZone {
  std::string name;         // "ZHENG<<YA<WEN", without the fillers at its end
  std::string number;       // at most nine characters
  std::string nationality;  // "CHN"
  Date birth_date;
  bool male = false;
  Date expires_on;
};

// Weights 7 3 1, letters from 10, `<` 0.
char CheckDigit(std::string_view text);

// "Zheng, Ya-wen" becomes "ZHENG<<YA<WEN": what stands before the first comma is the family name;
// without a comma there is one part alone. Letters with marks become those of Doc 9303-3, 6.A;
// hyphens and spaces become `<`, apostrophes and dots go. Longer than 31, its parts are cut so that
// the given names show at least a letter and the last place holds one, which tells that it is cut.
// nullopt when a character is none of the Latin script, or no letter is left.
std::optional<std::string> VisaName(std::string_view name);

// The name of a holder from the mainland as the holder's other documents spell it, for VisaName: Ü
// is YU, but U before E, and after J, Q, X and Y. That is the rule of GB/T 28039-2011 and of the
// mainland's exit and entry administration for passports and travel permits (LÜ: LYU, NÜE: NUE).
// Doc 9303-3 recommends UE or UXX for Ü; with it 呂 LÜ would read LUE, which on those documents is
// 略 LÜE. The seal says what stands on the document that its holder shows with the permit.
std::string TravelDocumentSpelling(std::string_view name);

// 64 characters; nullopt when a part has characters that do not belong there or is too long.
std::optional<std::string> WriteVisaZone(const VisaZone& zone);
// nullopt for everything that writing does not give: another form, no name or no number, a date
// that does not exist, a wrong check digit.
std::optional<VisaZone> ReadVisaZone(std::string_view text, Date reference);

}  // namespace permit
