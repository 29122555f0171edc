// Pages of documents that nobody issued, printed in many looks and photographed or scanned.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "handlers/form/picture.h"
#include "tests/support/pictures/camera.h"

namespace permit::test {

inline constexpr unsigned kPageWidth = 1240;  // A4 at 150 dpi
inline constexpr unsigned kPageHeight = 1754;

// Lines of text, one under the other from the top, in a font of Pango's, in points.
Picture DrawLines(std::string_view text, const std::string& font, double size, double margin);

// A certificate, a form with a table, a letter or a card: each with its own text, fonts and sizes.
Picture DrawDocument(Chance& chance);
// Nothing but paper, perhaps with a line or a spot.
Picture DrawEmptyPage(Chance& chance);

// How a page lies before the camera.
struct Shot {
  double tilt = 0;       // degrees, clockwise
  double lean = 0;       // of the camera, about -0.1 to 0.1
  double margin = 0.06;  // of table on each side, a part of the picture's width
  double aside = 0;      // by which the page is moved, parts of the picture
  double down = 0;
  double table = 90;   // brightness
  double warmth = 20;  // of the table: red less blue
  double shadow = 0;   // how much darker one side is, a part
};
Shot ShotOf(Chance& chance);
// As large as a phone's picture after it was made smaller.
inline constexpr unsigned kShotWidth = 1200;
inline constexpr unsigned kShotHeight = 1600;
Picture Photograph(const Picture& page, const Shot& shot, Chance& chance);

// From a scanner: straight, perhaps with a dark strip beside the paper.
Picture Scan(const Picture& page, Chance& chance);

}  // namespace permit::test
