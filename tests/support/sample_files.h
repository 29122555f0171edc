// Files that a student might upload, made on the spot.
#pragma once

#include <array>
#include <functional>
#include <string>

namespace permit::test {

// A JPEG whose pixel at (x, y) has that colour, red, green and blue.
using ColourAt = std::function<std::array<unsigned char, 3>(unsigned x, unsigned y)>;
std::string PaintJpeg(unsigned width, unsigned height, const ColourAt& colour);

// A photo that decodes, 600 × 800 unless told; a `grain` of noise makes it large.
std::string MakeJpeg(unsigned width = 600, unsigned height = 800, unsigned grain = 0);
// The same with an Exif segment that says how the camera was held.
std::string MakeCameraJpeg(unsigned width, unsigned height, int orientation);
// A JPEG whose header tells another size.
std::string WithSize(std::string jpeg, unsigned width, unsigned height);

// The picture of MakeJpeg; kTransparent holds nothing visible, kBits is all black.
enum class PngKind { kPlain, kTransparent, kInterlaced, kSixteenBits, kBits };
std::string MakePng(unsigned width, unsigned height, PngKind kind = PngKind::kPlain);

std::string MakePdf(const std::string& words = "a document");
std::string MakeEncryptedPdf();

}  // namespace permit::test
