// Faces in a picture, found by dlib's detector of frontal faces (histograms of oriented gradients).
//
// Its model is part of the program: no file is opened. It was trained on photographs of faces that
// look at the camera, up to about 30° aside.
#pragma once

#include <vector>

#include "handlers/form/picture.h"

namespace permit {

// A square that reaches from above the eyebrows to the chin, in pixels of the picture; it may leave
// the picture. `score` grows with the certainty.
struct Face {
  double left = 0;
  double top = 0;
  double side = 0;
  double score = 0;
};

// Unpacks the model, which takes a while, once a process: before the fork of a process that looks
// for faces, so that its parent keeps it for the next.
void LoadFaceDetector();

// The best first; of those that overlap the best alone. Finds faces of at least 80 pixels, the side
// of the square.
std::vector<Face> FindFaces(const Picture& picture);

}  // namespace permit
