#include "tests/support/sample_heic.h"

#include <memory>
#include <stdexcept>

#include <libheif/heif.h>

namespace permit::test {
namespace {

void Require(const heif_error& error) {
  if (error.code != heif_error_Ok) throw std::runtime_error(error.message);
}

heif_error Append(heif_context*, const void* bytes, std::size_t size, void* to) {
  static_cast<std::string*>(to)->append(static_cast<const char*>(bytes), size);
  return {heif_error_Ok, heif_suberror_Unspecified, ""};
}

struct Place {
  unsigned x;
  unsigned y;
};
// Of a stored pixel in the upright picture, whose last places are `right` and `bottom`.
Place UprightPlace(int orientation, Place stored, unsigned right, unsigned bottom) {
  switch (orientation) {
    case 3:
      return {right - stored.x, bottom - stored.y};
    case 6:
      return {right - stored.y, stored.x};
    case 8:
      return {stored.y, bottom - stored.x};
    default:
      return stored;
  }
}

}  // namespace

std::string PaintHeic(unsigned width, unsigned height, const ColourAt& colour, int orientation) {
  const bool lies = orientation >= 5;
  const int stored_width = static_cast<int>(lies ? height : width);
  const int stored_height = static_cast<int>(lies ? width : height);
  heif_image* painted = nullptr;
  Require(heif_image_create(stored_width, stored_height, heif_colorspace_RGB,
                            heif_chroma_interleaved_RGB, &painted));
  const std::unique_ptr<heif_image, void (*)(const heif_image*)> image(painted, heif_image_release);
  Require(heif_image_add_plane(painted, heif_channel_interleaved, stored_width, stored_height, 8));
  int stride = 0;
  std::uint8_t* pixels = heif_image_get_plane(painted, heif_channel_interleaved, &stride);
  for (int y = 0; y < stored_height; ++y) {
    for (int x = 0; x < stored_width; ++x) {
      const Place place = UprightPlace(
          orientation, {static_cast<unsigned>(x), static_cast<unsigned>(y)}, width - 1, height - 1);
      const auto parts = colour(place.x, place.y);
      for (int i = 0; i < 3; ++i) pixels[y * stride + x * 3 + i] = parts[static_cast<unsigned>(i)];
    }
  }
  const std::unique_ptr<heif_context, void (*)(heif_context*)> context(heif_context_alloc(),
                                                                       heif_context_free);
  heif_encoder* made = nullptr;
  Require(heif_context_get_encoder_for_format(context.get(), heif_compression_HEVC, &made));
  const std::unique_ptr<heif_encoder, void (*)(heif_encoder*)> encoder(made, heif_encoder_release);
  Require(heif_encoder_set_lossy_quality(made, 90));
  Require(heif_encoder_set_parameter(made, "preset", "ultrafast"));
  const std::unique_ptr<heif_encoding_options, void (*)(heif_encoding_options*)> options(
      heif_encoding_options_alloc(), heif_encoding_options_free);
  options->image_orientation = static_cast<heif_orientation>(orientation);
  Require(heif_context_encode_image(context.get(), painted, made, options.get(), nullptr));
  std::string bytes;
  heif_writer writer{1, Append};
  Require(heif_context_write(context.get(), &writer, &bytes));
  return bytes;
}

}  // namespace permit::test
