#include "handlers/form/faces.h"

#include <algorithm>

#include "handlers/form/grey_picture.h"

#include <dlib/algs.h>
#include <dlib/test_for_odr_violations.h>
// Looking for faces multiplies no matrices: the program needs no library for it.
#undef DLIB_USE_BLAS
#undef DLIB_USE_LAPACK
#include <dlib/array2d.h>
#include <dlib/image_processing/frontal_face_detector.h>

namespace permit {
namespace {

const dlib::frontal_face_detector& Detector() {
  static const dlib::frontal_face_detector detector = dlib::get_frontal_face_detector();
  return detector;
}

dlib::array2d<unsigned char> CopyOf(const GreyPicture& grey) {
  dlib::array2d<unsigned char> pixels(grey.height, grey.width);
  for (int y = 0; y < grey.height; ++y) {
    for (int x = 0; x < grey.width; ++x) pixels[y][x] = static_cast<unsigned char>(grey.At(x, y));
  }
  return pixels;
}

}  // namespace

void LoadFaceDetector() { Detector(); }

std::vector<Face> FindFaces(const Picture& picture) {
  dlib::frontal_face_detector detector = Detector();  // it keeps what it looks at
  std::vector<dlib::rect_detection> found;
  detector(CopyOf(Grey(picture)), found);
  std::vector<Face> faces;
  faces.reserve(found.size());
  for (const dlib::rect_detection& one : found) {
    faces.push_back({static_cast<double>(one.rect.left()), static_cast<double>(one.rect.top()),
                     static_cast<double>(one.rect.width()), one.detection_confidence});
  }
  std::sort(faces.begin(), faces.end(),
            [](const Face& a, const Face& b) { return a.score > b.score; });
  return faces;
}

}  // namespace permit
