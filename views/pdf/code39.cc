#include "views/pdf/code39.h"

#include <string>

#include "views/pdf/code39_elements.h"

namespace permit::views {
namespace {

constexpr double kWideBar = 2.5 * kCode39NarrowBar;

std::string_view Elements(char character, std::string_view text) {
  const std::string_view elements = Code39Elements(character);
  if (elements.empty()) throw UnknownCharacter(std::string(1, character), text);
  return elements;
}

}  // namespace

double Code39Width(std::size_t characters) {
  const double character = 6 * kCode39NarrowBar + 3 * kWideBar;
  const auto symbols = static_cast<double>(characters + 2);
  return symbols * character + (symbols - 1) * kCode39NarrowBar;
}

Box DrawCode39(Canvas& canvas, double x, double y, double height, std::string_view text) {
  if (const auto star = text.find('*'); star != text.npos) throw UnknownCharacter("*", text);
  cairo_t* context = canvas.context();
  double left = x;
  for (char character : '*' + std::string(text) + '*') {
    bool is_bar = true;
    for (char element : Elements(character, text)) {
      const double width = element == 'w' ? kWideBar : kCode39NarrowBar;
      if (is_bar) cairo_rectangle(context, left, y, width, height);
      is_bar = !is_bar;
      left += width;
    }
    left += kCode39NarrowBar;
  }
  canvas.SetColour(kBlack);
  cairo_fill(context);
  return {x, y, left - kCode39NarrowBar - x, height};
}

}  // namespace permit::views
