#include <cstdint>
#include <memory>

#include <libheif/heif.h>

#include "handlers/form/picture.h"

namespace permit {
namespace {

// Of the largest that phones take; decoded and as RGB it is held in less than the memory of a
// limited process.
constexpr std::uint64_t kMostPixels = 52'000'000;
constexpr int kWidest = 32'768;

template <auto Free>
struct Freed {
  template <class Thing>
  void operator()(Thing* thing) const {
    Free(thing);
  }
};
using Context = std::unique_ptr<heif_context, Freed<heif_context_free>>;
using Handle = std::unique_ptr<heif_image_handle, Freed<heif_image_handle_release>>;
using Image = std::unique_ptr<heif_image, Freed<heif_image_release>>;
using Options = std::unique_ptr<heif_decoding_options, Freed<heif_decoding_options_free>>;

bool IsGood(const heif_error& error) { return error.code == heif_error_Ok; }

Problem ProblemOf(const heif_error& error) {
  const bool too_large = error.subcode == heif_suberror_Security_limit_exceeded;
  return too_large ? Problem::kTooManyPixels : Problem::kFileDamaged;
}

Picture ShrunkFrom(const heif_image* image, Extent enough) {
  const auto extent_of = [&](auto get) {
    return static_cast<unsigned>(get(image, heif_channel_interleaved));
  };
  const Extent from = {extent_of(heif_image_get_width), extent_of(heif_image_get_height)};
  int stride = 0;
  const std::uint8_t* rows =
      heif_image_get_plane_readonly(image, heif_channel_interleaved, &stride);
  if (rows == nullptr || from.width == 0 || from.height == 0) return {};
  Shrinker shrinker(from, Covering(from, enough));
  for (unsigned y = 0; y < from.height; ++y) {
    shrinker.Take(rows + std::size_t{y} * static_cast<unsigned>(stride));
  }
  return std::move(shrinker).Give();
}

}  // namespace

Decoded DecodeHeic(std::string_view bytes, Extent enough) {
  const Context context(heif_context_alloc());
  heif_context_set_maximum_image_size_limit(context.get(), kWidest);
  heif_context_set_max_decoding_threads(context.get(), 0);
  heif_error error = heif_context_read_from_memory_without_copy(context.get(), bytes.data(),
                                                                bytes.size(), nullptr);
  if (!IsGood(error)) return {ProblemOf(error), {}};
  heif_image_handle* main_picture = nullptr;
  error = heif_context_get_primary_image_handle(context.get(), &main_picture);
  if (!IsGood(error)) return {ProblemOf(error), {}};
  const Handle handle(main_picture);
  const auto width = static_cast<std::uint64_t>(heif_image_handle_get_width(handle.get()));
  const auto height = static_cast<std::uint64_t>(heif_image_handle_get_height(handle.get()));
  if (width * height > kMostPixels) return {Problem::kTooManyPixels, {}};

  const Options options(heif_decoding_options_alloc());
  options->convert_hdr_to_8bit = 1;
  heif_image* decoded = nullptr;
  error = heif_decode_image(handle.get(), &decoded, heif_colorspace_RGB,
                            heif_chroma_interleaved_RGB, options.get());
  if (!IsGood(error)) return {ProblemOf(error), {}};
  const Image image(decoded);
  if (enough == kNothing) return {};
  Picture picture = ShrunkFrom(image.get(), enough);
  if (picture.pixels.empty()) return {Problem::kFileDamaged, {}};
  return {std::nullopt, std::move(picture)};
}

}  // namespace permit
