#include "views/pdf/guilloche.h"

#include <cmath>
#include <numbers>

namespace permit::views {
namespace {

using std::numbers::pi;

constexpr Colour kHair{0.80, 0.89, 0.895};
constexpr Colour kWave{0.885, 0.935, 0.94};
constexpr Colour kBraid{0.47, 0.68, 0.71};
constexpr double kHairWidth = 0.12;

struct Point {
  double x;
  double y;
};

// The curve through `at(0) … at(1)` in cubic pieces with the tangents of the curve itself.
template <typename Curve>
void Trace(cairo_t* context, int pieces, const Curve& at) {
  constexpr double kDelta = 1e-4;
  const auto tangent = [&](double t) {
    const Point before = at(t - kDelta);
    const Point after = at(t + kDelta);
    return Point{(after.x - before.x) / (2 * kDelta), (after.y - before.y) / (2 * kDelta)};
  };
  const double step = 1.0 / pieces;
  Point from = at(0);
  Point from_tangent = tangent(0);
  cairo_move_to(context, from.x, from.y);
  for (int i = 1; i <= pieces; ++i) {
    const Point to = at(i * step);
    const Point to_tangent = tangent(i * step);
    cairo_curve_to(context, from.x + from_tangent.x * step / 3, from.y + from_tangent.y * step / 3,
                   to.x - to_tangent.x * step / 3, to.y - to_tangent.y * step / 3, to.x, to.y);
    from = to;
    from_tangent = to_tangent;
  }
}

// A wave along a straight line of `length` from (x, y), at right angles when `down`.
void Wave(cairo_t* context, double x, double y, double length, bool down, double amplitude,
          int waves, double phase) {
  Trace(context, waves * 4, [&](double t) {
    const double along = t * length;
    const double across = amplitude * std::sin(2 * pi * waves * t + phase);
    return down ? Point{x + across, y + along} : Point{x + along, y + across};
  });
}

void StrokeHair(cairo_t* context, Colour colour) {
  cairo_set_source_rgb(context, colour.red, colour.green, colour.blue);
  cairo_set_line_width(context, kHairWidth);
  cairo_stroke(context);
}

// Fills the box with copies of what `draw` draws on a tile, which starts at the box's corner. The
// file holds the lines of the tile once.
template <typename Draw>
void FillWithTiles(cairo_t* context, const Box& box, double tile_width, double tile_height,
                   const Draw& draw) {
  constexpr double kScale = 72 / 25.4;  // a tile is replayed in points
  const cairo_rectangle_t extents{0, 0, tile_width * kScale, tile_height * kScale};
  cairo_surface_t* tile = cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &extents);
  cairo_t* on_tile = cairo_create(tile);
  cairo_scale(on_tile, kScale, kScale);
  draw(on_tile);
  cairo_destroy(on_tile);

  cairo_pattern_t* pattern = cairo_pattern_create_for_surface(tile);
  cairo_surface_destroy(tile);
  cairo_pattern_set_extend(pattern, CAIRO_EXTEND_REPEAT);
  cairo_matrix_t matrix;
  cairo_matrix_init_scale(&matrix, kScale, kScale);
  cairo_matrix_translate(&matrix, -box.x, -box.y);
  cairo_pattern_set_matrix(pattern, &matrix);
  cairo_set_source(context, pattern);
  cairo_pattern_destroy(pattern);
  cairo_rectangle(context, box.x, box.y, box.width, box.height);
  cairo_fill(context);
}

}  // namespace

void DrawRosette(Canvas& canvas, double centre_x, double centre_y, double radius) {
  struct Ring {
    double radius;
    double depth;
    int petals;
    int turns;
  };
  constexpr Ring kRings[] = {{0.86, 0.14, 12, 5}, {0.56, 0.20, 12, 4}, {0.24, 0.45, 8, 4}};
  for (const Ring& ring : kRings) {
    for (int turn = 0; turn < ring.turns; ++turn) {
      const double phase = 2 * pi * turn / ring.turns;
      Trace(canvas.context(), ring.petals * 3, [&](double t) {
        const double angle = 2 * pi * t;
        const double r =
            radius * ring.radius * (1 + ring.depth * std::cos(ring.petals * angle + phase));
        return Point{centre_x + r * std::cos(angle), centre_y + r * std::sin(angle)};
      });
    }
  }
  StrokeHair(canvas.context(), kHair);
}

