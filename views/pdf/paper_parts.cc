#include "views/pdf/paper_parts.h"

#include <cstdio>

#include "views/pdf/guilloche.h"

namespace permit::views {

std::string PaperDate(Date date) {
  constexpr const char* kMonths[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto month = static_cast<unsigned>(date.month());
  const auto day = static_cast<unsigned>(date.day());
  const auto year = static_cast<int>(date.year());
  char text[64];
  std::snprintf(text, sizeof text, "%02u %s %04d (%04d年%02u月%02u日)", day, kMonths[month - 1],
                year, year, month, day);
  return text;
}

std::string Grouped(long long amount) {
  std::string digits = std::to_string(amount);
  const std::size_t first = amount < 0 ? 1 : 0;
  for (std::size_t at = digits.size(); at > first + 3;) {
    at -= 3;
    digits.insert(at, ",");
  }
  return digits;
}

Box DrawLetterhead(Canvas& canvas, double x, double y) {
  constexpr double kHeight = 11;
  constexpr double kTextWidth = 92;
  DrawEmblem(canvas, x + kHeight / 2, y + kHeight / 2, kHeight / 2);
  canvas.Text({x + kHeight + 2.5, y, kTextWidth, 6.6}, "中華民國內政部移民署",
              {.size = 13, .colour = kTeal, .vertical = VerticalAlign::kMiddle, .tracking = 1});
  canvas.Text({x + kHeight + 2.8, y + 6.4, kTextWidth, 4.4},
              "National Immigration Agency, Ministry of the Interior, Republic of China (Taiwan)",
              {.size = 7.5, .colour = kGrey, .vertical = VerticalAlign::kMiddle});
  return {x, y, kHeight + 2.5 + kTextWidth, kHeight};
}

void DrawField(Canvas& canvas, const Box& cell, Bilingual label, std::string_view value,
               double size, int columns) {
  constexpr double kLabelHeight = 3.6;
  constexpr double kPadding = 1.4;
  const Box inner = cell.Inset(kPadding);
  const std::string labels =
      std::string(label.chinese) + (label.english.empty() ? "" : "  ") + std::string(label.english);
  canvas.Tagged({.type = "TH", .scope = "Row"}, [&] {
    canvas.Text({inner.x, inner.y - 0.4, inner.width, kLabelHeight}, labels,
                {.size = 7.5, .colour = kTeal, .line_height = 1.15, .smallest_line = 0.6});
  });
  canvas.Tagged({.type = "TD", .columns = columns}, [&] {
    canvas.Text({inner.x, inner.y + kLabelHeight, inner.width, inner.height - kLabelHeight}, value,
                {.size = size,
                 .vertical = VerticalAlign::kMiddle,
                 .line_height = 1.15,
                 .smallest_line = 0.72});
  });
}

void DrawHeading(Canvas& canvas, const Box& cell, Bilingual label, double size, Align align) {
  const double chinese_height = cell.height * 0.56;
  canvas.Text({cell.x, cell.y, cell.width, chinese_height}, label.chinese,
              {.size = size,
               .colour = kTeal,
               .align = align,
               .vertical = VerticalAlign::kMiddle,
               .line_height = 1.1});
  canvas.Text({cell.x, cell.y + chinese_height, cell.width, cell.height - chinese_height},
              label.english,
              {.size = size * 0.8,
               .colour = kGrey,
               .align = align,
               .vertical = VerticalAlign::kMiddle,
               .line_height = 1.1});
}

}  // namespace permit::views
