#include "tests/support/pictures/portrait.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace permit::test {
namespace {

// Coordinates of the head: u from -1 to 1 is as long as half of its height, v is -1 at the crown
// and 1 at the chin.
struct Point {
  double u;
  double v;
};

double Squared(double x) { return x * x; }

// 1 inside, 0 outside, with a soft edge.
double Step(double inside, double soft) { return std::clamp(0.5 + inside / soft, 0.0, 1.0); }
double Ellipse(Point at, Point middle, double wide, double high, double soft) {
  const double away =
      std::sqrt(Squared((at.u - middle.u) / wide) + Squared((at.v - middle.v) / high));
  return Step((1 - away) * std::min(wide, high), soft);
}
// A soft spot.
double Spot(Point at, Point middle, double wide, double high) {
  return std::exp(-Squared((at.u - middle.u) / wide) - Squared((at.v - middle.v) / high));
}

Colour Mix(const Colour& below, const Colour& above, double part) {
  return {below[0] + (above[0] - below[0]) * part, below[1] + (above[1] - below[1]) * part,
          below[2] + (above[2] - below[2]) * part};
}
Colour Times(const Colour& colour, double light) {
  return {colour[0] * light, colour[1] * light, colour[2] * light};
}

// Half of the face's width at that height: round above, narrowing to the chin.
double HalfWidth(const Look& look, double v) {
  const double widest = 0.66 * look.face_width;
  const double from = (v - 0.02) / (v < 0.02 ? 1.06 : 0.98);
  const double power = v < 0.02 ? 2 : 2.4;
  return widest * std::sqrt(std::max(0.0, 1 - std::pow(std::abs(from), power)));
}

constexpr double kSoft = 0.02;

class Painter {
 public:
  explicit Painter(const Look& look) : look_(look) {}

  Colour At(Point at, Colour colour) const {
    colour = Body(at, colour);
    const double face = Step(HalfWidth(look_, at.v) - std::abs(at.u), kSoft);
    colour = Mix(colour, Ears(at), EarPart(at));
    if (at.v > -1 && at.v < 1) colour = Mix(colour, Face(at), face);
    return Mix(colour, Hair(at), HairPart(at));
  }

 private:
  Colour Body(Point at, Colour colour) const {
    const double long_hair = look_.hair_length > 0 ? 1 : 0;
    const double back = long_hair *
                        Ellipse(at, {0, 0.2}, 0.8, 1.0 + look_.hair_length * 0.4, 0.05) *
                        Step(at.v + 0.5, 0.3);
    colour = Mix(colour, Times(look_.hair, 0.8), back);
    const double neck = Step(0.36 - std::abs(at.u), kSoft) * Step(at.v - 0.5, kSoft);
    const double shade = 0.62 + 0.25 * std::clamp((at.v - 1.0) / 0.4, 0.0, 1.0);
    colour = Mix(colour, Times(look_.skin, shade), neck);
    const double slope =
        1.22 + 0.32 * Squared(std::abs(at.u) / 1.1) - 0.10 * Spot(at, {0, 1.2}, 0.5, 9);
    const double collar =
        at.v - slope - (std::abs(at.u) < 0.34 ? 0.16 * (1 - std::abs(at.u) / 0.34) : 0);
    const double clothes = Step(collar, kSoft) * Step(1.75 - std::abs(at.u), 0.1);
    return Mix(colour, Times(look_.clothes, 0.9 + 0.15 * std::cos(at.u * 2.2)), clothes);
  }

  double EarPart(Point at) const {
    return Ellipse({std::abs(at.u), at.v}, {0.67 * look_.face_width, 0.1}, 0.08, 0.19, kSoft);
  }
  Colour Ears(Point at) const {
    return Times(look_.skin, 0.8 - 0.15 * Spot({std::abs(at.u), at.v}, {0.67, 0.1}, 0.04, 0.1));
  }

  double HairPart(Point at) const {
    const double skull = Ellipse(at, {0, -0.1}, 0.76 * look_.face_width, 0.9, 0.03);
    const double hairline = -0.66 + 0.30 * look_.fringe + 0.12 * std::cos(at.u * 9) * look_.fringe;
    const double above = Step(hairline + 0.9 * std::pow(std::abs(at.u) / 0.7, 4) - at.v, 0.04);
    return skull * above * Step(0.12 + 0.2 * look_.hair_length - at.v, 0.1);
  }
  Colour Hair(Point at) const {
    const double shine = 1 + 0.9 * Spot(at, {0.2 * look_.light_from, -0.72}, 0.4, 0.12);
    return Times(look_.hair, shine * (0.92 + 0.08 * std::sin(at.u * 60)));
  }

