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

// Both labels on the first line of the cell, the value below them over the rest of it.
void DrawField(Canvas& canvas, const Box& cell, Bilingual label, std::string_view value,
               double size);

// The labels alone: Chinese over English.
void DrawHeading(Canvas& canvas, const Box& cell, Bilingual label, double size,
                 Align align = Align::kCentre);

}  // namespace permit::views
