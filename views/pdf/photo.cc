#include "views/pdf/photo.h"

#include <cairo.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <optional>

#include "views/pdf/jpeg_codec.h"
#include "views/pdf/paper.h"

namespace permit::views {
namespace {

constexpr int kMostPixels = 8000;               // a side
constexpr int kPixels600DpiWidth = 826;         // of 35 mm
constexpr int kPixels600DpiHeight = 1063;       // of 45 mm
constexpr std::size_t kMostBytes = 220 * 1024;  // of a JPEG that is kept

struct SurfaceDestroy {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
using Surface = std::unique_ptr<cairo_surface_t, SurfaceDestroy>;

std::uint32_t BigEndian(const std::string& bytes, std::size_t offset) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    value = value << 8 | static_cast<unsigned char>(bytes.at(offset + i));
  }
  return value;
}

bool IsPng(const std::string& file) {
  return file.size() > 33 && file.compare(0, 8, "\x89PNG\r\n\x1a\n") == 0;
}

Surface ReadPng(const std::string& file) {
  if (BigEndian(file, 16) > kMostPixels || BigEndian(file, 20) > kMostPixels) {
    throw PaperError("a photograph of too many pixels");
  }
  struct Source {
    const std::string& bytes;
    std::size_t offset = 0;
  } source{file};
  Surface image(cairo_image_surface_create_from_png_stream(
      [](void* closure, unsigned char* data, unsigned int length) {
        auto* from = static_cast<Source*>(closure);
        if (from->bytes.size() - from->offset < length) return CAIRO_STATUS_READ_ERROR;
        std::memcpy(data, from->bytes.data() + from->offset, length);
        from->offset += length;
        return CAIRO_STATUS_SUCCESS;
      },
      &source));
  if (cairo_surface_status(image.get()) != CAIRO_STATUS_SUCCESS) {
    throw PaperError("a PNG photograph that cannot be read");
  }
  return image;
}

Picture FromPng(const std::string& file) {
  const Surface image = ReadPng(file);
  const int width = cairo_image_surface_get_width(image.get());
  const int height = cairo_image_surface_get_height(image.get());
  const double scale = std::min(1.0, std::max(static_cast<double>(kPixels600DpiWidth) / width,
                                              static_cast<double>(kPixels600DpiHeight) / height));
  Picture picture;
  picture.width = std::max(1, static_cast<int>(width * scale));
  picture.height = std::max(1, static_cast<int>(height * scale));
  const Surface flat(cairo_image_surface_create(CAIRO_FORMAT_RGB24, picture.width, picture.height));
  cairo_t* context = cairo_create(flat.get());
  cairo_set_source_rgb(context, 1, 1, 1);
  cairo_paint(context);
  cairo_scale(context, scale, scale);
  cairo_set_source_surface(context, image.get(), 0, 0);
  cairo_pattern_set_filter(cairo_get_source(context), CAIRO_FILTER_GOOD);
  cairo_paint(context);
  cairo_destroy(context);
  cairo_surface_flush(flat.get());

  const unsigned char* data = cairo_image_surface_get_data(flat.get());
  const int stride = cairo_image_surface_get_stride(flat.get());
  picture.rgb.reserve(static_cast<std::size_t>(picture.width) * picture.height * 3);
  for (int y = 0; y < picture.height; ++y) {
    for (int x = 0; x < picture.width; ++x) {
      std::uint32_t pixel;
      std::memcpy(&pixel, data + y * stride + x * 4, sizeof pixel);
      picture.rgb.push_back(static_cast<unsigned char>(pixel >> 16));
      picture.rgb.push_back(static_cast<unsigned char>(pixel >> 8));
      picture.rgb.push_back(static_cast<unsigned char>(pixel));
    }
  }
  return picture;
}

// Orientations of EXIF: 2-4 mirror and turn, 5-8 change sides.
Picture Upright(const Picture& picture, int orientation) {
  if (orientation <= 1 || orientation > 8) return picture;
  const bool sides_change = orientation >= 5;
  Picture turned;
  turned.width = sides_change ? picture.height : picture.width;
  turned.height = sides_change ? picture.width : picture.height;
  turned.rgb.resize(picture.rgb.size());
  for (int y = 0; y < turned.height; ++y) {
    for (int x = 0; x < turned.width; ++x) {
      int from_x = sides_change ? y : x;
      int from_y = sides_change ? x : y;
      if (orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8) {
        from_x = picture.width - 1 - from_x;
      }
      if (orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7) {
        from_y = picture.height - 1 - from_y;
      }
      const auto from = (static_cast<std::size_t>(from_y) * picture.width + from_x) * 3;
      const auto to = (static_cast<std::size_t>(y) * turned.width + x) * 3;
      std::copy_n(picture.rgb.begin() + static_cast<std::ptrdiff_t>(from), 3,
                  turned.rgb.begin() + static_cast<std::ptrdiff_t>(to));
    }
  }
  return turned;
}

}  // namespace

Photo PreparePhoto(const std::string& file) {
  if (IsPng(file)) {
    const Picture picture = FromPng(file);
    return {EncodeJpeg(picture), picture.width, picture.height};
  }
  const std::optional<JpegHead> head = ReadJpegHead(file);
  if (!head || head->width < 1 || head->height < 1) {
    throw PaperError("a photograph that is neither JPEG nor PNG");
  }
  if (head->width > kMostPixels || head->height > kMostPixels) {
    throw PaperError("a photograph of too many pixels");
  }
  const bool keeps = head->orientation <= 1 && head->plain && file.size() <= kMostBytes;
  if (keeps) return {WithoutRemarks(file), head->width, head->height};
  const Picture picture =
      Upright(DecodeJpeg(file, kPixels600DpiWidth, kPixels600DpiHeight), head->orientation);
  return {EncodeJpeg(picture), picture.width, picture.height};
}

}  // namespace permit::views
