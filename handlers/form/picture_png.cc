#include <csetjmp>
#include <cstdint>
#include <cstring>

#include <png.h>

#include "handlers/form/picture.h"

namespace permit {
namespace {

constexpr std::uint64_t kMostPixels = 60'000'000;
// An interlaced picture has to be held as a whole.
constexpr std::uint64_t kMostInterlacedPixels = 16'000'000;

struct Source {
  std::string_view rest;
};

void Feed(png_structp png, png_bytep to, std::size_t size) {
  auto* source = static_cast<Source*>(png_get_io_ptr(png));
  if (size > source->rest.size()) png_error(png, "ends early");
  std::memcpy(to, source->rest.data(), size);
  source->rest.remove_prefix(size);
}

void Leave(png_structp png, png_const_charp) { png_longjmp(png, 1); }
void KeepSilent(png_structp, png_const_charp) {}

struct Reading {
  png_structp png = nullptr;
  png_infop info = nullptr;
  Source source;
  std::optional<Shrinker> shrinker;
  std::vector<unsigned char> pixels;  // a row, or all of them
  std::vector<png_bytep> rows;
  bool too_many = false;

  ~Reading() { png_destroy_read_struct(&png, &info, nullptr); }
};

// Everything becomes eight bits of red, green and blue; what is transparent becomes white.
void AskForRgb(png_structp png, png_infop info) {
  png_set_expand(png);
  png_set_scale_16(png);
  png_set_gray_to_rgb(png);
  const bool transparent = (png_get_color_type(png, info) & PNG_COLOR_MASK_ALPHA) != 0 ||
                           png_get_valid(png, info, PNG_INFO_tRNS) != 0;
  if (!transparent) return;
  png_color_16 white{};
  white.red = white.green = white.blue = white.gray = 0xff;
  png_set_background(png, &white, PNG_BACKGROUND_GAMMA_SCREEN, 0, 1.0);
}

// False when the library gave up.
bool Read(Reading& reading, Extent enough) {
  png_structp png = reading.png;
  png_infop info = reading.info;
  if (setjmp(png_jmpbuf(png))) return false;
  png_set_read_fn(png, &reading.source, Feed);
  png_read_info(png, info);
  const Extent from = {png_get_image_width(png, info), png_get_image_height(png, info)};
  const bool interlaced = png_get_interlace_type(png, info) != PNG_INTERLACE_NONE;
  const std::uint64_t most = interlaced ? kMostInterlacedPixels : kMostPixels;
  reading.too_many = std::uint64_t{from.width} * from.height > most;
  if (reading.too_many) return true;
  const bool kept = enough != kNothing;
  if (kept) AskForRgb(png, info);
  png_set_interlace_handling(png);
  png_read_update_info(png, info);
  const std::size_t stride = png_get_rowbytes(png, info);
  if (kept && stride != std::size_t{from.width} * 3) return false;
  if (kept) reading.shrinker.emplace(from, Covering(from, enough));
  reading.pixels.resize(interlaced ? stride * from.height : stride);
  if (interlaced) {
    for (unsigned y = 0; y < from.height; ++y) reading.rows.push_back(&reading.pixels[stride * y]);
    png_read_image(png, reading.rows.data());
    if (kept) {
      for (png_bytep row : reading.rows) reading.shrinker->Take(row);
    }
  } else {
    for (unsigned y = 0; y < from.height; ++y) {
      png_read_row(png, reading.pixels.data(), nullptr);
      if (kept) reading.shrinker->Take(reading.pixels.data());
    }
  }
  png_read_end(png, nullptr);
  return true;
}

}  // namespace

Decoded DecodePng(std::string_view bytes, Extent enough) {
  Reading reading;
  reading.source.rest = bytes;
  reading.png = png_create_read_struct(PNG_LIBPNG_VER_STRING, nullptr, Leave, KeepSilent);
  if (reading.png != nullptr) reading.info = png_create_info_struct(reading.png);
  if (reading.info == nullptr || !Read(reading, enough)) return {Problem::kFileDamaged, {}};
  if (reading.too_many) return {Problem::kTooManyPixels, {}};
  if (!reading.shrinker) return {};
  return {std::nullopt, (*std::move(reading.shrinker)).Give()};
}

}  // namespace permit