  // Light falls from above and the front; what it does not reach is darker.
  double FaceLight(Point at) const {
    const double across = at.u / 0.72, down = at.v / 1.1;
    const double front = std::sqrt(std::max(0.05, 1 - across * across - 0.5 * down * down));
    double light = 0.58 + 0.44 * front + 0.12 * look_.light_from * across - 0.05 * down;
    const Point half = {std::abs(at.u), at.v};
    light -= 0.26 * Spot(half, {0.27, 0.0}, 0.17, 0.10);   // sockets
    light -= 0.10 * Spot(half, {0.12, 0.1}, 0.05, 0.14);   // beside the nose's bridge
    light += 0.12 * Spot(at, {0, 0.2}, 0.05, 0.24);        // its ridge
    light += 0.10 * Spot(at, {0, 0.38}, 0.08, 0.06);       // its tip
    light -= 0.20 * Spot(half, {0.15, 0.42}, 0.06, 0.05);  // its wings
    light -= 0.20 * Spot(at, {0, 0.50}, 0.16, 0.035);      // below it
    light += 0.08 * Spot(half, {0.36, 0.28}, 0.18, 0.14);  // cheeks
    light -= 0.14 * Spot(half, {0.3, 0.55}, 0.06, 0.16);   // beside the mouth
    light -= 0.18 * Spot(at, {0, 0.78}, 0.2, 0.05);        // below the lip
    light += 0.06 * Spot(at, {0, 0.88}, 0.14, 0.07);       // chin
    return light;
  }

  Colour Face(Point at) const {
    Colour colour = Times(look_.skin, FaceLight(at));
    const Point half = {std::abs(at.u), at.v};
    colour = Mix(colour, Times(look_.hair, 0.9), 0.85 * Brow(half));
    colour = Eye(half, at, colour);
    colour = Mix(colour, {70, 35, 30}, 0.8 * Ellipse(half, {0.085, 0.455}, 0.05, 0.022, kSoft));
    colour = Mouth(at, colour);
    return look_.glasses ? Glasses(half, colour) : colour;
  }

  static double Brow(Point half) {
    const double arch = -0.165 - 0.035 * std::cos((half.u - 0.30) * 7);
    const double thick = 0.034 - 0.02 * std::clamp((half.u - 0.2) / 0.3, 0.0, 1.0);
    return Step(thick - std::abs(half.v - arch), kSoft) *
           Step(0.17 - std::abs(half.u - 0.29), 0.03);
  }

  Colour Eye(Point half, Point at, Colour colour) const {
    const double wide = 0.135, high = 0.052 * look_.eyes;
    const Point middle = {0.285, 0.02};
    const double inside = Ellipse(half, middle, wide, high, kSoft);
    colour = Mix(colour, {232, 228, 224}, inside);
    colour = Mix(colour, {60, 42, 34}, inside * Ellipse(half, middle, 0.058, 0.058, kSoft));
    colour = Mix(colour, {12, 10, 10}, inside * Ellipse(half, middle, 0.028, 0.028, kSoft));
    const Point gleam = {at.u < 0 ? -middle.u + 0.02 : middle.u + 0.02, middle.v - 0.018};
    colour = Mix(colour, {250, 250, 250}, inside * Spot(at, gleam, 0.012, 0.012));
    const double lid =
        middle.v - high * std::sqrt(std::max(0.0, 1 - Squared((half.u - middle.u) / wide)));
    const double line = Step(0.012 - std::abs(half.v - lid), kSoft) *
                        Step(wide - std::abs(half.u - middle.u), kSoft);
    colour = Mix(colour, {35, 25, 22}, 0.9 * line);
    const double fold = Step(0.006 - std::abs(half.v - lid + 0.04), kSoft) *
                        Step(wide - std::abs(half.u - middle.u), kSoft);
    return Mix(colour, Times(colour, 0.7), fold);
  }

