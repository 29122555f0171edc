#include "views/layout/barcodes.h"

#include <algorithm>
#include <stdexcept>

#include "views/dictionary.h"
#include "views/pdf/code39_elements.h"

namespace permit::views {
namespace {

constexpr int kNarrow = 2;
constexpr int kWide = 5;
constexpr int kQuietZone = 10 * kNarrow;
constexpr int kHeight = 100;  // over 15 % of the width of the longest, as ISO/IEC 16388 wants

constexpr int kCharacterWidth = 6 * kNarrow + 3 * kWide;

int WidthOf(std::size_t characters) {
  const int symbols = static_cast<int>(characters) + 2;  // with start and stop
  return 2 * kQuietZone + symbols * kCharacterWidth + (symbols - 1) * kNarrow;
}

std::string Bar(int left, int width) {
  return "M" + std::to_string(left) + " 0h" + std::to_string(width) + "v" +
         std::to_string(kHeight) + "h-" + std::to_string(width) + "z";
}

}  // namespace

BarcodeDrawing DrawBarcode(std::string_view text, int width) {
  if (text.find('*') != std::string_view::npos) throw std::invalid_argument("a star in a barcode");
  const int narrowest = WidthOf(text.size());
  BarcodeDrawing drawing{std::max(width, narrowest), kHeight, {}};
  int left = (drawing.width - narrowest) / 2 + kQuietZone;
  for (char character : '*' + std::string(text) + '*') {
    const std::string_view elements = Code39Elements(character);
    if (elements.empty()) throw std::invalid_argument("a character that Code 39 has not");
    bool is_bar = true;
    for (char element : elements) {
      const int element_width = element == 'w' ? kWide : kNarrow;
      if (is_bar) drawing.path += Bar(left, element_width);
      is_bar = !is_bar;
      left += element_width;
    }
    left += kNarrow;
  }
  return drawing;
}

void AddBarcodes(Dictionary& place, const std::vector<std::string>& texts) {
  int width = 0;
  for (const std::string& text : texts) width = std::max(width, WidthOf(text.size()));
  int number = 0;
  for (const std::string& text : texts) {
    const BarcodeDrawing drawing = DrawBarcode(text, width);
    place.Add("BARCODE")
        .Number("NUMBER", ++number)
        .Text("TEXT", text)
        .Number("WIDTH", drawing.width)
        .Number("HEIGHT", drawing.height)
        .Text("PATH", drawing.path);
  }
}

}  // namespace permit::views
