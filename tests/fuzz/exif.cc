// The orientation in a JPEG's Exif segment: as it came, and written in both orders of bytes.
#include "handlers/rules/exif.h"

#include <fuzzer/FuzzedDataProvider.h>

#include "handlers/form/picture.h"
#include "tests/fuzz/property.h"

namespace permit::fuzz {
namespace {

struct Entry {
  unsigned tag;
  unsigned value;
};

class Writer {
 public:
  explicit Writer(bool little) : little_(little) {}

  void Number(unsigned value, int size) {
    for (int i = 0; i < size; ++i) {
      const int shift = little_ ? 8 * i : 8 * (size - 1 - i);
      bytes += static_cast<char>(value >> shift & 0xff);
    }
  }

  std::string bytes;

 private:
  bool little_;
};

std::string Camera(const std::vector<Entry>& entries, bool little) {
  Writer tiff(little);
  tiff.bytes = little ? "II" : "MM";
  tiff.Number(42, 2);
  tiff.Number(8, 4);
  tiff.Number(static_cast<unsigned>(entries.size()), 2);
  for (const Entry& entry : entries) {
    tiff.Number(entry.tag, 2);
    tiff.Number(3, 2);  // of 16 bits
    tiff.Number(1, 4);
    tiff.Number(entry.value, 2);
    tiff.Number(0, 2);
  }
  const std::string segment = std::string("Exif\0\0", 6) + tiff.bytes;
  Writer jpeg(false);
  jpeg.Number(0xffd8ffe1, 4);
  jpeg.Number(static_cast<unsigned>(segment.size() + 2), 2);
  return jpeg.bytes + segment;
}

void TryWritten(std::string_view input) {
  constexpr unsigned kOrientation = 0x0112;
  FuzzedDataProvider from(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
  std::vector<Entry> entries(from.ConsumeIntegralInRange<std::size_t>(0, 20));
  int expected = 0;
  for (Entry& entry : entries) {
    entry.tag = from.ConsumeIntegralInRange(kOrientation - 1, kOrientation + 1);
    entry.value = from.ConsumeIntegralInRange(0u, 10u);
    if (entry.tag != kOrientation || expected != 0) continue;
    expected = entry.value >= 1 && entry.value <= 8 ? static_cast<int>(entry.value) : 1;
  }
  if (expected == 0) expected = 1;
  for (bool little : {false, true}) {
    Require(ExifOrientation(Camera(entries, little)) == expected,
            "the first orientation counts, in either order of bytes");
  }
}

// Turned, and turned back by the orientation that undoes it.
void TryTurning(std::string_view input, int orientation) {
  constexpr int kUndoes[] = {0, 1, 2, 3, 4, 5, 8, 7, 6};
  Picture picture;
  picture.width = 1 + static_cast<unsigned>(input.size()) % 5;
  picture.height = 1 + static_cast<unsigned>(input.size()) / 5 % 5;
  picture.pixels.resize(std::size_t{picture.width} * picture.height * 3);
  for (std::size_t i = 0; i < picture.pixels.size(); ++i) {
    picture.pixels[i] = static_cast<unsigned char>(i);
  }
  const Picture turned = Upright(picture, orientation);
  Require((turned.width == picture.height && turned.height == picture.width) ||
              (turned.width == picture.width && turned.height == picture.height),
          "turning keeps the sides");
  Require(!LiesOnItsSide(orientation) || turned.width == picture.height,
          "a picture that lay on its side stands");
  Require(Upright(turned, kUndoes[orientation]).pixels == picture.pixels, "and can be turned back");
}

}  // namespace

void Try(std::string_view input) {
  const int orientation = ExifOrientation(input);
  Require(orientation >= 0 && orientation <= 8, "an orientation is one of eight, or none");
  TryWritten(input);
  TryTurning(input, orientation);
}

}  // namespace permit::fuzz
