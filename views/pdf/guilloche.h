// The fine line work behind a permit, drawn as vectors so that a copier blurs it.
#pragma once

#include "views/pdf/canvas.h"

namespace permit::views {

// A rosette of interlaced petals.
void DrawRosette(Canvas& canvas, double centre_x, double centre_y, double radius);

// Interlaced waves that fill the box.
void DrawWaves(Canvas& canvas, const Box& box);

// A braid of waves along the inside of a frame.
void DrawBorder(Canvas& canvas, const Box& frame);

// The site's mark, a blossom with an open book, as on its pages.
void DrawEmblem(Canvas& canvas, double centre_x, double centre_y, double radius);

}  // namespace permit::views
