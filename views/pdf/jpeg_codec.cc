#include "views/pdf/jpeg_codec.h"

// libjpeg wants these before its own header.
#include <csetjmp>
#include <cstddef>
#include <cstdio>
#include <cstdlib>

#include <jpeglib.h>

#include <string_view>

#include "views/pdf/paper.h"

namespace permit::views {
namespace {

constexpr int kQuality = 90;

// A segment of the head: 0xFF, marker, length of two bytes that counts itself, payload.
struct Segment {
  int marker = 0;
  std::size_t begin = 0;  // of the whole segment
  std::size_t end = 0;
  std::string_view payload;
};

int Byte(std::string_view bytes, std::size_t offset) {
  return offset < bytes.size() ? static_cast<unsigned char>(bytes[offset]) : 0;
}
int Word(std::string_view bytes, std::size_t offset) {
  return Byte(bytes, offset) << 8 | Byte(bytes, offset + 1);
}

// Calls `see(segment)` for each segment before the picture data; false when the file is no JPEG or
// is cut off.
template <typename See>
bool WalkSegments(std::string_view file, const See& see) {
  constexpr int kStartOfScan = 0xDA;
  if (Word(file, 0) != 0xFFD8) return false;
  for (std::size_t at = 2; at + 4 <= file.size();) {
    if (Byte(file, at) != 0xFF) return false;
    if (Byte(file, at + 1) == 0xFF) {  // a fill byte
      ++at;
      continue;
    }
    const auto length = static_cast<std::size_t>(Word(file, at + 2));
    if (length < 2 || at + 2 + length > file.size()) return false;
    const Segment segment{Byte(file, at + 1), at, at + 2 + length, file.substr(at + 4, length - 2)};
    see(segment);
    if (segment.marker == kStartOfScan) return true;
    at = segment.end;
  }
  return false;
}

int ExifOrientation(std::string_view payload) {
  constexpr std::string_view kExif("Exif\0\0", 6);
  constexpr int kOrientationTag = 0x0112;
  if (payload.substr(0, kExif.size()) != kExif) return 1;
  const std::string_view tiff = payload.substr(kExif.size());
  const bool little = tiff.substr(0, 2) == "II";
  const auto word = [&](std::size_t offset) {
    return little ? Byte(tiff, offset) | Byte(tiff, offset + 1) << 8 : Word(tiff, offset);
  };
  const auto directory =
      little ? static_cast<std::size_t>(word(4)) | static_cast<std::size_t>(word(6)) << 16
             : static_cast<std::size_t>(word(4)) << 16 | static_cast<std::size_t>(word(6));
  if (directory >= tiff.size()) return 1;
  for (int entry = 0; entry < word(directory); ++entry) {
    const std::size_t at = directory + 2 + static_cast<std::size_t>(entry) * 12;
    if (at + 12 > tiff.size()) return 1;
    if (word(at) == kOrientationTag) return word(at + 8);
  }
  return 1;
}

struct ErrorManager {
  jpeg_error_mgr base;
  std::jmp_buf escape;
};

void Escape(j_common_ptr info) {
  std::longjmp(reinterpret_cast<ErrorManager*>(info->err)->escape, 1);
}
void Silence(j_common_ptr, int) {}

jpeg_error_mgr* Prepare(ErrorManager& errors) {
  jpeg_error_mgr* base = jpeg_std_error(&errors.base);
  base->error_exit = Escape;
  base->emit_message = Silence;
  return base;
}

// Grey and CMYK rows become RGB rows; Adobe's CMYK is inverted.
void AppendRgb(const unsigned char* row, int width, int components,
               std::vector<unsigned char>& rgb) {
  for (int x = 0; x < width; ++x) {
    const unsigned char* pixel = row + x * components;
    for (int channel = 0; channel < 3; ++channel) {
      rgb.push_back(components == 1   ? pixel[0]
                    : components == 4 ? static_cast<unsigned char>(pixel[channel] * pixel[3] / 255)
                                      : pixel[channel]);
    }
  }
}

// No object with a destructor may live in this frame: libjpeg leaves it by longjmp.
bool Decode(const std::string& file, int wanted_width, int wanted_height, Picture& picture,
            std::vector<unsigned char>& row) {
  jpeg_decompress_struct info;
  ErrorManager errors;
  info.err = Prepare(errors);
  if (setjmp(errors.escape) != 0) {
    jpeg_destroy_decompress(&info);
    return false;
  }
  jpeg_create_decompress(&info);
  jpeg_mem_src(&info, reinterpret_cast<const unsigned char*>(file.data()), file.size());
  jpeg_read_header(&info, TRUE);
  info.out_color_space = info.num_components == 4   ? JCS_CMYK
                         : info.num_components == 1 ? JCS_GRAYSCALE
                                                    : JCS_RGB;
  info.scale_denom = 8;
  info.scale_num = 8;
  const auto width = static_cast<int>(info.image_width);
  const auto height = static_cast<int>(info.image_height);
  while (info.scale_num > 1 && width * static_cast<int>(info.scale_num - 1) / 8 >= wanted_width &&
         height * static_cast<int>(info.scale_num - 1) / 8 >= wanted_height) {
    --info.scale_num;
  }
  jpeg_start_decompress(&info);
  picture.width = static_cast<int>(info.output_width);
  picture.height = static_cast<int>(info.output_height);
  row.resize(static_cast<std::size_t>(info.output_width) *
             static_cast<std::size_t>(info.output_components));
  while (info.output_scanline < info.output_height) {
    unsigned char* rows[] = {row.data()};
    jpeg_read_scanlines(&info, rows, 1);
    AppendRgb(row.data(), picture.width, info.output_components, picture.rgb);
  }
  jpeg_finish_decompress(&info);
  jpeg_destroy_decompress(&info);
  return true;
}

bool Encode(const Picture& picture, unsigned char** bytes, unsigned long* size) {
  jpeg_compress_struct info;
  ErrorManager errors;
  info.err = Prepare(errors);
  if (setjmp(errors.escape) != 0) {
    jpeg_destroy_compress(&info);
    return false;
  }
  jpeg_create_compress(&info);
  jpeg_mem_dest(&info, bytes, size);
  info.image_width = static_cast<unsigned>(picture.width);
  info.image_height = static_cast<unsigned>(picture.height);
  info.input_components = 3;
  info.in_color_space = JCS_RGB;
  jpeg_set_defaults(&info);
  jpeg_set_quality(&info, kQuality, TRUE);
  jpeg_start_compress(&info, TRUE);
  const auto stride = static_cast<std::size_t>(picture.width) * 3;
  while (info.next_scanline < info.image_height) {
    auto* row = const_cast<unsigned char*>(picture.rgb.data()) + info.next_scanline * stride;
    jpeg_write_scanlines(&info, &row, 1);
  }
  jpeg_finish_compress(&info);
  jpeg_destroy_compress(&info);
  return true;
}

}  // namespace

std::optional<JpegHead> ReadJpegHead(const std::string& file) {
  JpegHead head;
  const bool whole = WalkSegments(file, [&](const Segment& segment) {
    constexpr int kApp1 = 0xE1;
    const int marker = segment.marker;
    const bool is_frame =
        marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    if (is_frame && head.width == 0) {
      head.height = Word(segment.payload, 1);
      head.width = Word(segment.payload, 3);
      const int components = Byte(segment.payload, 5);
      head.plain =
          marker <= 0xC2 && Byte(segment.payload, 0) == 8 && (components == 1 || components == 3);
    }
    if (marker == kApp1 && head.orientation == 1) {
      head.orientation = ExifOrientation(segment.payload);
    }
  });
  if (!whole) return std::nullopt;
  return head;
}

std::string WithoutRemarks(const std::string& file) {
  std::string kept(file, 0, 2);
  std::size_t picture_data = file.size();
  WalkSegments(file, [&](const Segment& segment) {
    constexpr int kComment = 0xFE;
    constexpr int kJfif = 0xE0;
    constexpr int kAdobe = 0xEE;
    const bool is_application = segment.marker >= 0xE0 && segment.marker <= 0xEF;
    const bool is_remark = segment.marker == kComment ||
                           (is_application && segment.marker != kJfif && segment.marker != kAdobe);
    if (!is_remark) kept.append(file, segment.begin, segment.end - segment.begin);
    picture_data = segment.end;
  });
  return kept.append(file, picture_data, file.npos);
}

Picture DecodeJpeg(const std::string& file, int wanted_width, int wanted_height) {
  Picture picture;
  std::vector<unsigned char> row;
  if (!Decode(file, wanted_width, wanted_height, picture, row)) {
    throw PaperError("a JPEG photograph that cannot be read");
  }
  return picture;
}

std::string EncodeJpeg(const Picture& picture) {
  unsigned char* bytes = nullptr;
  unsigned long size = 0;
  const bool encoded = Encode(picture, &bytes, &size);
  std::string jpeg(reinterpret_cast<const char*>(bytes), encoded ? size : 0);
  std::free(bytes);
  if (!encoded) throw PaperError("a photograph that cannot be encoded");
  return jpeg;
}

}  // namespace permit::views
