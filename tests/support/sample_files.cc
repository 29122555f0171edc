#include "tests/support/sample_files.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <utility>
#include <vector>

#include <jpeglib.h>
#include <png.h>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

namespace permit::test {
namespace {

void Append(png_structp png, png_bytep bytes, std::size_t size) {
  static_cast<std::string*>(png_get_io_ptr(png))->append(reinterpret_cast<char*>(bytes), size);
}

}  // namespace

std::string PaintJpeg(unsigned width, unsigned height, const ColourAt& colour) {
  return PaintJpeg(width, height, colour, JpegKind::kPlain);
}

std::string PaintJpeg(unsigned width, unsigned height, const ColourAt& colour, JpegKind kind) {
  const bool inks = kind >= JpegKind::kInks;
  const std::size_t samples = kind == JpegKind::kGrey ? 1 : inks ? 4 : 3;
  jpeg_compress_struct info;
  jpeg_error_mgr errors;
  info.err = jpeg_std_error(&errors);
  jpeg_create_compress(&info);
  unsigned char* bytes = nullptr;
  unsigned long size = 0;
  jpeg_mem_dest(&info, &bytes, &size);
  info.image_width = width;
  info.image_height = height;
  info.input_components = static_cast<int>(samples);
  info.in_color_space = inks ? JCS_CMYK : samples == 1 ? JCS_GRAYSCALE : JCS_RGB;
  jpeg_set_defaults(&info);
  jpeg_set_quality(&info, 95, TRUE);
  if (kind == JpegKind::kAdobeMixed) jpeg_set_colorspace(&info, JCS_YCCK);
  if (kind == JpegKind::kInks) info.write_Adobe_marker = FALSE;
  if (kind == JpegKind::kProgressive) jpeg_simple_progression(&info);
  if (kind == JpegKind::kArithmetic) info.arith_code = TRUE;
  jpeg_start_compress(&info, TRUE);
  std::vector<unsigned char> row(width * samples);
  while (info.next_scanline < height) {
    for (unsigned x = 0; x < width; ++x) {
      const auto parts = colour(x, info.next_scanline);
      for (std::size_t i = 0; i < samples; ++i) {
        const unsigned char light = i < 3 ? parts[i] : 255;
        row[x * samples + i] =
            kind == JpegKind::kInks ? static_cast<unsigned char>(255 - light) : light;
      }
    }
    JSAMPROW rows[] = {row.data()};
    jpeg_write_scanlines(&info, rows, 1);
  }
  jpeg_finish_compress(&info);
  jpeg_destroy_compress(&info);
  std::string made(reinterpret_cast<char*>(bytes), size);
  std::free(bytes);
  return made;
}

std::string MakeJpeg(unsigned width, unsigned height, unsigned grain) {
  unsigned noise = 1;
  return PaintJpeg(width, height, [&](unsigned x, unsigned y) -> std::array<unsigned char, 3> {
    noise = noise * 1103515245u + 12345u;
    const unsigned spread = grain == 0 ? 0 : (noise >> 16) % grain;
    return {static_cast<unsigned char>((x * 200 / width + spread) & 0xff),
            static_cast<unsigned char>((y * 200 / height + spread) & 0xff), 128};
  });
}

std::string MakeCameraJpeg(unsigned width, unsigned height, int orientation) {
  using namespace std::string_literals;
  std::string tiff = "MM\0\x2a\0\0\0\x08\0\x01"s + "\x01\x12\0\x03\0\0\0\x01\0"s +
                     static_cast<char>(orientation) + "\0\0\0\0\0\0"s;
  std::string segment = "Exif\0\0"s + tiff;
  std::string plain = MakeJpeg(width, height);
  return plain.substr(0, 2) + "\xff\xe1"s + '\0' + static_cast<char>(segment.size() + 2) + segment +
         plain.substr(2);
}

std::string WithSize(std::string jpeg, unsigned width, unsigned height) {
  const std::size_t frame = jpeg.find("\xff\xc0");
  for (auto [at, number] : {std::pair{frame + 5, height}, {frame + 7, width}}) {
    jpeg[at] = static_cast<char>(number >> 8);
    jpeg[at + 1] = static_cast<char>(number & 0xff);
  }
  return jpeg;
}

std::string MakePng(unsigned width, unsigned height, PngKind kind) {
  const bool alpha = kind == PngKind::kTransparent;
  const bool bits = kind == PngKind::kBits;
  const int depth = bits ? 1 : kind == PngKind::kSixteenBits ? 16 : 8;
  const int colour = bits ? PNG_COLOR_TYPE_GRAY : alpha ? PNG_COLOR_TYPE_RGBA : PNG_COLOR_TYPE_RGB;
  std::string made;
  png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
  png_infop info = png_create_info_struct(png);
  png_set_write_fn(png, &made, Append, nullptr);
  png_set_compression_level(png, 1);
  png_set_IHDR(png, info, width, height, depth, colour,
               kind == PngKind::kInterlaced ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE,
               PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_write_info(png, info);
  const std::size_t stride = png_get_rowbytes(png, info);
  std::vector<unsigned char> row(stride);
  const int passes = kind == PngKind::kInterlaced ? png_set_interlace_handling(png) : 1;
  for (int pass = 0; pass < passes; ++pass) {
    for (unsigned y = 0; y < height; ++y) {
      for (unsigned x = 0; !bits && x < width; ++x) {
        const unsigned pixel[] = {x * 200 / width, y * 200 / height, 128, 0};
        const std::size_t wide = stride / width;
        for (std::size_t byte = 0; byte < wide; ++byte) {
          row[x * wide + byte] = static_cast<unsigned char>(pixel[depth == 16 ? byte / 2 : byte]);
        }
      }
      png_write_row(png, row.data());
    }
  }
  png_write_end(png, info);
  png_destroy_write_struct(&png, &info);
  return made;
}

std::string PdfOf(const std::vector<std::string>& objects) {
  std::string pdf = "%PDF-1.7\n";
  std::string table = "0000000000 65535 f \n";
  int number = 0;
  for (const std::string& object : objects) {
    std::string offset = std::to_string(pdf.size());
    offset.insert(0, 10 - offset.size(), '0');
    table += offset + " 00000 n \n";
    pdf += std::to_string(++number) + " 0 obj\n" + object + "\nendobj\n";
  }
  const std::string start = std::to_string(pdf.size());
  const std::string size = std::to_string(objects.size() + 1);
  return pdf + "xref\n0 " + size + "\n" + table + "trailer << /Root 1 0 R /Size " + size +
         " >>\nstartxref\n" + start + "\n%%EOF\n";
}

std::string PdfStream(const std::string& entries, const std::string& bytes) {
  return "<< " + entries + " /Length " + std::to_string(bytes.size()) + " >>\nstream\n" + bytes +
         "\nendstream";
}

std::string MakePdf(const std::string& words) {
  return PdfOf({kPdfCatalog, kPdfPages, kPdfPage, PdfStream("", "% " + words)});
}

std::string MakeEncryptedPdf(const std::string& user_password) {
  const std::string plain = MakePdf("locked");
  QPDF pdf;
  pdf.processMemoryFile("plain", plain.data(), plain.size());
  QPDFWriter writer(pdf);
  writer.setOutputMemory();
  writer.setR6EncryptionParameters(user_password.c_str(), "owner", true, false, false, false, false,
                                   false, qpdf_r3p_none, true);
  writer.write();
  const auto written = writer.getBufferSharedPointer();
  return {reinterpret_cast<const char*>(written->getBuffer()), written->getSize()};
}

}  // namespace permit::test
