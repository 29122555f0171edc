#include "tests/support/sample_files.h"

#include <cstdio>
#include <cstdlib>
#include <vector>

#include <jpeglib.h>

namespace permit::test {
namespace {

std::string PdfWith(const std::string& words, const std::string& trailer) {
  std::string body = "%PDF-1.4\n% " + words + "\n1 0 obj << /Type /Catalog >> endobj\n";
  return body + "xref\n0 1\n0000000000 65535 f \ntrailer << /Root 1 0 R " + trailer +
         ">>\nstartxref\n" + std::to_string(body.size()) + "\n%%EOF\n";
}

}  // namespace

std::string MakeJpeg(unsigned width, unsigned height, unsigned grain) {
  jpeg_compress_struct info;
  jpeg_error_mgr errors;
  info.err = jpeg_std_error(&errors);
  jpeg_create_compress(&info);
  unsigned char* bytes = nullptr;
  unsigned long size = 0;
  jpeg_mem_dest(&info, &bytes, &size);
  info.image_width = width;
  info.image_height = height;
  info.input_components = 3;
  info.in_color_space = JCS_RGB;
  jpeg_set_defaults(&info);
  jpeg_set_quality(&info, 95, TRUE);
  jpeg_start_compress(&info, TRUE);
  std::vector<unsigned char> row(std::size_t{width} * 3);
  unsigned noise = 1;
  while (info.next_scanline < height) {
    for (unsigned x = 0; x < width; ++x) {
      noise = noise * 1103515245u + 12345u;
      unsigned spread = grain == 0 ? 0 : (noise >> 16) % grain;
      row[x * 3] = static_cast<unsigned char>((x * 200 / width + spread) & 0xff);
      row[x * 3 + 1] =
          static_cast<unsigned char>((info.next_scanline * 200 / height + spread) & 0xff);
      row[x * 3 + 2] = 128;
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

std::string MakeCameraJpeg(unsigned width, unsigned height, int orientation) {
  using namespace std::string_literals;
  std::string tiff = "MM\0\x2a\0\0\0\x08\0\x01"s + "\x01\x12\0\x03\0\0\0\x01\0"s +
                     static_cast<char>(orientation) + "\0\0\0\0\0\0"s;
  std::string segment = "Exif\0\0"s + tiff;
  std::string plain = MakeJpeg(width, height);
  return plain.substr(0, 2) + "\xff\xe1"s + '\0' + static_cast<char>(segment.size() + 2) + segment +
         plain.substr(2);
}

std::string MakePdf(const std::string& words) { return PdfWith(words, ""); }
std::string MakeEncryptedPdf() { return PdfWith("locked", "/Encrypt 2 0 R "); }

}  // namespace permit::test
