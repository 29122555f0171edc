// Files that a student might upload, made on the spot.
#pragma once

#include <array>
#include <functional>
#include <string>
#include <vector>

namespace permit::test {

// A JPEG whose pixel at (x, y) has that colour, red, green and blue.
using ColourAt = std::function<std::array<unsigned char, 3>(unsigned x, unsigned y)>;
std::string PaintJpeg(unsigned width, unsigned height, const ColourAt& colour);

// The same of other kinds: kArithmetic has arithmetic codes in place of Huffman's. Those of four
// inks have the colour of their three parts without black: kInks says of cyan, magenta and yellow
// how much there is, kAdobeInks the reverse as Adobe's programs do, kAdobeMixed that as YCCK.
enum class JpegKind { kPlain, kGrey, kProgressive, kArithmetic, kInks, kAdobeInks, kAdobeMixed };
std::string PaintJpeg(unsigned width, unsigned height, const ColourAt& colour, JpegKind kind);

// A photo that decodes, 600 × 800 unless told; a `grain` of noise makes it large.
std::string MakeJpeg(unsigned width = 600, unsigned height = 800, unsigned grain = 0);
// The same with an Exif segment that says how the camera was held.
std::string MakeCameraJpeg(unsigned width, unsigned height, int orientation);
// A JPEG whose header tells another size.
std::string WithSize(std::string jpeg, unsigned width, unsigned height);

// The picture of MakeJpeg; kTransparent holds nothing visible, kBits is all black.
enum class PngKind { kPlain, kTransparent, kInterlaced, kSixteenBits, kBits };
std::string MakePng(unsigned width, unsigned height, PngKind kind = PngKind::kPlain);

// A PDF of these objects, numbered from 1; the first is the catalog.
std::string PdfOf(const std::vector<std::string>& objects);
std::string PdfStream(const std::string& entries, const std::string& bytes);
// The objects 1 to 3 of a PDF with one page, whose content is object 4.
inline constexpr char kPdfCatalog[] = "<< /Type /Catalog /Pages 2 0 R >>";
inline constexpr char kPdfPages[] = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";
inline constexpr char kPdfPage[] =
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> /Contents 4 0 R >>";

std::string MakePdf(const std::string& words = "a document");
// Empty: it opens without a password, and its owner's forbids to print it.
std::string MakeEncryptedPdf(const std::string& user_password = "secret");

}  // namespace permit::test
