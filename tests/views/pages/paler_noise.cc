#include "tests/views/pages/paler_noise.h"

#include <cairo.h>

namespace permit::test {
namespace {

constexpr int kWidth = 360;
constexpr int kHeight = 120;
constexpr double kMargin = 20;

cairo_status_t Append(void* closure, const unsigned char* data, unsigned length) {
  static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

}  // namespace

std::string DrawWithPalerNoise(std::string_view letters, std::mt19937& random) {
  std::uniform_real_distribution<double> sway(-1, 1);
  cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, kWidth, kHeight);
  cairo_t* cairo = cairo_create(surface);
  cairo_set_source_rgb(cairo, 1, 1, 1);
  cairo_paint(cairo);
  cairo_set_source_rgb(cairo, 0.05, 0.30, 0.36);
  cairo_select_font_face(cairo, "sans-serif", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_BOLD);
  const double step = (kWidth - 2 * kMargin) / static_cast<double>(letters.size());
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const char letter[] = {letters[i], '\0'};
    cairo_set_font_size(cairo, 66 + 8 * sway(random));
    cairo_text_extents_t extents;
    cairo_text_extents(cairo, letter, &extents);
    cairo_save(cairo);
    cairo_translate(cairo, kMargin + step * (static_cast<double>(i) + 0.5) + 4 * sway(random),
                    kHeight / 2.0 + 8 * sway(random));
    cairo_rotate(cairo, 0.3 * sway(random));
    cairo_move_to(cairo, -extents.width / 2 - extents.x_bearing,
                  -extents.height / 2 - extents.y_bearing);
    cairo_show_text(cairo, letter);
    cairo_restore(cairo);
  }
  cairo_set_source_rgba(cairo, 0.05, 0.30, 0.36, 0.6);
  cairo_set_line_width(cairo, 4);
  for (int line = 0; line < 3; ++line) {
    cairo_move_to(cairo, 0, kHeight / 2.0 + 45 * sway(random));
    cairo_curve_to(cairo, kWidth / 3.0, kHeight / 2.0 + 70 * sway(random), kWidth * 2 / 3.0,
                   kHeight / 2.0 + 70 * sway(random), kWidth, kHeight / 2.0 + 45 * sway(random));
    cairo_stroke(cairo);
  }
  std::string png;
  cairo_surface_write_to_png_stream(surface, Append, &png);
  cairo_destroy(cairo);
  cairo_surface_destroy(surface);
  return png;
}

}  // namespace permit::test