void DrawWaves(Canvas& canvas, const Box& box) {
  constexpr double kSpacing = 6.4;
  constexpr int kLines = 4;  // of a tile
  const double width = box.width / 3;
  const double height = kSpacing * kLines;
  FillWithTiles(canvas.context(), box, width, height, [&](cairo_t* context) {
    // Lines of the neighbours reach into a tile, so it is drawn with one more on either side.
    for (int line = -1; line <= kLines; ++line) {
      const double phase = pi / 2 * line;
      Wave(context, 0, line * kSpacing, width, false, 5.2, 1, phase);
      Wave(context, 0, line * kSpacing, width, false, 5.2, 1, phase + pi);
    }
    StrokeHair(context, kWave);
  });
}

void DrawBorder(Canvas& canvas, const Box& frame) {
  constexpr double kBand = 4.4;
  constexpr double kAmplitude = kBand / 2 - 0.5;
  constexpr int kAcross = 17;  // waves of a side
  constexpr int kDown = 25;
  const Box inner = frame.Inset(kBand);
  for (const double y : {frame.y, inner.bottom()}) {
    const double width = inner.width / kAcross;
    FillWithTiles(canvas.context(), {inner.x, y, inner.width, kBand}, width, kBand,
                  [&](cairo_t* context) {
                    for (const double phase : {0.0, 2 * pi / 3, 4 * pi / 3}) {
                      Wave(context, 0, kBand / 2, width, false, kAmplitude, 1, phase);
                    }
                    StrokeHair(context, kBraid);
                  });
  }
  for (const double x : {frame.x, inner.right()}) {
    const double height = inner.height / kDown;
    FillWithTiles(canvas.context(), {x, inner.y, kBand, inner.height}, kBand, height,
                  [&](cairo_t* context) {
                    for (const double phase : {0.0, 2 * pi / 3, 4 * pi / 3}) {
                      Wave(context, kBand / 2, 0, height, true, kAmplitude, 1, phase);
                    }
                    StrokeHair(context, kBraid);
                  });
  }
  canvas.Stroke(frame, 0.35, kTeal);
  canvas.Stroke(inner, 0.18, kTeal);
  for (const double x : {frame.x, inner.right()}) {
    for (const double y : {frame.y, inner.bottom()}) {
      canvas.Stroke({x, y, kBand, kBand}, 0.18, kTeal);
      DrawEmblem(canvas, x + kBand / 2, y + kBand / 2, kBand / 2 - 0.5);
    }
  }
}

void DrawEmblem(Canvas& canvas, double centre_x, double centre_y, double radius) {
  // As static/pictures/emblem.svg has it, in its own units around the middle.
  constexpr double kRadius = 32;
  cairo_t* context = canvas.context();
  const auto disc = [&](double x, double y, double r) {
    cairo_new_sub_path(context);
    cairo_arc(context, x, y, r, 0, 2 * pi);
  };
  cairo_save(context);
  cairo_translate(context, centre_x, centre_y);
  cairo_scale(context, radius / kRadius, radius / kRadius);
  canvas.SetColour(kTeal);
  disc(0, 0, kRadius);
  cairo_fill(context);
  canvas.SetColour(kWhite);
  for (int petal = 0; petal < 5; ++petal) {
    const double angle = 2 * pi * petal / 5 - pi / 2;
    disc(14.5 * std::cos(angle), 14.5 * std::sin(angle), 8.6);
  }
  cairo_fill(context);
  canvas.SetColour(kTeal);
  disc(0, 0, 11.6);
  cairo_fill(context);
  canvas.SetColour(kWhite);
  cairo_set_line_width(context, 2.6);
  cairo_set_line_cap(context, CAIRO_LINE_CAP_ROUND);
  for (const double y : {1.5, -3.5}) {
    cairo_move_to(context, -7.5, y);
    cairo_curve_to(context, -3.5, y - 2.6, -1.5, y - 2.6, 0, y);
    cairo_curve_to(context, 1.5, y - 2.6, 3.5, y - 2.6, 7.5, y);
  }
  cairo_move_to(context, 0, -3.5);
  cairo_line_to(context, 0, 5.5);
  cairo_stroke(context);
  cairo_restore(context);
}

}  // namespace permit::views
