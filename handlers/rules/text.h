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
// the ends. Zero-width spaces, soft hyphens and byte order marks, which come along unseen when text
// is copied, go; TidyCode drops them too.
std::string TidyLine(std::string_view text);
// Several lines: CR LF and CR become LF, each line is tidied at its end, none empty at the ends.
std::string TidyLines(std::string_view text);
// A number or code: full-width letters, digits and signs become ASCII, white space goes, small
// letters become capitals.
std::string TidyCode(std::string_view text);
// Full-width letters, digits and signs become ASCII; the rest, white space too, stays.
std::string HalfWidth(std::string_view text);
std::string LowerAscii(std::string_view text);
// A file's name for people to read: no folders, none of the characters that CheckText refuses, at
// most `max_length` code points, of which the extension is kept. Empty when nothing is left, and
// for bytes that are no UTF-8.
std::string TidyFileName(std::string_view text, std::size_t max_length);
// A date as people type it ("1999-1-2", "19990102", "1999年1月2日") becomes "1999/01/02"; what is
// no such thing stays as typed, tidied as a line.
std::string TidyDate(std::string_view text);

// Refuses bytes that are not UTF-8, control characters and more than `max_length` code points.
std::optional<Problem> CheckText(std::string_view text, std::size_t max_length,
                                 bool line_breaks_allowed = false);

}  // namespace permit
