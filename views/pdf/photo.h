// A photograph made ready for a paper.
#pragma once

#include <string>

namespace permit::views {

// A JPEG of one or three components, upright, without the camera's remarks (place, owner, time).
struct Photo {
  std::string jpeg;
  int width = 0;  // pixels
  int height = 0;
};

// Takes a JPEG or PNG file. A JPEG of fitting size keeps its picture data byte for byte; one that
// is turned, too large or of another colour model, and every PNG, is drawn anew at no more than
// 600 dpi of 35 × 45 mm. Another or a broken file, or one over 8000 pixels a side, is a PaperError.
Photo PreparePhoto(const std::string& file);

}  // namespace permit::views
