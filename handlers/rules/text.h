// Typed text: what it is made of and how it is tidied before any rule looks at it.
//
// Text is UTF-8; lengths count code points, so a rare Han character counts one. Tidying never
// refuses: what is not UTF-8 comes back unchanged and is refused by CheckText.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "handlers/rules/field_error.h"

namespace permit {

std::size_t CountCodePoints(std::string_view utf8);

// Control and format characters that change how a line reads (C0, C1, bidirectional overrides,
// zero-width, byte order mark, noncharacters), and bytes that are no UTF-8. Line breaks count as
// such unless allowed.
bool HasControlCharacters(std::string_view utf8, bool line_breaks_allowed = false);

// One line: every run of white space, the ideographic space included, becomes one space; none at
// the ends. What keyboards, address books and copying add unseen goes: zero-width characters
// (U+200B to 200F, 2060 to 2064, FEFF), directions (202A to 202E, 2066 to 2069) and soft hyphens.
// The other Tidy functions drop these too.
std::string TidyLine(std::string_view text);
// Several lines: CR LF and CR become LF, each line is tidied at its end, none empty at the ends.
std::string TidyLines(std::string_view text);
// A number or code: full-width letters, digits and signs become ASCII, dashes of every kind become
// hyphens, white space goes, small letters become capitals.
std::string TidyCode(std::string_view text);
// A telephone number: as a code, but white space stays. "tel:" goes, dots between digits become
// hyphens, and what introduces an extension ("ext.", "分機", "轉") becomes " #".
std::string TidyPhone(std::string_view text);
// An extension without what introduces it: "分機12" becomes "12".
std::string TidyExtension(std::string_view text);
// A code that was sent by mail: as a code, without the hyphens, dots and commas of who copied it.
std::string TidyMailedCode(std::string_view text);
// The romanised name of a passport: full width becomes ASCII, apostrophes and dashes of every kind
// become ' and -, U with a combining diaeresis becomes Ü.
std::string TidyLatinName(std::string_view text);
// An address of mail: as a line, and the ideographic full stop among the domain's labels is a dot.
std::string TidyMailbox(std::string_view text);
// Full-width letters, digits and signs become ASCII; the rest, white space too, stays.
std::string HalfWidth(std::string_view text);
std::string LowerAscii(std::string_view text);
// A file's name for people to read: no folders, none of the characters that CheckText refuses, at
// most `max_length` code points, of which the extension is kept. Empty when nothing is left, and
// for bytes that are no UTF-8.
std::string TidyFileName(std::string_view text, std::size_t max_length);
// A date as people type it ("1999-1-2", "19990102", "1999年1月2日", "1999 / 1 / 2") becomes
// "1999/01/02"; what is no such thing stays as typed, tidied as a line.
std::string TidyDate(std::string_view text);

// Refuses bytes that are not UTF-8, control characters and more than `max_length` code points.
std::optional<Problem> CheckText(std::string_view text, std::size_t max_length,
                                 bool line_breaks_allowed = false);

}  // namespace permit
