// Drawn photos of people who do not exist: a shaded head with hair, brows, eyes, nose, mouth, neck
// and shoulders before a ground, in many looks.
#pragma once

#include <array>

#include "handlers/form/picture.h"
#include "tests/support/pictures/camera.h"

namespace permit::test {

using Colour = std::array<double, 3>;  // 0 to 255

struct Look {
  Colour skin = {228, 188, 160};
  Colour hair = {35, 30, 30};
  Colour clothes = {60, 70, 100};
  double face_width = 1;   // times the usual
  double hair_length = 0;  // 0: above the ears; 1: to the shoulders
  double fringe = 0.5;     // how far the hair comes down the forehead, 0 to 1
  double eyes = 1;         // times the usual
  double smile = 0;        // 0 to 1
  bool glasses = false;
  double light_from = 0;  // -1: from the left, 1: from the right
};
Look LookOf(Chance& chance);

// Where the head is: parts of the photo's height, but for `middle`, a part of its width.
struct Pose {
  double head = 34.0 / 45;  // from crown to chin
  double crown = 0.09;
  double middle = 0.5;
};

struct Scene {
  Colour ground = {244, 244, 246};
  double shadow = 0;       // how much darker the ground is at its foot, a part
  bool cluttered = false;  // a room instead of a wall
};
Scene SceneOf(Chance& chance);  // a white wall as photographers have it

inline constexpr unsigned kPortraitWidth = 620;
inline constexpr unsigned kPortraitHeight = 797;
Picture DrawGround(const Scene& scene, Chance& chance);
void DrawPerson(Picture& picture, const Look& look, const Pose& pose);

}  // namespace permit::test
