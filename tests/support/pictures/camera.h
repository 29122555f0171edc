// What a camera makes of what it sees: light, blur, noise and the losses of JPEG, always the same
// for the same numbers.
#pragma once

#include <cstdint>

#include "handlers/form/picture.h"

namespace permit::test {

// Numbers that look like chance and are the same everywhere.
class Chance {
 public:
  explicit Chance(std::uint64_t seed) : state_(seed * 0xd1342543de82ef95 + 0x632be59bd9b4e019) {}
  double Between(double least, double most);
  int Below(int most);  // from 0
  double Spread();      // about 0, with a standard deviation of 1

 private:
  std::uint64_t Next();
  std::uint64_t state_;
};

// `radius`: the standard deviation, in pixels.
Picture Blur(const Picture& picture, double radius);
// A hand that moved by so many pixels.
Picture Smear(const Picture& picture, int pixels, bool down);
Picture Light(const Picture& picture, double times, int plus = 0);
Picture Noise(const Picture& picture, double deviation, Chance& chance);
Picture ThroughJpeg(const Picture& picture);
// Turned by quarters, clockwise.
Picture Turned(const Picture& picture, int quarters);

}  // namespace permit::test
