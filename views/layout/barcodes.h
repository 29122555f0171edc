// Code 39 symbols on a page, as the outlines of SVG paths: to be scanned from a screen.
//
// Lengths are whole units, of which a narrow bar has two and a wide one five, so the ratio is that
// of the printed symbols (views/pdf/code39.h). How large a unit is, the page's styles say.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace permit::views {

class Dictionary;

struct BarcodeDrawing {
  int width = 0;  // quiet zones of ten narrow bars at either side included
  int height = 0;
  std::string path;
};

// Draws the symbol in the middle of `width` units, or as narrow as may be with 0. Throws
// std::invalid_argument for a character that Code 39 has not, and for one of '*'.
BarcodeDrawing DrawBarcode(std::string_view text, int width = 0);

// One BARCODE a text at the place, all in the same scale: NUMBER, TEXT, WIDTH, HEIGHT, PATH.
void AddBarcodes(Dictionary& place, const std::vector<std::string>& texts);

}  // namespace permit::views
