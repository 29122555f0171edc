#include "handlers/form/document.h"

#include <cstdint>

#include "handlers/form/limited_process.h"
#include "handlers/form/pdf_inspection.h"
#include "handlers/form/picture.h"

namespace permit {
namespace {

constexpr std::uint64_t kMostBmpPixels = 60'000'000;  // a compressed one may say any number

// Of the rules' reading a BMP is one by its signature, its sizes and the place of its pixels; here
// the rest of its header ([MS-WMF] 2.2.2, OS/2 bitmaps) and its compressed rows are read as a
// viewer reads them.
constexpr std::size_t kFileHeader = 14;
constexpr std::uint32_t kCoreHeader = 12;  // of OS/2 1, with sizes of 16 bits
enum Compression : std::uint32_t { kNone = 0, kRle8 = 1, kRle4 = 2, kBitFields = 3, kAlpha = 6 };

std::uint32_t Little(std::string_view bytes, std::size_t at, int size) {
  std::uint32_t value = 0;
  for (int i = size; i-- > 0;) {
    value = value << 8 | static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)]);
  }
  return value;
}

struct BmpHeader {
  std::uint32_t size = 0;
  std::uint32_t planes = 0;
  std::uint32_t bits = 0;
  std::uint32_t compression = kNone;
  std::uint32_t colours = 0;  // 0: as many as the bits allow
  std::uint32_t pixels_at = 0;
  bool top_down = false;

  bool is_core() const { return size == kCoreHeader; }
};

BmpHeader ReadBmpHeader(std::string_view bytes) {
  BmpHeader header;
  header.pixels_at = Little(bytes, 10, 4);
  header.size = Little(bytes, kFileHeader, 4);
  header.planes = Little(bytes, header.is_core() ? 22 : 26, 2);
  header.bits = Little(bytes, header.is_core() ? 24 : 28, 2);
  if (header.is_core()) return header;
  header.top_down = (Little(bytes, 22, 4) & 0x80000000u) != 0;
  header.compression = Little(bytes, 30, 4);
  header.colours = Little(bytes, 46, 4);
  return header;
}

// Which compressions go with which bits; JPEG and PNG within a BMP are for printers alone.
bool IsPossible(const BmpHeader& header) {
  switch (header.compression) {
    case kNone:
      return header.bits == 1 || header.bits == 4 || header.bits == 8 || header.bits == 16 ||
             header.bits == 24 || header.bits == 32;
    case kRle8:
      return header.bits == 8 && !header.top_down;
    case kRle4:
      return header.bits == 4 && !header.top_down;
    case kBitFields:
    case kAlpha:
      return header.bits == 16 || header.bits == 32;
    default:
      return false;
  }
}

// The colours of a picture of few bits, and the masks of one of bit fields, stand before its
// pixels.
bool HasTables(const BmpHeader& header) {
  std::uint64_t tables = 0;
  if (header.bits <= 8) {
    const std::uint32_t most = 1u << header.bits;
    if (header.colours > most) return false;
    tables =
        std::uint64_t{header.colours == 0 ? most : header.colours} * (header.is_core() ? 3 : 4);
  } else if (header.size == 40 && header.compression == kBitFields) {
    tables = 3 * 4;
  } else if (header.size == 40 && header.compression == kAlpha) {
    tables = 4 * 4;
  }
  return kFileHeader + header.size + tables <= header.pixels_at;
}

// Runs, literal pixels and moves, up to the mark of the end. What would be drawn outside the
// picture or is not there makes it unreadable; so does an end before the last row.
bool HoldsRuns(std::string_view rows, Extent extent, bool nibbles) {
  std::uint64_t x = 0, y = 0;
  std::size_t at = 0;
  const auto draws = [&](std::uint64_t pixels) {
    x += pixels;
    return y < extent.height && x <= extent.width;
  };
  while (at + 2 <= rows.size()) {
    const std::uint32_t first = Little(rows, at, 1);
    const std::uint32_t second = Little(rows, at + 1, 1);
    at += 2;
    if (first > 0) {
      if (!draws(first)) return false;
    } else if (second == 0) {
      x = 0;
      ++y;
    } else if (second == 1) {
      return y + 1 >= extent.height;
    } else if (second == 2) {
      if (at + 2 > rows.size()) return false;
      x += Little(rows, at, 1);
      y += Little(rows, at + 1, 1);
      at += 2;
      if (x > extent.width || y >= extent.height) return false;
    } else {
      const std::size_t bytes = nibbles ? (second + 1) / 2 : second;
      if (!draws(second) || at + bytes > rows.size()) return false;
      at += bytes + bytes % 2;
    }
  }
  return y >= extent.height || (y + 1 == extent.height && x == extent.width);
}

// Of a file that CheckDocument has found whole.
std::optional<Problem> OpenBmp(std::string_view bytes, Extent extent) {
  if (std::uint64_t{extent.width} * extent.height > kMostBmpPixels) return Problem::kTooManyPixels;
  const BmpHeader header = ReadBmpHeader(bytes);
  bool good = header.planes == 1 && IsPossible(header) && HasTables(header);
  if (good && (header.compression == kRle8 || header.compression == kRle4)) {
    good = HoldsRuns(bytes.substr(header.pixels_at), extent, header.compression == kRle4);
  }
  return good ? std::nullopt : std::optional(Problem::kFileDamaged);
}

// Decoded to be sure, not to be seen.
std::optional<Problem> ReadThrough(std::string_view bytes,
                                   Decoded (*decode)(std::string_view, Extent),
                                   FileBudget& budget) {
  const auto read = RunLimited(budget, [&]() -> std::string {
    switch (decode(bytes, kNothing).problem.value_or(Problem::kMissing)) {
      case Problem::kMissing:
        return "good";
      case Problem::kTooManyPixels:
        return "too many pixels";
      default:
        return "damaged";
    }
  });
  if (read == "good") return std::nullopt;
  return read == "too many pixels" ? Problem::kTooManyPixels : Problem::kFileDamaged;
}

}  // namespace

std::optional<Problem> OpenDocument(std::string_view bytes, const FileReading& reading,
                                    FileBudget& budget) {
  if (auto problem = CheckDocument(reading, bytes.size())) return problem;
  if (auto problem = SpendOn(bytes, reading, budget)) return problem;
  switch (reading.kind) {
    case FileKind::kJpeg:
      return ReadThrough(bytes, DecodeJpeg, budget);
    case FileKind::kPng:
      return ReadThrough(bytes, DecodePng, budget);
    case FileKind::kBmp:
      return OpenBmp(bytes, {reading.width, reading.height});
    case FileKind::kPdf:
      return InspectPdf(bytes, budget);
  }
  return std::nullopt;
}

}  // namespace permit