  Colour Mouth(Point at, Colour colour) const {
    const double bend = 0.62 - look_.smile * 0.35 * Squared(at.u);
    const Point flat = {at.u, at.v - bend};
    const Colour lips = Mix(Times(look_.skin, 0.75), {176, 84, 84}, 0.55);
    colour = Mix(colour, Times(lips, 0.86), Ellipse(flat, {0, -0.022}, 0.22, 0.036, kSoft));
    colour = Mix(colour, lips, Ellipse(flat, {0, 0.026}, 0.19, 0.044, kSoft));
    return Mix(colour, {80, 34, 36}, 0.9 * Ellipse(flat, {0, 0}, 0.22, 0.011, kSoft));
  }

  static Colour Glasses(Point half, Colour colour) {
    const double outside = Ellipse(half, {0.29, 0.03}, 0.20, 0.15, kSoft);
    const double inside = Ellipse(half, {0.29, 0.03}, 0.18, 0.13, kSoft);
    const double bridge = Step(0.012 - std::abs(half.v - 0.0), kSoft) * Step(0.1 - half.u, kSoft);
    return Mix(colour, {40, 36, 34}, 0.9 * std::max(outside - inside, bridge));
  }

  const Look& look_;
};

}  // namespace

Look LookOf(Chance& chance) {
  Look look;
  const double tan = chance.Between(0, 1);
  look.skin = Mix({240, 204, 178}, {176, 128, 98}, tan * tan);
  look.hair = Mix({22, 20, 22}, {92, 62, 44}, chance.Between(0, 1) * chance.Between(0, 1));
  look.clothes = {chance.Between(20, 170), chance.Between(20, 150), chance.Between(20, 190)};
  look.face_width = chance.Between(0.93, 1.08);
  look.hair_length = chance.Below(2) == 0 ? 0 : chance.Between(0.7, 1);
  look.fringe = chance.Between(0, 0.85);
  look.eyes = chance.Between(0.85, 1.2);
  look.smile = chance.Between(0, 1);
  look.glasses = chance.Below(4) == 0;
  look.light_from = chance.Between(-1, 1);
  return look;
}

Scene SceneOf(Chance& chance) {
  const double white = chance.Between(222, 252);
  return {{white, white + chance.Between(-3, 3), white + chance.Between(-6, 4)},
          chance.Between(0, 0.1),
          false};
}

Picture DrawGround(const Scene& scene, Chance& chance) {
  Picture picture{kPortraitWidth, kPortraitHeight, {}};
  picture.pixels.reserve(std::size_t{kPortraitWidth} * kPortraitHeight * 3);
  const double across = chance.Between(4, 9), down = chance.Between(3, 7);
  for (unsigned y = 0; y < kPortraitHeight; ++y) {
    for (unsigned x = 0; x < kPortraitWidth; ++x) {
      const double u = x * 1.0 / kPortraitWidth, v = y * 1.0 / kPortraitHeight;
      Colour colour = Times(scene.ground, 1 - scene.shadow * v);
      if (scene.cluttered && std::sin(u * across) * std::sin(v * down * 2) > 0.1) {
        colour = {150 - 60 * u, 110 + 60 * v, 70 + 50 * u};
      }
      for (const double part : colour) {
        picture.pixels.push_back(static_cast<unsigned char>(std::clamp(part, 0.0, 255.0)));
      }
    }
  }
  return picture;
}

void DrawPerson(Picture& picture, const Look& look, const Pose& pose) {
  const Painter painter(look);
  const double half = pose.head * picture.height / 2;
  const double middle_x = pose.middle * picture.width;
  const double middle_y = pose.crown * picture.height + half;
  unsigned char* to = picture.pixels.data();
  for (unsigned y = 0; y < picture.height; ++y) {
    for (unsigned x = 0; x < picture.width; ++x, to += 3) {
      const Point at = {(x + 0.5 - middle_x) / half, (y + 0.5 - middle_y) / half};
      if (std::abs(at.u) > 1.8 || at.v < -1.1) continue;
      const Colour colour = painter.At(at, {1.0 * to[0], 1.0 * to[1], 1.0 * to[2]});
      for (int c = 0; c < 3; ++c) {
        const double part = colour[static_cast<std::size_t>(c)];
        to[c] = static_cast<unsigned char>(std::clamp(part, 0.0, 255.0));
      }
    }
  }
}

}  // namespace permit::test
