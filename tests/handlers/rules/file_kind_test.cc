#include "handlers/rules/file_kind.h"

#include <gtest/gtest.h>

#include "handlers/rules/required_documents.h"

namespace permit {
namespace {

using namespace std::string_literals;

std::string Big16(unsigned value) {
  return {static_cast<char>(value >> 8), static_cast<char>(value & 0xff)};
}
std::string Big32(unsigned value) { return Big16(value >> 16) + Big16(value & 0xffff); }
std::string Little16(unsigned value) {
  return {static_cast<char>(value & 0xff), static_cast<char>(value >> 8)};
}
std::string Little32(unsigned value) { return Little16(value & 0xffff) + Little16(value >> 16); }

// A JPEG's skeleton: comment, frame header, one scan with stuffing and a restart, end.
std::string Jpeg(unsigned width, unsigned height, unsigned frame = 0xc0) {
  std::string bytes = "\xff\xd8"s + "\xff\xfe"s + Big16(6) + "abcd";
  bytes += "\xff"s + static_cast<char>(frame) + Big16(11) + "\x08" + Big16(height) + Big16(width) +
           "\x01\x01\x11\x00"s;
  bytes += "\xff\xda"s + Big16(8) + "\x01\x01\x00\x00\x3f\x00"s;
  bytes += "\x12\xff\x00\x34\xff\xd0\x56"s;
  return bytes + "\xff\xd9";
}

unsigned SlowCrc(const std::string& bytes) {
  unsigned crc = 0xffffffffu;
  for (unsigned char byte : bytes) {
    crc ^= byte;
    for (int bit = 0; bit < 8; ++bit) crc = crc & 1 ? (crc >> 1) ^ 0xedb88320u : crc >> 1;
  }
  return ~crc;
}

std::string Chunk(const std::string& type, const std::string& data) {
  return Big32(static_cast<unsigned>(data.size())) + type + data + Big32(SlowCrc(type + data));
}

std::string Png(unsigned width, unsigned height) {
  return "\x89PNG\r\n\x1a\n"s + Chunk("IHDR", Big32(width) + Big32(height) + "\x08\x02\0\0\0"s) +
         Chunk("IDAT", "pixels") + Chunk("IEND", "");
}

std::string Bmp(unsigned width, unsigned height) {
  unsigned row = (width * 24 + 31) / 32 * 4;
  return "BM" + Little32(54 + row * height) + Little32(0) + Little32(54) + Little32(40) +
         Little32(width) + Little32(height) + Little16(1) + Little16(24) + std::string(24, '\0') +
         std::string(row * height, 'p');
}

std::string Pdf(const std::string& trailer = "<< /Size 1 /Root 1 0 R >>") {
  std::string body = "%PDF-1.4\n1 0 obj << /Type /Catalog >> endobj\n";
  return body + "xref\n0 1\ntrailer " + trailer + "\nstartxref\n" + std::to_string(body.size()) +
         "\n%%EOF\n";
}

TEST(FileKind, IsToldByContent) {
  for (auto [bytes, kind] : {std::pair{Jpeg(600, 800), FileKind::kJpeg},
                             {Jpeg(600, 800, 0xc2), FileKind::kJpeg},
                             {Png(600, 800), FileKind::kPng},
                             {Bmp(6, 8), FileKind::kBmp},
                             {Pdf(), FileKind::kPdf}}) {
    FileReading reading = ReadFileKind(bytes);
    EXPECT_FALSE(reading.problem.has_value()) << MimeType(kind);
    EXPECT_EQ(reading.kind, kind);
  }
}

TEST(FileKind, TellsTheSizeOfPictures) {
  for (const std::string& bytes : {Jpeg(600, 800), Png(600, 800), Bmp(600, 800)}) {
    FileReading reading = ReadFileKind(bytes);
    EXPECT_EQ(reading.width, 600u);
    EXPECT_EQ(reading.height, 800u);
  }
}

TEST(FileKind, OtherFilesAreRefused) {
  EXPECT_EQ(ReadFileKind("").problem, Problem::kFileEmpty);
  for (const std::string& bytes : {"GIF89a......"s, "<html></html>"s, "PK\x03\x04"s, "MZ"s,
                                   "\x89PN"s, "plain text"s, std::string(2000, ' ') + Pdf()}) {
    EXPECT_EQ(ReadFileKind(bytes).problem, Problem::kFileTypeRefused);
  }
}

TEST(FileKind, AFileCutShortAnywhereIsDamaged) {
  for (const std::string& whole : {Jpeg(600, 800), Png(600, 800), Bmp(6, 8)}) {
    for (std::size_t size = 8; size < whole.size(); ++size) {
      EXPECT_EQ(ReadFileKind(whole.substr(0, size)).problem, Problem::kFileDamaged) << size;
    }
  }
  std::string pdf = Pdf();
  for (std::size_t size = 5; size + 2 < pdf.size(); ++size) {
    EXPECT_EQ(ReadFileKind(pdf.substr(0, size)).problem, Problem::kFileDamaged) << size;
  }
}

TEST(FileKind, AChangedByteOfAPngIsFound) {
  const std::string whole = Png(600, 800);
  for (std::size_t at = 8; at < whole.size(); ++at) {
    std::string changed = whole;
    changed[at] = static_cast<char>(changed[at] ^ 1);
    EXPECT_EQ(ReadFileKind(changed).problem, Problem::kFileDamaged) << at;
  }
}

TEST(FileKind, BytesBehindAPicturesEndDoNotMatter) {
  EXPECT_FALSE(ReadFileKind(Jpeg(600, 800) + std::string(100, '\0')).problem.has_value());
}

TEST(FileKind, APdfBeginsAsOne) {
  for (const std::string& before : {""s, "\r\n"s, " \t\n"s, "\xef\xbb\xbf"s}) {
    EXPECT_FALSE(ReadFileKind(before + Pdf()).problem.has_value()) << before;
  }
  for (const std::string& before : {"<html><script>"s, "PK\x03\x04"s, "GIF89a"s, "x"s}) {
    EXPECT_EQ(ReadFileKind(before + Pdf()).problem, Problem::kFileTypeRefused) << before;
  }
}

TEST(FileKind, APictureOfAPhoneIsNamedForWhatItIs) {
  for (const char* brand : {"heic", "mif1"}) {
    const FileReading reading = ReadFileKind("\0\0\0\x18"s + "ftyp" + brand + "\0\0\0\0"s);
    EXPECT_EQ(reading.problem, Problem::kFileDamaged) << "there is nothing behind its head";
    EXPECT_EQ(reading.kind, FileKind::kHeic);
  }
  EXPECT_EQ(ReadFileKind("\0\0\0\x18"s + "ftypavif" + "\0\0\0\0"s).problem, Problem::kFileAvif);
  for (const std::string& bytes :
       {"\0\0\0\x18"s + "ftypisom" + "\0\0\0\0"s, "\0\0\0\x18"s + "ftyp"}) {
    EXPECT_EQ(ReadFileKind(bytes).problem, Problem::kFileTypeRefused);
  }
}

TEST(FileKind, APdfWhoseTablePointsOutsideIsDamaged) {
  EXPECT_EQ(ReadFileKind("%PDF-1.4\nstartxref\n99999\n%%EOF\n").problem, Problem::kFileDamaged);
}

TEST(Document, HasAtMostTheLimitAsItComes) {
  const FileReading reading = ReadFileKind(Jpeg(600, 800));
  EXPECT_FALSE(CheckDocument(reading, kMaxUploadBytes).has_value());
  EXPECT_EQ(CheckDocument(reading, kMaxUploadBytes + 1), Problem::kFileTooLarge);
  const FileReading unknown = ReadFileKind(std::string(kMaxFileBytes, 'x'));
  EXPECT_EQ(CheckDocument(unknown, kMaxUploadBytes + 1), Problem::kFileTypeRefused);
}

TEST(Photo, HoldsAFrameLargeEnough) {
  EXPECT_FALSE(CheckPhoto(ReadFileKind(Jpeg(413, 531))).has_value());
  EXPECT_FALSE(CheckPhoto(ReadFileKind(Png(3000, 4000))).has_value());
  EXPECT_EQ(CheckPhoto(ReadFileKind(Jpeg(412, 531))), Problem::kPhotoTooSmall);
  EXPECT_EQ(CheckPhoto(ReadFileKind(Jpeg(413, 530))), Problem::kPhotoTooSmall);
  EXPECT_FALSE(CheckPhoto(ReadFileKind(Jpeg(800, 600))).has_value()) << "the frame is cut from it";
  EXPECT_EQ(CheckPhoto(ReadFileKind(Jpeg(800, 530))), Problem::kPhotoTooSmall);
  EXPECT_EQ(CheckPhoto(ReadFileKind(Bmp(600, 800))), Problem::kPhotoTypeRefused);
  EXPECT_EQ(CheckPhoto(ReadFileKind(Pdf())), Problem::kPhotoTypeRefused);
  EXPECT_EQ(CheckPhoto(ReadFileKind("GIF89a")), Problem::kPhotoTypeRefused);
  EXPECT_EQ(CheckPhoto(ReadFileKind("")), Problem::kFileEmpty);
}

}  // namespace
}  // namespace permit
