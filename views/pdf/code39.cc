#include "views/pdf/code39.h"

#include <array>
#include <string>

namespace permit::views {
namespace {

constexpr double kWideBar = 2.5 * kCode39NarrowBar;

struct Code39Character {
  char character;
  std::string_view elements;  // bar, space, bar …; w is wide
};

constexpr std::array<Code39Character, 44> kCharacters = {{
    {'0', "nnnwwnwnn"}, {'1', "wnnwnnnnw"}, {'2', "nnwwnnnnw"}, {'3', "wnwwnnnnn"},
    {'4', "nnnwwnnnw"}, {'5', "wnnwwnnnn"}, {'6', "nnwwwnnnn"}, {'7', "nnnwnnwnw"},
    {'8', "wnnwnnwnn"}, {'9', "nnwwnnwnn"}, {'A', "wnnnnwnnw"}, {'B', "nnwnnwnnw"},
    {'C', "wnwnnwnnn"}, {'D', "nnnnwwnnw"}, {'E', "wnnnwwnnn"}, {'F', "nnwnwwnnn"},
    {'G', "nnnnnwwnw"}, {'H', "wnnnnwwnn"}, {'I', "nnwnnwwnn"}, {'J', "nnnnwwwnn"},
    {'K', "wnnnnnnww"}, {'L', "nnwnnnnww"}, {'M', "wnwnnnnwn"}, {'N', "nnnnwnnww"},
    {'O', "wnnnwnnwn"}, {'P', "nnwnwnnwn"}, {'Q', "nnnnnnwww"}, {'R', "wnnnnnwwn"},
    {'S', "nnwnnnwwn"}, {'T', "nnnnwnwwn"}, {'U', "wwnnnnnnw"}, {'V', "nwwnnnnnw"},
    {'W', "wwwnnnnnn"}, {'X', "nwnnwnnnw"}, {'Y', "wwnnwnnnn"}, {'Z', "nwwnwnnnn"},
    {'-', "nwnnnnwnw"}, {'.', "wwnnnnwnn"}, {' ', "nwwnnnwnn"}, {'$', "nwnwnwnnn"},
    {'/', "nwnwnnnwn"}, {'+', "nwnnnwnwn"}, {'%', "nnnwnwnwn"}, {'*', "nwnnwnwnn"},
}};

std::string_view Elements(char character, std::string_view text) {
  for (const Code39Character& entry : kCharacters) {
    if (entry.character == character) return entry.elements;
  }
  throw UnknownCharacter(std::string(1, character), text);
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
