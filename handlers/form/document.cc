#include "handlers/form/document.h"

#include <cstdint>
#include <string>
#include <utility>

#include "handlers/form/bmp_header.h"
#include "handlers/form/limited_process.h"
#include "handlers/form/page_faults.h"
#include "handlers/form/pdf_faults.h"
#include "handlers/form/pdf_inspection.h"
#include "handlers/form/picture.h"
#include "handlers/rules/exif.h"

namespace permit {
namespace {

constexpr std::uint64_t kMostBmpPixels = 60'000'000;  // a compressed one may say any number

// Of the rules' reading a BMP is one by its signature, its sizes and the place of its pixels; here
// the rest of its header and its compressed rows are read as a viewer reads them.
using enum BmpCompression;

// Which compressions go with which bits; JPEG and PNG within a BMP are for printers alone.
bool IsPossible(const BmpHeader& header) {
  switch (BmpCompression{header.compression}) {
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
    if (header.colours > 1u << header.bits) return false;
    tables = std::uint64_t{header.palette_colours()} * header.palette_entry();
  } else if (header.size == 40 && header.Has(kBitFields)) {
    tables = 3 * 4;
  } else if (header.size == 40 && header.Has(kAlpha)) {
    tables = 4 * 4;
  }
  return header.tables_at() + tables <= header.pixels_at;
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
    const std::uint32_t first = LittleNumber(rows, at, 1);
    const std::uint32_t second = LittleNumber(rows, at + 1, 1);
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
      x += LittleNumber(rows, at, 1);
      y += LittleNumber(rows, at + 1, 1);
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
  if (good && (header.Has(kRle8) || header.Has(kRle4))) {
    good = HoldsRuns(bytes.substr(header.pixels_at), extent, header.Has(kRle4));
  }
  return good ? std::nullopt : std::optional(Problem::kFileDamaged);
}

constexpr std::string_view kTooMany = "too many pixels";
constexpr std::string_view kDamaged = "damaged";
constexpr std::string_view kGood = "good:";  // then the faults

auto DecoderOf(FileKind kind) {
  if (kind == FileKind::kHeic) return DecodeHeic;
  return kind == FileKind::kJpeg ? DecodeJpeg : DecodePng;
}

// Decoded to be sure, and to find the faults.
std::optional<Problem> ReadThrough(std::string_view bytes, const FileReading& reading,
                                   FileBudget& budget, FileFaults* faults) {
  const bool judged = faults != nullptr && CanBeJudged({reading.width, reading.height});
  const int orientation = reading.kind == FileKind::kJpeg ? ExifOrientation(bytes) : 1;
  const auto decode = DecoderOf(reading.kind);
  const auto read = RunLimited(budget, [&] {
    Decoded decoded = decode(bytes, judged ? kEnoughToJudge : kNothing);
    if (decoded.problem) {
      return std::string(decoded.problem == Problem::kTooManyPixels ? kTooMany : kDamaged);
    }
    if (!judged) return std::string(kGood);
    const Picture page = Upright(std::move(decoded.picture), orientation);
    return std::string(kGood) + WriteFaults(FindPageFaults(page));
  });
  if (!read || !read->starts_with(kGood)) {
    return read == kTooMany ? Problem::kTooManyPixels : Problem::kFileDamaged;
  }
  if (judged) *faults = ReadFaults(read->substr(kGood.size()));
  return std::nullopt;
}

std::optional<Problem> ReadPdf(std::string_view bytes, FileBudget& budget, FileFaults* faults) {
  if (auto problem = InspectPdf(bytes, budget)) return problem;
  if (faults != nullptr) *faults = FindPdfFaults(bytes, budget);
  return std::nullopt;
}

}  // namespace

std::optional<Problem> OpenDocument(std::string_view bytes, const FileReading& reading,
                                    FileBudget& budget, FileFaults* faults) {
  if (auto problem = CheckDocument(reading, bytes.size())) return problem;
  if (auto problem = SpendOn(bytes, reading, budget)) return problem;
  switch (reading.kind) {
    case FileKind::kJpeg:
    case FileKind::kPng:
    case FileKind::kHeic:
      return ReadThrough(bytes, reading, budget, faults);
    case FileKind::kBmp:
      return OpenBmp(bytes, {reading.width, reading.height});
    case FileKind::kPdf:
      return ReadPdf(bytes, budget, faults);
  }
  return std::nullopt;
}

}  // namespace permit
