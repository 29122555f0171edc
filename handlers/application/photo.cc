#include "handlers/application/photo.h"

#include <csetjmp>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <vector>

#include <jpeglib.h>

#include "handlers/rules/exif.h"
#include "handlers/rules/file_kind.h"
#include "handlers/rules/required_documents.h"

namespace permit {
namespace {

// Twice what a photo must have at least, enough for print.
constexpr unsigned kEnoughWidth = 2 * kPhotoMinWidth;
constexpr unsigned kEnoughHeight = 2 * kPhotoMinHeight;
constexpr std::size_t kMaxDrawnPixels = 16'000'000;
constexpr int kQualities[] = {92, 85, 75, 60, 45};

struct Picture {
  unsigned width = 0;
  unsigned height = 0;
  std::vector<unsigned char> pixels;  // RGB, row by row
};

// libjpeg calls this instead of exiting; only C frames lie between here and setjmp.
struct ErrorExit {
  jpeg_error_mgr manager;
  std::jmp_buf back;
};

void LeaveLibrary(j_common_ptr info) {
  std::longjmp(reinterpret_cast<ErrorExit*>(info->err)->back, 1);
}
void KeepSilent(j_common_ptr) {}

jpeg_error_mgr* Install(ErrorExit& exit) {
  jpeg_error_mgr* manager = jpeg_std_error(&exit.manager);
  manager->error_exit = LeaveLibrary;
  manager->output_message = KeepSilent;
  return manager;
}

// The least number of eighths at which the picture is still large enough.
unsigned Eighths(unsigned width, unsigned height, bool on_its_side) {
  unsigned enough_width = on_its_side ? kEnoughHeight : kEnoughWidth;
  unsigned enough_height = on_its_side ? kEnoughWidth : kEnoughHeight;
  for (unsigned eighths = 1; eighths < 8; ++eighths) {
    if (width * eighths / 8 >= enough_width && height * eighths / 8 >= enough_height) {
      return eighths;
    }
  }
  return 8;
}

bool Decode(std::string_view bytes, bool on_its_side, Picture& picture) {
  jpeg_decompress_struct info;
  ErrorExit exit;
  info.err = Install(exit);
  if (setjmp(exit.back)) {
    jpeg_destroy_decompress(&info);
    return false;
  }
  jpeg_create_decompress(&info);
  jpeg_mem_src(&info, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  jpeg_read_header(&info, TRUE);
  info.scale_num = Eighths(info.image_width, info.image_height, on_its_side);
  info.scale_denom = 8;
  info.out_color_space = JCS_RGB;
  jpeg_start_decompress(&info);
  picture.width = info.output_width;
  picture.height = info.output_height;
  if (std::size_t{picture.width} * picture.height > kMaxDrawnPixels) {
    jpeg_destroy_decompress(&info);
    return false;
  }
  picture.pixels.resize(std::size_t{picture.width} * picture.height * 3);
  while (info.output_scanline < info.output_height) {
    JSAMPROW row = picture.pixels.data() + std::size_t{info.output_scanline} * picture.width * 3;
    jpeg_read_scanlines(&info, &row, 1);
  }
  jpeg_finish_decompress(&info);
  jpeg_destroy_decompress(&info);
  return true;
}

// Where the pixel of an upright picture lies in the stored one.
struct Place {
  unsigned x;
  unsigned y;
};
Place StoredPlace(const Picture& stored, int orientation, unsigned x, unsigned y) {
  unsigned right = stored.width - 1;
  unsigned bottom = stored.height - 1;
  switch (orientation) {
    case 2:
      return {right - x, y};
    case 3:
      return {right - x, bottom - y};
    case 4:
      return {x, bottom - y};
    case 5:
      return {y, x};
    case 6:
      return {y, bottom - x};
    case 7:
      return {right - y, bottom - x};
    case 8:
      return {right - y, x};
    default:
      return {x, y};
  }
}

Picture Upright(Picture stored, int orientation) {
  if (orientation <= 1) return stored;
  Picture upright;
  bool turned = LiesOnItsSide(orientation);
  upright.width = turned ? stored.height : stored.width;
  upright.height = turned ? stored.width : stored.height;
  upright.pixels.resize(stored.pixels.size());
  unsigned char* to = upright.pixels.data();
  for (unsigned y = 0; y < upright.height; ++y) {
    for (unsigned x = 0; x < upright.width; ++x, to += 3) {
      Place place = StoredPlace(stored, orientation, x, y);
      std::memcpy(to, &stored.pixels[(std::size_t{place.y} * stored.width + place.x) * 3], 3);
    }
  }
  return upright;
}

struct Encoded {
  unsigned char* bytes = nullptr;
  unsigned long size = 0;
  ~Encoded() { std::free(bytes); }
};

bool Encode(const Picture& picture, int quality, Encoded& encoded) {
  jpeg_compress_struct info;
  ErrorExit exit;
  info.err = Install(exit);
  if (setjmp(exit.back)) {
    jpeg_destroy_compress(&info);
    return false;
  }
  jpeg_create_compress(&info);
  jpeg_mem_dest(&info, &encoded.bytes, &encoded.size);
  info.image_width = picture.width;
  info.image_height = picture.height;
  info.input_components = 3;
  info.in_color_space = JCS_RGB;
  jpeg_set_defaults(&info);
  jpeg_set_quality(&info, quality, TRUE);
  info.optimize_coding = TRUE;
  jpeg_start_compress(&info, TRUE);
  while (info.next_scanline < info.image_height) {
    auto* row = const_cast<unsigned char*>(picture.pixels.data()) +
                std::size_t{info.next_scanline} * picture.width * 3;
    jpeg_write_scanlines(&info, &row, 1);
  }
  jpeg_finish_compress(&info);
  jpeg_destroy_compress(&info);
  return true;
}

Photo Redraw(std::string_view bytes, int orientation) {
  Picture stored;
  if (!Decode(bytes, LiesOnItsSide(orientation), stored)) return {Problem::kFileDamaged, {}};
  Picture upright = Upright(std::move(stored), orientation);
  for (int quality : kQualities) {
    Encoded encoded;
    if (!Encode(upright, quality, encoded)) break;
    if (encoded.size < kMaxFileBytes) {
      return {std::nullopt, std::string(reinterpret_cast<char*>(encoded.bytes), encoded.size)};
    }
  }
  return {Problem::kFileTooLarge, {}};
}

}  // namespace

Photo PreparePhoto(std::string_view bytes) {
  FileReading reading = ReadFileKind(bytes);
  int orientation = reading.problem || reading.kind != FileKind::kJpeg ? 0 : ExifOrientation(bytes);
  if (LiesOnItsSide(orientation)) std::swap(reading.width, reading.height);
  if (auto problem = CheckPhoto(reading)) return {problem, {}};
  bool too_large = bytes.size() >= kMaxFileBytes;
  if (reading.kind == FileKind::kPng) {
    return {too_large ? std::optional(Problem::kFileTooLarge) : std::nullopt, {}};
  }
  if (!too_large && orientation == 0) return {};
  return Redraw(bytes, orientation);
}

}  // namespace permit
