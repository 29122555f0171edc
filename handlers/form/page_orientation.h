// Which way up the writing of a page stands, told from the shapes of its marks.
//
// A table of weights says for each shape how likely it is that it stands upright, is turned a
// quarter, or stands on its head: a linear classifier, right for little more than every second
// mark, and nearly always for the sum of a hundred. The table is made by train_page_orientation
// (tests/pictures) from Chinese and Latin text; page_faults_test holds it to its measure.
#pragma once

#include <array>
#include <cstddef>
#include <span>

#include "handlers/form/page_marks.h"

namespace permit {

// Turned by that many quarters, clockwise.
enum class Turn { kUpright, kRight, kUpsideDown, kLeft };
inline constexpr std::size_t kTurns = 4;

// For each turn a bias, then a weight for each part of the shape.
using OrientationTable = std::array<std::array<float, 1 + kShapeSide * kShapeSide>, kTurns>;

struct Orientation {
  Turn turn = Turn::kUpright;
  double sure = 0;  // by how many of its standard deviations it is likelier than upright
};
// kUpright when there are too few marks to tell.
Orientation FindOrientation(std::span<const MarkShape> shapes);
Orientation FindOrientation(std::span<const MarkShape> shapes, const OrientationTable& table);

}  // namespace permit
