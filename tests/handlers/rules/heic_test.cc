#include "handlers/rules/heic.h"

#include <gtest/gtest.h>

#include <string>

namespace permit {
namespace {

using namespace std::string_literals;

std::string Big32(unsigned value) {
  return {static_cast<char>(value >> 24), static_cast<char>(value >> 16 & 0xff),
          static_cast<char>(value >> 8 & 0xff), static_cast<char>(value & 0xff)};
}

std::string Box(const std::string& type, const std::string& content) {
  return Big32(static_cast<unsigned>(content.size() + 8)) + type + content;
}

// With its size in 64 bits.
std::string WideBox(const std::string& type, const std::string& content) {
  return Big32(1) + type + Big32(0) + Big32(static_cast<unsigned>(content.size() + 16)) + content;
}

std::string Size(unsigned width, unsigned height) {
  return Box("ispe", Big32(0) + Big32(width) + Big32(height));
}

std::string Meta(const std::string& sizes, const std::string& more = {}) {
  return Box("meta", Big32(0) + Box("hdlr", "pict") + Box("iprp", Box("ipco", sizes)) + more);
}

const std::string kType = Box("ftyp", "heic"s + Big32(0) + "mif1heic");
const std::string kData = Box("mdat", "coded");
const std::string kHeic = kType + Meta(Size(512, 512) + Size(4032, 3024) + Size(320, 240)) + kData;

void ExpectSize(const std::string& bytes, unsigned width, unsigned height) {
  const FileReading reading = ReadFileKind(bytes);
  EXPECT_EQ(reading.problem, std::nullopt);
  EXPECT_EQ(reading.kind, FileKind::kHeic);
  EXPECT_EQ(reading.width, width);
  EXPECT_EQ(reading.height, height);
}

TEST(Heic, ItsSizeIsThatOfItsLargestPicture) {
  ExpectSize(kHeic, 4032, 3024);
  ExpectSize(kType + kData + Meta(Size(20, 10)), 20, 10);
  ExpectSize(kType + WideBox("mdat", "coded") + Meta(Size(20, 10)), 20, 10);
  ExpectSize(kType + Meta(Size(20, 10)) + Big32(0) + "mdatcoded", 20, 10);
  ExpectSize(kType + Meta(Size(20, 10), Box("idat", "coded")), 20, 10);
}

TEST(Heic, OneCutShortAnywhereIsDamaged) {
  for (std::size_t size = 12; size < kHeic.size(); ++size) {
    EXPECT_EQ(ReadFileKind(kHeic.substr(0, size)).problem, Problem::kFileDamaged) << size;
  }
}

TEST(Heic, WhatACameraWritesBehindItDoesNotMatter) {
  for (const std::string& behind :
       {"\0\0\0\0SEFH"s, Big32(4000) + "mpvdfilm", "x"s, Big32(3) + "free"}) {
    ExpectSize(kHeic + behind, 4032, 3024);
  }
}

TEST(Heic, OneThatTellsNothingOfAPictureIsDamaged) {
  for (const std::string& rest :
       {kData, Meta(Size(0, 10)) + kData, Meta({}) + kData, Meta(Box("ispe", "short")) + kData,
        Box("meta", "") + kData, Meta(Size(20, 10)), Box("free", "") + kData}) {
    EXPECT_EQ(ReadFileKind(kType + rest).problem, Problem::kFileDamaged);
  }
}

TEST(Heic, ItsBrandsTellTheCoding) {
  const auto with = [](const std::string& brands) {
    return Box("ftyp", brands.substr(0, 4) + Big32(0) + brands.substr(4)) + Meta(Size(9, 9)) +
           kData;
  };
  for (const char* brands : {"heic", "heix", "mif1heic", "msf1hevc", "mif1", "heicavif"}) {
    EXPECT_EQ(ReadHeifCoding(with(brands)), HeifCoding::kHevc) << brands;
  }
  for (const char* brands : {"avif", "avis", "mif1avif", "mif1miafavif"}) {
    EXPECT_EQ(ReadHeifCoding(with(brands)), HeifCoding::kAv1) << brands;
    EXPECT_EQ(ReadFileKind(with(brands)).problem, Problem::kFileAvif) << brands;
  }
  for (const char* brands : {"isom", "mp42avif", "qt  ", "crx "}) {
    EXPECT_EQ(ReadHeifCoding(with(brands)), HeifCoding::kNone) << brands;
  }
}

TEST(Heic, APhotoMayLieOnItsSide) {
  const auto photo = [](unsigned width, unsigned height) {
    return CheckPhoto(ReadFileKind(kType + Meta(Size(width, height)) + kData));
  };
  EXPECT_EQ(photo(413, 531), std::nullopt);
  EXPECT_EQ(photo(531, 413), std::nullopt);
  EXPECT_EQ(photo(530, 413), Problem::kPhotoTooSmall);
  EXPECT_EQ(photo(412, 4000), Problem::kPhotoTooSmall);
}

}  // namespace
}  // namespace permit
