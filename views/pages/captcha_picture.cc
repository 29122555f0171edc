#include "views/pages/captcha_picture.h"

#include <cairo.h>

#include <cmath>
#include <memory>
#include <stdexcept>

namespace permit::views {
namespace {

constexpr int kWidth = 360;
constexpr int kHeight = 120;
constexpr double kPi = 3.14159265358979323846;

struct SurfaceDeleter {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
struct ContextDeleter {
  void operator()(cairo_t* context) const { cairo_destroy(context); }
};
struct PathDeleter {
  void operator()(cairo_path_t* path) const { cairo_path_destroy(path); }
};

// Numbers between -1 and 1 out of the seed's bytes.
class Sway {
 public:
  explicit Sway(std::string_view seed) : seed_(seed) {}
  double Next() {
    unsigned char byte = static_cast<unsigned char>(seed_[at_++ % seed_.size()]);
    state_ = state_ * 1103515245u + 12345u + byte;
    return static_cast<double>((state_ >> 16) & 0x7fff) / 16383.5 - 1.0;
  }

 private:
  std::string_view seed_;
  std::size_t at_ = 0;
  unsigned state_ = 0;
};

struct Wave {
  double phase_x, phase_y, strength;
  void Bend(double& x, double& y) const {
    const double from_x = x;
    x += strength * std::sin(y / 22 + phase_x);
    y += strength * std::sin(from_x / 38 + phase_y);
  }
};

void BendPath(cairo_t* cairo, const Wave& wave) {
  std::unique_ptr<cairo_path_t, PathDeleter> path(cairo_copy_path(cairo));
  for (int i = 0; i < path->num_data; i += path->data[i].header.length) {
    for (int point = 1; point < path->data[i].header.length; ++point) {
      wave.Bend(path->data[i + point].point.x, path->data[i + point].point.y);
    }
  }
  cairo_new_path(cairo);
  cairo_append_path(cairo, path.get());
}

void DrawLetters(cairo_t* cairo, std::string_view letters, Sway& sway, const Wave& wave) {
  cairo_select_font_face(cairo, "sans-serif", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_BOLD);
  const double step = (kWidth - 40.0) / static_cast<double>(letters.size());
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const char letter[] = {letters[i], '\0'};
    cairo_save(cairo);
    cairo_set_font_size(cairo, 66 + 8 * sway.Next());
    cairo_text_extents_t extents;
    cairo_text_extents(cairo, letter, &extents);
    cairo_translate(cairo, 20 + step * (static_cast<double>(i) + 0.5) + 4 * sway.Next(),
                    kHeight / 2.0 + 8 * sway.Next());
    cairo_rotate(cairo, 0.30 * sway.Next());
    cairo_move_to(cairo, -extents.width / 2 - extents.x_bearing,
                  -extents.height / 2 - extents.y_bearing);
    cairo_text_path(cairo, letter);
    cairo_restore(cairo);
  }
  BendPath(cairo, wave);
  cairo_set_source_rgb(cairo, 0.05, 0.30, 0.36);
  cairo_fill(cairo);
}

void DrawLines(cairo_t* cairo, Sway& sway) {
  cairo_set_line_width(cairo, 4);
  for (int line = 0; line < 3; ++line) {
    cairo_set_source_rgba(cairo, 0.05, 0.30, 0.36, 0.75);
    cairo_move_to(cairo, 0, kHeight / 2.0 + 45 * sway.Next());
    cairo_curve_to(cairo, kWidth / 3.0, kHeight / 2.0 + 70 * sway.Next(), kWidth * 2 / 3.0,
                   kHeight / 2.0 + 70 * sway.Next(), kWidth, kHeight / 2.0 + 45 * sway.Next());
    cairo_stroke(cairo);
  }
  for (int dot = 0; dot < 60; ++dot) {
    cairo_set_source_rgba(cairo, 0.05, 0.30, 0.36, 0.4);
    const double x = kWidth / 2.0 * (1 + sway.Next());
    const double y = kHeight / 2.0 * (1 + sway.Next());
    cairo_arc(cairo, x, y, 2, 0, 2 * kPi);
    cairo_fill(cairo);
  }
}

cairo_status_t Append(void* closure, const unsigned char* data, unsigned length) {
  static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

}  // namespace

std::string DrawCaptcha(std::string_view letters, std::string_view seed) {
  if (letters.empty() || seed.empty()) throw std::logic_error("a captcha without letters");
  std::unique_ptr<cairo_surface_t, SurfaceDeleter> surface(
      cairo_image_surface_create(CAIRO_FORMAT_RGB24, kWidth, kHeight));
  std::unique_ptr<cairo_t, ContextDeleter> cairo(cairo_create(surface.get()));
  cairo_set_source_rgb(cairo.get(), 0.97, 0.98, 0.98);
  cairo_paint(cairo.get());
  Sway sway(seed);
  const Wave wave{kPi * sway.Next(), kPi * sway.Next(), 5};
  DrawLetters(cairo.get(), letters, sway, wave);
  DrawLines(cairo.get(), sway);
  std::string png;
  if (cairo_surface_write_to_png_stream(surface.get(), Append, &png) != CAIRO_STATUS_SUCCESS) {
    throw std::runtime_error("cairo cannot draw a captcha");
  }
  return png;
}

}  // namespace permit::views
