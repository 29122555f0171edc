// Parts that the papers share: the head, a labelled field, dates and money as papers write them.
//
// Papers are always bilingual; their words are part of the paper and stand with it.
#pragma once

#include <string>
#include <string_view>

#include "handlers/rules/calendar.h"
#include "views/pdf/canvas.h"

namespace permit::views {

struct Bilingual {
  std::string_view chinese;
  std::string_view english;
};

std::string PaperDate(Date date);       // "01 Jul 2021 (2021年07月01日)"
std::string Grouped(long long amount);  // "1,000"

// Emblem and the agency's names from the top left corner, 11 mm high; returns its box.
Box DrawLetterhead(Canvas& canvas, double x, double y);

// Both labels on the first line of the cell, the value below them over the rest of it: in the row
// of a table a header cell for the cell of the value, which spans so many columns.
void DrawField(Canvas& canvas, const Box& cell, Bilingual label, std::string_view value,
               double size, int columns = 1);

// How many columns a value spans in a row of so many fields, so that all rows are as wide as the
// fullest. Of a row's fields there are as many as divide those of the fullest, or two where it has
// three.
constexpr int ValueColumns(std::size_t fields, std::size_t most) {
  return static_cast<int>(2 * most / fields) - 1;
}

// The labels alone: Chinese over English.
void DrawHeading(Canvas& canvas, const Box& cell, Bilingual label, double size,
                 Align align = Align::kCentre);

}  // namespace permit::views
