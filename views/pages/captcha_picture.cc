#include "views/pages/captcha_picture.h"

#include <cairo.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <vector>

namespace permit::views {
namespace {

constexpr int kWidth = 360;
constexpr int kHeight = 120;
constexpr double kMargin = 14;
constexpr int kLines = 2;
constexpr int kPieces = 8;
constexpr int kCuts = 2;
constexpr double kPi = 3.14159265358979323846;

struct Colour {
  double red, green, blue;
};
constexpr Colour kGround{0.97, 0.98, 0.98};
constexpr Colour kInk{0.05, 0.30, 0.36};

// Families that a system lacks are replaced by another of its own. `size` makes their capitals
// about as high as each other's, `boldness` (pixels) their strokes about as wide.
struct Face {
  const char* family;
  double size;
  double boldness;
};
constexpr Face kFaces[] = {{"sans-serif", 70, 0.5},
                           {"serif", 70, 1},
                           {"monospace", 72, 1},
                           {"Gentium Plus", 80, 2},
                           {"LXGW WenKai", 76, 3}};
constexpr std::size_t kFaceCount = std::size(kFaces);

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

// Bends what is drawn, alike for letters and lines.
struct Wave {
  double phase_x, phase_y, strength;
  void Bend(double& x, double& y) const {
    const double from_x = x;
    x += strength * std::sin(y / 20 + phase_x);
    y += strength * std::sin(from_x / 32 + phase_y);
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

// Where a letter's outline lies around its own middle.
struct Letter {
  std::unique_ptr<cairo_path_t, PathDeleter> outline;
  double width;
  double boldness;  // of the line around it
};

// In a face, a size, a slant and a turn of its own.
Letter ShapeLetter(cairo_t* cairo, char letter, Sway& sway) {
  const char text[] = {letter, '\0'};
  const Face& face = kFaces[static_cast<std::size_t>((sway.Next() + 1) / 2 * 0.999 * kFaceCount)];
  cairo_save(cairo);
  cairo_select_font_face(cairo, face.family, CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_BOLD);
  cairo_set_font_size(cairo, face.size + 9 * sway.Next());
  cairo_text_extents_t extents;
  cairo_text_extents(cairo, text, &extents);
  const double slant = 0.22 * sway.Next();
  cairo_matrix_t skew;
  cairo_matrix_init(&skew, 1 + 0.12 * sway.Next(), 0, slant, 1 + 0.12 * sway.Next(), 0, 0);
  cairo_identity_matrix(cairo);
  cairo_rotate(cairo, 0.24 * sway.Next());
  cairo_transform(cairo, &skew);
  cairo_new_path(cairo);
  cairo_move_to(cairo, -extents.width / 2 - extents.x_bearing,
                -extents.height / 2 - extents.y_bearing);
  cairo_text_path(cairo, text);
  cairo_restore(cairo);
  double left, top, right, bottom;
  cairo_path_extents(cairo, &left, &top, &right, &bottom);
  Letter shaped{std::unique_ptr<cairo_path_t, PathDeleter>(cairo_copy_path(cairo)), right - left,
                face.boldness + sway.Next()};
  cairo_new_path(cairo);
  return shaped;
}

// Each over the edge of the one before, from a place that changes.
void DrawLetters(cairo_t* cairo, std::string_view letters, Sway& sway, const Wave& wave) {
  std::vector<Letter> shaped;
  std::vector<double> steps;  // to the left edge of the next
  double width = 0;
  for (char letter : letters) {
    shaped.push_back(ShapeLetter(cairo, letter, sway));
    steps.push_back(shaped.back().width - 3 - 3 * sway.Next());
    width += steps.back();
  }
  const double room = kWidth - 2 * kMargin;
  const double scale = std::min(room * (0.94 + 0.06 * sway.Next()) / width, 1.25);
  double left = kMargin + (room - width * scale) * (sway.Next() + 1) / 2;
  for (std::size_t i = 0; i < shaped.size(); ++i) {
    cairo_save(cairo);
    cairo_translate(cairo, left + shaped[i].width * scale / 2, kHeight / 2.0 + 10 * sway.Next());
    cairo_scale(cairo, scale, 1);
    cairo_append_path(cairo, shaped[i].outline.get());
    cairo_restore(cairo);
    BendPath(cairo, wave);
    cairo_set_line_width(cairo, shaped[i].boldness);
    cairo_fill_preserve(cairo);
    cairo_stroke(cairo);
    left += steps[i] * scale;
  }
}

// As wide as the letters' strokes, and across all of them.
void DrawLines(cairo_t* cairo, Sway& sway) {
  for (int line = 0; line < kLines; ++line) {
    const double level = kHeight * (0.3 + 0.4 * line / (kLines - 1.0));
    cairo_set_line_width(cairo, 6 + 1.5 * sway.Next());
    cairo_move_to(cairo, 0, level + 25 * sway.Next());
    cairo_curve_to(cairo, kWidth / 3.0, level + 65 * sway.Next(), kWidth * 2 / 3.0,
                   level + 65 * sway.Next(), kWidth, level + 25 * sway.Next());
    cairo_stroke(cairo);
  }
}

// Parts of strokes, above and below the letters as within them.
void DrawPieces(cairo_t* cairo, Sway& sway) {
  for (int piece = 0; piece < kPieces; ++piece) {
    const double x = kWidth * (piece + 0.5 + 0.5 * sway.Next()) / kPieces;
    const double y = kHeight * (0.5 + 0.42 * sway.Next());
    const double turn = kPi * sway.Next();
    cairo_set_line_width(cairo, 6.5 + 1.5 * sway.Next());
    cairo_arc(cairo, x, y, 13 + 5 * sway.Next(), turn, turn + 1.4 + 0.6 * sway.Next());
    cairo_stroke(cairo);
  }
}

// Lines in the colour of the ground, which cut letters and lines alike.
void DrawCuts(cairo_t* cairo, Sway& sway) {
  cairo_set_line_width(cairo, 2);
  for (int cut = 0; cut < kCuts; ++cut) {
    const double level = kHeight * (0.3 + 0.4 * cut / (kCuts - 1.0));
    cairo_move_to(cairo, 0, level + 40 * sway.Next());
    cairo_curve_to(cairo, kWidth / 3.0, level + 80 * sway.Next(), kWidth * 2 / 3.0,
                   level + 80 * sway.Next(), kWidth, level + 40 * sway.Next());
    cairo_stroke(cairo);
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
  cairo_set_source_rgb(cairo.get(), kGround.red, kGround.green, kGround.blue);
  cairo_paint(cairo.get());
  cairo_set_line_cap(cairo.get(), CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join(cairo.get(), CAIRO_LINE_JOIN_ROUND);
  Sway sway(seed);
  const Wave wave{kPi * sway.Next(), kPi * sway.Next(), 5 + sway.Next()};
  // One colour for all: nothing but its shape tells a letter from a line.
  cairo_set_source_rgb(cairo.get(), kInk.red, kInk.green, kInk.blue);
  DrawLetters(cairo.get(), letters, sway, wave);
  DrawLines(cairo.get(), sway);
  DrawPieces(cairo.get(), sway);
  cairo_set_source_rgb(cairo.get(), kGround.red, kGround.green, kGround.blue);
  DrawCuts(cairo.get(), sway);
  std::string png;
  if (cairo_surface_write_to_png_stream(surface.get(), Append, &png) != CAIRO_STATUS_SUCCESS) {
    throw std::runtime_error("cairo cannot draw a captcha");
  }
  return png;
}

}  // namespace permit::views
