// Files that a student might upload, made on the spot.
#pragma once

#include <string>

namespace permit::test {

// A photo that decodes, 600 × 800 unless told; a `grain` of noise makes it large.
std::string MakeJpeg(unsigned width = 600, unsigned height = 800, unsigned grain = 0);
// The same with an Exif segment that says how the camera was held.
std::string MakeCameraJpeg(unsigned width, unsigned height, int orientation);
std::string MakePdf(const std::string& words = "a document");
std::string MakeEncryptedPdf();

}  // namespace permit::test
