#include "fcgi/base/text_encoding.h"

#include <gtest/gtest.h>

namespace permit {
namespace {

TEST(TextEncoding, Utf8NeedsNoName) {
  for (const char* text : {"", "plain", "\xef\xbb\xbf王小明", "𠮷\n"}) {
    EXPECT_EQ(OtherEncoding(text), "") << text;
  }
}

TEST(TextEncoding, Utf16IsKnownWithAndWithoutItsMark) {
  EXPECT_EQ(OtherEncoding(std::string("\xff\xfe\x8b\x73", 4)), "UTF-16");
  EXPECT_EQ(OtherEncoding(std::string("\xfe\xff\x73\x8b", 4)), "UTF-16");
  EXPECT_EQ(OtherEncoding(std::string("a\0,\0", 4)), "UTF-16");
}

TEST(TextEncoding, ChineseDoubleBytesAreToldApart) {
  EXPECT_EQ(OtherEncoding("\xa4\xfd\xa4\x70\xa9\xfa,\xa5\x78\xc6\x57"), "Big5");  // 王小明,台灣
  EXPECT_EQ(OtherEncoding("\xcd\xf5\xd0\xa1\xc3\xf7,\xcc\xa8\xcd\xe5"), "GB18030");  // 王小明,台湾
  EXPECT_EQ(OtherEncoding("caf\xe9,"), "an unknown encoding");
}

TEST(TextEncoding, Big5BecomesUtf8WhateverItsBytes) {
  EXPECT_EQ(DecodeBig5("TFM 12"), "TFM 12");
  EXPECT_EQ(DecodeBig5("\xa9\xb1\xa2\xb0\xa2\xb1 12"), "店１２ 12");
  EXPECT_EQ(DecodeBig5("\xa9\xb1\xa9"), "店\uFFFD");
  EXPECT_EQ(DecodeBig5(std::string("a\0\n\x7f", 4)), "a\uFFFD\uFFFD\uFFFD");
  for (int first = 0; first < 256; ++first) {
    for (int second = 0; second < 256; ++second) {
      const std::string pair = {static_cast<char>(first), static_cast<char>(second)};
      EXPECT_EQ(OtherEncoding(DecodeBig5(pair)), "") << first << " " << second;
    }
  }
}

}  // namespace
}  // namespace permit
