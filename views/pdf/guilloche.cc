#include "views/pdf/guilloche.h"

#include <cmath>
#include <numbers>

namespace permit::views {
namespace {

using std::numbers::pi;

constexpr Colour kHair{0.80, 0.89, 0.895};
constexpr Colour kWave{0.885, 0.935, 0.94};
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

void StrokeHair(Canvas& canvas, Colour colour) {
  canvas.SetColour(colour);
  cairo_set_line_width(canvas.context(), kHairWidth);
  cairo_stroke(canvas.context());
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
  StrokeHair(canvas, kHair);
}

void DrawWaves(Canvas& canvas, const Box& box) {
  constexpr double kSpacing = 6.5;
  constexpr int kWaves = 3;
  cairo_t* context = canvas.context();
  cairo_save(context);
  cairo_rectangle(context, box.x, box.y, box.width, box.height);
  cairo_clip(context);
  int line = 0;
  for (double y = box.y - kSpacing; y < box.bottom() + kSpacing; y += kSpacing, ++line) {
    for (const double phase : {0.0, pi}) {
      Wave(context, box.x, y, box.width, false, 5.2, kWaves, phase + 0.35 * line);
    }
  }
  StrokeHair(canvas, kWave);
  cairo_restore(context);
}

void DrawBorder(Canvas& canvas, const Box& frame) {
  constexpr double kBand = 4.4;
  constexpr double kAmplitude = kBand / 2 - 0.5;
  const Box inner = frame.Inset(kBand);
  cairo_t* context = canvas.context();
  for (const double phase : {0.0, 2 * pi / 3, 4 * pi / 3}) {
    Wave(context, inner.x, frame.y + kBand / 2, inner.width, false, kAmplitude, 17, phase);
    Wave(context, inner.x, frame.bottom() - kBand / 2, inner.width, false, kAmplitude, 17, phase);
    Wave(context, frame.x + kBand / 2, inner.y, inner.height, true, kAmplitude, 25, phase);
    Wave(context, frame.right() - kBand / 2, inner.y, inner.height, true, kAmplitude, 25, phase);
  }
  StrokeHair(canvas, {0.47, 0.68, 0.71});
  canvas.Stroke(frame, 0.35, kTeal);
  canvas.Stroke(inner, 0.18, kTeal);
  for (const double x : {frame.x, inner.right()}) {
    for (const double y : {frame.y, inner.bottom()}) {
      canvas.Stroke({x, y, kBand, kBand}, 0.18, kTeal);
      DrawEmblem(canvas, x + kBand / 2, y + kBand / 2, kBand / 2 - 0.5, kTeal);
    }
  }
}

void DrawEmblem(Canvas& canvas, double centre_x, double centre_y, double radius, Colour colour) {
  cairo_t* context = canvas.context();
  canvas.SetColour(colour);
  cairo_set_line_width(context, radius * 0.09);
  cairo_new_sub_path(context);
  cairo_arc(context, centre_x, centre_y, radius, 0, 2 * pi);
  cairo_stroke(context);
  for (int petal = 0; petal < 5; ++petal) {
    const double angle = 2 * pi * petal / 5 - pi / 2;
    cairo_new_sub_path(context);
    cairo_arc(context, centre_x + radius * 0.46 * std::cos(angle),
              centre_y + radius * 0.46 * std::sin(angle), radius * 0.27, 0, 2 * pi);
  }
  cairo_fill(context);
  cairo_new_sub_path(context);
  cairo_arc(context, centre_x, centre_y, radius * 0.13, 0, 2 * pi);
  cairo_fill(context);
}

}  // namespace permit::views
