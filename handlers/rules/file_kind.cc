#include "handlers/rules/file_kind.h"

#include <array>
#include <cstdint>

#include "handlers/rules/heic.h"
#include "handlers/rules/required_documents.h"

namespace permit {
namespace {

constexpr std::string_view kPngSignature = "\x89PNG\r\n\x1a\n";
constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";
constexpr std::string_view kPdfHeader = "%PDF-";
constexpr std::size_t kPdfHeaderWithin = 1024;
constexpr std::size_t kPdfTrailerWithin = 2048;

std::uint32_t Byte(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}
std::uint32_t Big16(std::string_view bytes, std::size_t at) {
  return Byte(bytes, at) << 8 | Byte(bytes, at + 1);
}
std::uint32_t Big32(std::string_view bytes, std::size_t at) {
  return Big16(bytes, at) << 16 | Big16(bytes, at + 2);
}
std::uint32_t Little16(std::string_view bytes, std::size_t at) {
  return Byte(bytes, at) | Byte(bytes, at + 1) << 8;
}
std::uint32_t Little32(std::string_view bytes, std::size_t at) {
  return Little16(bytes, at) | Little16(bytes, at + 2) << 16;
}

FileReading Damaged(FileKind kind) { return {Problem::kFileDamaged, kind, 0, 0}; }

bool IsStartOfFrame(std::uint32_t marker) {
  return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
}

// Behind a scan's header: the place of the next marker that is neither stuffing nor a restart.
std::size_t EndOfScan(std::string_view bytes, std::size_t at) {
  for (; at + 1 < bytes.size(); ++at) {
    if (Byte(bytes, at) != 0xff) continue;
    std::uint32_t next = Byte(bytes, at + 1);
    if (next != 0x00 && next != 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.size();
}

FileReading ReadJpeg(std::string_view bytes) {
  FileReading reading{std::nullopt, FileKind::kJpeg, 0, 0};
  bool scanned = false;
  std::size_t at = 2;
  while (at + 1 < bytes.size()) {
    if (Byte(bytes, at) != 0xff) return Damaged(FileKind::kJpeg);
    std::uint32_t marker = Byte(bytes, at + 1);
    if (marker == 0xff) {
      ++at;
      continue;
    }
    if (marker == 0xd9) {
      bool whole = scanned && reading.width > 0 && reading.height > 0;
      return whole ? reading : Damaged(FileKind::kJpeg);
    }
    if (at + 4 > bytes.size()) break;
    std::size_t length = Big16(bytes, at + 2);
    if (length < 2 || at + 2 + length > bytes.size()) break;
    if (IsStartOfFrame(marker)) {
      if (length < 8) break;
      reading.height = Big16(bytes, at + 5);
      reading.width = Big16(bytes, at + 7);
    }
    at += 2 + length;
    if (marker == 0xda) {
      scanned = true;
      at = EndOfScan(bytes, at);
    }
  }
  return Damaged(FileKind::kJpeg);
}

std::uint32_t Crc32(std::string_view bytes) {
  static const std::array<std::uint32_t, 256> kTable = [] {
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t i = 0; i < 256; ++i) {
      std::uint32_t value = i;
      for (int bit = 0; bit < 8; ++bit) {
        value = (value & 1) ? 0xedb88320u ^ (value >> 1) : value >> 1;
      }
      table[i] = value;
    }
    return table;
  }();
  std::uint32_t crc = 0xffffffffu;
  for (unsigned char byte : bytes) crc = kTable[(crc ^ byte) & 0xff] ^ (crc >> 8);
  return ~crc;
}

FileReading ReadPng(std::string_view bytes) {
  FileReading reading{std::nullopt, FileKind::kPng, 0, 0};
  bool data = false;
  std::size_t at = kPngSignature.size();
  while (at + 12 <= bytes.size()) {
    std::size_t length = Big32(bytes, at);
    if (length > bytes.size() - at - 12) break;
    std::string_view type = bytes.substr(at + 4, 4);
    if (Crc32(bytes.substr(at + 4, 4 + length)) != Big32(bytes, at + 8 + length)) break;
    bool first = at == kPngSignature.size();
    if ((type == "IHDR") != first) break;
    if (first) {
      if (length != 13) break;
      reading.width = Big32(bytes, at + 8);
      reading.height = Big32(bytes, at + 12);
    }
    if (type == "IDAT") data = true;
    if (type == "IEND") {
      bool whole = data && reading.width > 0 && reading.height > 0;
      return whole ? reading : Damaged(FileKind::kPng);
    }
    at += 12 + length;
  }
  return Damaged(FileKind::kPng);
}

FileReading ReadBmp(std::string_view bytes) {
  constexpr std::size_t kFileHeader = 14;
  if (bytes.size() < kFileHeader + 12) return Damaged(FileKind::kBmp);
  std::uint64_t pixels_at = Little32(bytes, 10);
  std::uint32_t header = Little32(bytes, kFileHeader);
  FileReading reading{std::nullopt, FileKind::kBmp, 0, 0};
  std::uint64_t bits = 0;
  bool plain = true;
  if (header == 12) {
    reading.width = Little16(bytes, 18);
    reading.height = Little16(bytes, 20);
    bits = Little16(bytes, 24);
  } else if (header >= 40 && header <= 124 && bytes.size() >= kFileHeader + 40) {
    reading.width = Little32(bytes, 18);
    auto height = static_cast<std::int32_t>(Little32(bytes, 22));
    if (height == INT32_MIN) return Damaged(FileKind::kBmp);
    reading.height = static_cast<unsigned>(height < 0 ? -height : height);
    bits = Little16(bytes, 28);
    std::uint32_t compression = Little32(bytes, 30);
    plain = compression == 0 || compression == 3 || compression == 6;
  } else {
    return Damaged(FileKind::kBmp);
  }
  if (reading.width == 0 || reading.height == 0 || bits == 0 || bits > 32) {
    return Damaged(FileKind::kBmp);
  }
  std::uint64_t row = (reading.width * bits + 31) / 32 * 4;
  std::uint64_t pixels = plain ? row * reading.height : 1;
  if (pixels_at < kFileHeader + header || pixels_at + pixels > bytes.size()) {
    return Damaged(FileKind::kBmp);
  }
  return reading;
}

bool IsPdfSpace(char c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

// An encryption is qpdf's to judge; here the ends are looked at, which a broken transfer lacks.
FileReading ReadPdf(std::string_view bytes) {
  std::string_view tail =
      bytes.size() > kPdfTrailerWithin ? bytes.substr(bytes.size() - kPdfTrailerWithin) : bytes;
  std::size_t start = tail.rfind("startxref");
  if (start == std::string_view::npos || tail.find("%%EOF", start) == std::string_view::npos) {
    return Damaged(FileKind::kPdf);
  }
  std::size_t at = start + 9;
  while (at < tail.size() && IsPdfSpace(tail[at])) ++at;
  std::uint64_t offset = 0;
  std::size_t digits = 0;
  for (; at < tail.size() && tail[at] >= '0' && tail[at] <= '9' && digits < 12; ++at, ++digits) {
    offset = offset * 10 + static_cast<std::uint64_t>(tail[at] - '0');
  }
  if (digits == 0 || offset >= bytes.size()) return Damaged(FileKind::kPdf);
  return {std::nullopt, FileKind::kPdf, 0, 0};
}

// Only white space may come before the header, so that no page or archive passes for a PDF.
bool BeginsAsPdf(std::string_view bytes) {
  bytes = bytes.substr(0, kPdfHeaderWithin);
  if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
  while (!bytes.empty() && IsPdfSpace(bytes.front())) bytes.remove_prefix(1);
  return bytes.starts_with(kPdfHeader);
}

}  // namespace

std::string_view MimeType(FileKind kind) {
  switch (kind) {
    case FileKind::kJpeg:
      return "image/jpeg";
    case FileKind::kPng:
      return "image/png";
    case FileKind::kBmp:
      return "image/bmp";
    case FileKind::kHeic:
      return "image/heic";
    case FileKind::kPdf:
      return "application/pdf";
  }
  return {};
}

std::string_view FileExtension(FileKind kind) {
  switch (kind) {
    case FileKind::kJpeg:
      return "jpg";
    case FileKind::kPng:
      return "png";
    case FileKind::kBmp:
      return "bmp";
    case FileKind::kHeic:
      return "heic";
    case FileKind::kPdf:
      return "pdf";
  }
  return {};
}

FileReading ReadFileKind(std::string_view bytes) {
  if (bytes.empty()) return {Problem::kFileEmpty};
  if (bytes.substr(0, 3) == "\xff\xd8\xff") return ReadJpeg(bytes);
  if (bytes.substr(0, kPngSignature.size()) == kPngSignature) return ReadPng(bytes);
  if (bytes.substr(0, 2) == "BM") return ReadBmp(bytes);
  if (BeginsAsPdf(bytes)) return ReadPdf(bytes);
  switch (ReadHeifCoding(bytes)) {
    case HeifCoding::kHevc:
      return ReadHeic(bytes);
    case HeifCoding::kAv1:
      return {Problem::kFileAvif};
    case HeifCoding::kNone:
      return {Problem::kFileTypeRefused};
  }
  return {Problem::kFileTypeRefused};
}

std::optional<Problem> CheckDocument(const FileReading& reading, std::size_t size) {
  if (reading.problem && !reading.is_known()) return reading.problem;
  if (size > kMaxUploadBytes) return Problem::kFileTooLarge;
  return reading.problem;
}

std::optional<Problem> CheckPhoto(const FileReading& reading) {
  const bool picture = reading.kind == FileKind::kJpeg || reading.kind == FileKind::kPng ||
                       reading.kind == FileKind::kHeic;
  if (reading.problem == Problem::kFileTypeRefused || (reading.is_known() && !picture)) {
    return Problem::kPhotoTypeRefused;
  }
  if (reading.problem) return reading.problem;
  const bool stands = IsLargeEnoughForPhoto(reading.width, reading.height);
  const bool may_lie = reading.kind == FileKind::kHeic;
  if (stands || (may_lie && IsLargeEnoughForPhoto(reading.height, reading.width))) {
    return std::nullopt;
  }
  return Problem::kPhotoTooSmall;
}

}  // namespace permit
