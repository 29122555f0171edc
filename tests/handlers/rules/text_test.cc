#include "handlers/rules/text.h"

#include <gtest/gtest.h>

namespace permit {
namespace {

TEST(Text, RareHanCharactersCountOne) {
  EXPECT_EQ(CountCodePoints("𠮷𡘙"), 2u);
  EXPECT_FALSE(CheckText("𠮷𡘙", 2).has_value());
  EXPECT_EQ(CheckText("𠮷𡘙", 1), Problem::kTooLong);
}

TEST(Text, RefusesWhatIsNotUtf8) {
  for (const char* bytes : {"\x80", "\xc0\xaf", "\xc3", "\xe4\xb8", "\xed\xa0\x80",
                            "\xf5\x80\x80\x80", "\xf4\x90\x80\x80", "\xe0\x80\x80", "\xff"}) {
    EXPECT_TRUE(HasControlCharacters(bytes));
    EXPECT_EQ(CheckText(bytes, 10), Problem::kBadCharacters);
    EXPECT_EQ(TidyLine(bytes), bytes);
    EXPECT_EQ(TidyCode(bytes), bytes);
  }
}

TEST(Text, RefusesControlAndDirectionCharacters) {
  using namespace std::string_literals;
  for (const std::string& text : {"a\0b"s, "a\x01"s, "a\x7f"s, "a\xc2\x85"s, "a\xe2\x80\xae"s,
                                  "a\xe2\x80\x8b"s, "\xef\xbb\xbf"s, "a\xef\xbf\xbf"s, "a\nb"s}) {
    EXPECT_EQ(CheckText(text, 10), Problem::kBadCharacters);
  }
  EXPECT_FALSE(CheckText("a\nb", 10, true).has_value());
}

TEST(Text, TidiesLines) {
  EXPECT_EQ(TidyLine("　王　 小\t明 \n"), "王 小 明");
  EXPECT_EQ(TidyLine(" \u00a0 "), "");
  EXPECT_EQ(TidyLine("\ufeff王\u200b小明\u00ad"), "王小明");
  EXPECT_EQ(TidyCode("T123\u200b45678"), "T12345678");
  EXPECT_EQ(TidyLines("\r\n a \r\n\r\nb\t\rc\n\n"), " a\n\nb\nc");
  EXPECT_EQ(TidyLines(""), "");
}

TEST(Text, TidiesCodes) {
  EXPECT_EQ(TidyCode(" ｔ１２３ 45678　"), "T12345678");
  EXPECT_EQ(TidyCode("11010519491231002x"), "11010519491231002X");
  EXPECT_EQ(HalfWidth("（０２）２７９６－７１６２"), "(02)2796-7162");
  EXPECT_EQ(LowerAscii("Ab@C.tw王"), "ab@c.tw王");
}

// Address books put telephone numbers between directions, keyboards add what has no width.
TEST(Text, WhatIsAddedUnseenIsTakenOff) {
  for (const char* unseen :
       {"\u200b", "\u200c", "\u200d", "\u200e", "\u200f", "\u202a", "\u202b", "\u202c", "\u202d",
        "\u202e", "\u2060", "\u2066", "\u2067", "\u2068", "\u2069", "\ufeff", "\u00ad"}) {
    const std::string between = "A" + std::string(unseen) + "1";
    EXPECT_EQ(TidyLine(unseen + between + unseen), "A1") << unseen;
    EXPECT_EQ(TidyCode(unseen + between), "A1");
    EXPECT_EQ(TidyPhone(unseen + std::string("1") + unseen + "2"), "12");
    EXPECT_EQ(TidyLatinName(between), "A1");
    EXPECT_EQ(TidyLines(between + "\n" + unseen), "A1");
    EXPECT_EQ(TidyMailedCode(between), "A1");
  }
}

TEST(Text, TidiesTelephoneNumbers) {
  const std::pair<const char*, const char*> typed[] = {
      {"\u202d+86 138 0013 8000\u202c", "+86 138 0013 8000"},
      {"\u2066+86\u00a0138-0013-8000\u2069", "+86 138-0013-8000"},
      {"（０２）２３８８－９３９３", "(02)2388-9393"},
      {"02–2388—9393", "02-2388-9393"},
      {"02\u20112388\u22129393", "02-2388-9393"},
      {"02.2388.9393", "02-2388-9393"},
      {"02/23889393", "02/23889393"},
      {"tel:+886912345678", "+886912345678"},
      {"02-23889393 ext. 123", "02-23889393 #123"},
      {"02-23889393轉123", "02-23889393 #123"},
      {"02-23889393分機：123", "02-23889393 #123"},
      {"0912345678, 0223889393", "0912345678, 0223889393"},
      {"call me", "call me"}};
  for (const auto& [number, tidied] : typed) EXPECT_EQ(TidyPhone(number), tidied) << number;
}

TEST(Text, TidiesExtensionsAndMailedCodes) {
  for (const char* typed :
       {"12", "分機12", "分機：12", "分机 12", "轉12", "#12", "ext. 12", "x12", "１２"}) {
    EXPECT_EQ(TidyExtension(typed), "12") << typed;
  }
  EXPECT_EQ(TidyExtension("1a"), "1A");
  EXPECT_EQ(TidyExtension("-1"), "-1");
  EXPECT_EQ(TidyExtension("分機-12"), "12");
  EXPECT_EQ(TidyExtension(""), "");
  for (const char* typed :
       {"12345678", "1234 5678", "1234-5678", "1234–5678\r\n", "１２３４５６７８", "12345678\u200b",
        "\u200e12345678", "1234\u00a05678", "12345678."}) {
    EXPECT_EQ(TidyMailedCode(typed), "12345678") << typed;
  }
}

TEST(Text, TidiesLatinNamesAndMailboxes) {
  for (const char* sign : {"'", "’", "‘", "ʼ", "＇", "`", "´", "′"}) {
    EXPECT_EQ(TidyLatinName("O" + std::string(sign) + "NEIL"), "O'NEIL") << sign;
  }
  EXPECT_EQ(TidyLatinName("BO‐HAN"), "BO-HAN");
  EXPECT_EQ(TidyLatinName("ＬU\u0308 "), "LÜ");
  EXPECT_EQ(TidyMailbox(" ａ@b。c｡tw\u200b"), "a@b.c.tw");
}

TEST(Text, TidiesFileNames) {
  EXPECT_EQ(TidyFileName("在學證明 𠮷.pdf", 20), "在學證明 𠮷.pdf");
  EXPECT_EQ(TidyFileName("../../etc/passwd", 20), "passwd");
  EXPECT_EQ(TidyFileName("C:\\Users\\王\\證明.pdf", 20), "證明.pdf");
  EXPECT_EQ(TidyFileName("\u202egpj.exe\u202c\u200f.pdf", 20), "gpj.exe.pdf");
  EXPECT_EQ(TidyFileName("a\x01\tb\r\nc.pdf", 20), "a b c.pdf");
  EXPECT_EQ(TidyFileName("..", 20), "..");
  EXPECT_EQ(TidyFileName("folder/", 20), "");
  EXPECT_EQ(TidyFileName("\xff.pdf", 20), "");
}

TEST(Text, ALongFileNameKeepsItsExtension) {
  std::string name;
  for (int i = 0; i < 300; ++i) name += "𠮷";
  const std::string shown = TidyFileName(name + ".jpeg", 200);
  EXPECT_EQ(CountCodePoints(shown), 200u);
  EXPECT_TRUE(shown.ends_with("𠮷.jpeg"));
  EXPECT_EQ(TidyFileName("a.notanextension", 5), "a.not");
  EXPECT_EQ(TidyFileName("abcde.f", 6), "abcd.f");
}

TEST(Text, TidiesDates) {
  for (const char* typed :
       {"1999/1/2", "1999-01-02", "19990102", "1999.1.02", "1999年1月2日", " １９９９／０１／０２ ",
        "1999年01月02日", "1999 年 1 月 2 日", "１９９９年１月２日", "1999–01–02", "1999．01．02",
        "1999/1/2\u200e", "1999⽉1⽉2⽇", "1999年1月2號"}) {
    EXPECT_EQ(TidyDate(typed), "1999/01/02") << typed;
  }
  for (const char* typed : {"", "99/1/2", "1999/1", "1999/1/2/3", "tomorrow", "1999日1月2",
                            "1999/001/2", "199901023", "1999 01 02"}) {
    EXPECT_EQ(TidyDate(typed), typed);
  }
}

}  // namespace
}  // namespace permit
