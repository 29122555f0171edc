// A photograph as a paper takes it.
#pragma once

#include <string>

namespace permit::views {

// A JPEG of one or three components, upright and without the camera's remarks (place, owner, time).
// Its bytes go into the paper as they are.
struct Photo {
  std::string jpeg;
  int width = 0;  // pixels
  int height = 0;
};

}  // namespace permit::views
