#include <algorithm>
#include <csetjmp>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include <jpeglib.h>
// After the library's own header.
#include <jerror.h>

#include "handlers/form/picture.h"

namespace permit {
namespace {

constexpr std::uint64_t kMostPixels = 160'000'000;
// The library keeps all of a picture that comes in several scans.
constexpr std::uint64_t kMostProgressivePixels = 40'000'000;
constexpr int kMostScans = 100;
constexpr int kQualities[] = {92, 85, 75, 60, 45, 30};

// libjpeg calls this instead of exiting; only C frames lie between here and setjmp.
struct ErrorExit {
  jpeg_error_mgr manager;
  std::jmp_buf back;
};

void LeaveLibrary(j_common_ptr info) {
  std::longjmp(reinterpret_cast<ErrorExit*>(info->err)->back, 1);
}
void KeepSilent(j_common_ptr) {}

// Where the library would go on with grey in place of what is lost, the picture is given up. Its
// other warnings tell of bytes too many, which cameras write.
void LeaveOverLoss(j_common_ptr info, int level) {
  if (level >= 0) return;
  switch (info->err->msg_code) {
    case JWRN_HIT_MARKER:
    case JWRN_HUFF_BAD_CODE:
    case JWRN_JPEG_EOF:
    case JWRN_MUST_RESYNC:
      LeaveLibrary(info);
      return;
    default:
      return;
  }
}

jpeg_error_mgr* Install(ErrorExit& exit) {
  jpeg_error_mgr* manager = jpeg_std_error(&exit.manager);
  manager->error_exit = LeaveLibrary;
  manager->emit_message = LeaveOverLoss;
  manager->output_message = KeepSilent;
  return manager;
}

// A file of a thousand empty scans would take minutes.
void CountScans(j_common_ptr info) {
  if (reinterpret_cast<j_decompress_ptr>(info)->input_scan_number > kMostScans) LeaveLibrary(info);
}

// The library's own shrinking, by eighths, is nearly free.
unsigned Eighths(Extent stored, Extent enough) {
  const Extent wanted = Covering(stored, enough);
  for (unsigned eighths = 1; eighths < 8; ++eighths) {
    if (stored.width * eighths / 8 >= wanted.width &&
        stored.height * eighths / 8 >= wanted.height) {
      return eighths;
    }
  }
  return 8;
}

bool TooManyPixels(const jpeg_decompress_struct& info) {
  const std::uint64_t pixels = std::uint64_t{info.image_width} * info.image_height;
  return pixels > (info.progressive_mode ? kMostProgressivePixels : kMostPixels);
}

// Printers' four inks, which the library leaves as they are. Adobe's programs store them inverted.
bool HasInks(const jpeg_decompress_struct& info) {
  return info.jpeg_color_space == JCS_CMYK || info.jpeg_color_space == JCS_YCCK;
}

void MixInks(std::vector<unsigned char>& row, bool inverted) {
  for (std::size_t from = 0, to = 0; from + 3 < row.size(); from += 4, to += 3) {
    const auto light = [&](std::size_t ink) {
      return inverted ? row[from + ink] : 255u - row[from + ink];
    };
    const unsigned black = light(3);
    const unsigned char rgb[] = {static_cast<unsigned char>(light(0) * black / 255),
                                 static_cast<unsigned char>(light(1) * black / 255),
                                 static_cast<unsigned char>(light(2) * black / 255)};
    std::copy(std::begin(rgb), std::end(rgb), row.begin() + static_cast<std::ptrdiff_t>(to));
  }
}

struct Reading {
  jpeg_decompress_struct info{};
  ErrorExit exit{};
  jpeg_progress_mgr progress{};
  std::optional<Shrinker> shrinker;
  std::vector<unsigned char> row;
  bool too_many = false;
};

// False when the library gave up.
bool Read(Reading& reading, std::string_view bytes, Extent enough) {
  jpeg_decompress_struct& info = reading.info;
  info.err = Install(reading.exit);
  if (setjmp(reading.exit.back)) return false;
  jpeg_create_decompress(&info);
  reading.progress.progress_monitor = CountScans;
  info.progress = &reading.progress;
  jpeg_mem_src(&info, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  jpeg_read_header(&info, TRUE);
  // Neither browsers nor readers of PDF show arithmetic coding, and it gives noise out of any
  // bytes.
  if (info.arith_code) return false;
  reading.too_many = TooManyPixels(info);
  if (reading.too_many) return true;
  info.scale_num = Eighths({info.image_width, info.image_height}, enough);
  info.scale_denom = 8;
  const bool inks = HasInks(info);
  info.out_color_space = inks ? JCS_CMYK : JCS_RGB;
  jpeg_start_decompress(&info);
  const Extent from = {info.output_width, info.output_height};
  if (enough != kNothing) reading.shrinker.emplace(from, Covering(from, enough));
  reading.row.resize(std::size_t{from.width} * (inks ? 4 : 3));
  while (info.output_scanline < info.output_height) {
    JSAMPROW row = reading.row.data();
    jpeg_read_scanlines(&info, &row, 1);
    if (!reading.shrinker) continue;
    if (inks) MixInks(reading.row, info.saw_Adobe_marker != 0);
    reading.shrinker->Take(row);
  }
  jpeg_finish_decompress(&info);
  return true;
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
    auto* row = const_cast<unsigned char*>(picture.Row(info.next_scanline));
    jpeg_write_scanlines(&info, &row, 1);
  }
  jpeg_finish_compress(&info);
  jpeg_destroy_compress(&info);
  return true;
}

// nullopt: it does not stay below the limit.
std::optional<std::string> EncodeAt(int quality, const Picture& picture, std::size_t limit) {
  Encoded encoded;
  if (!Encode(picture, quality, encoded) || encoded.size >= limit) return std::nullopt;
  return std::string(reinterpret_cast<char*>(encoded.bytes), encoded.size);
}

}  // namespace

Decoded DecodeJpeg(std::string_view bytes, Extent enough) {
  Reading reading;
  const bool read = Read(reading, bytes, enough);
  jpeg_destroy_decompress(&reading.info);
  if (!read) return {Problem::kFileDamaged, {}};
  if (reading.too_many) return {Problem::kTooManyPixels, {}};
  if (!reading.shrinker) return {};
  return {std::nullopt, (*std::move(reading.shrinker)).Give()};
}

std::optional<std::string> EncodeJpegBelow(const Picture& picture, std::size_t limit) {
  for (int quality : kQualities) {
    if (auto encoded = EncodeAt(quality, picture, limit)) return encoded;
  }
  return std::nullopt;
}

std::optional<std::string> EncodeJpegBelow(const Picture& picture, std::size_t limit, int least,
                                           int best) {
  auto found = EncodeAt(least, picture, limit);
  while (found && least < best) {
    const int middle = least + (best - least + 1) / 2;
    if (auto better = EncodeAt(middle, picture, limit)) {
      found = std::move(better);
      least = middle;
    } else {
      best = middle - 1;
    }
  }
  return found;
}

}  // namespace permit
