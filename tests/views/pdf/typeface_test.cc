// What the papers' faces hold and refuse, and that no text leaves its box.
#include "views/pdf/typeface.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <random>
#include <sstream>

#include "tests/support/papers/pdf_reader.h"
#include "tests/support/papers/sample_papers.h"
#include "tests/support/places.h"
#include "views/pdf/canvas.h"
#include "views/pdf/printable.h"

namespace permit::views {
namespace {

std::string Utf8(char32_t point) {
  char bytes[6];
  return {bytes, static_cast<std::size_t>(g_unichar_to_utf8(point, bytes))};
}

std::vector<char32_t> StandardCharacters() {
  std::ifstream in(test::InSource("/tests/views/pdf/general_standard_characters.txt"));
  std::vector<char32_t> points;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with('#')) continue;
    std::istringstream words(line);
    for (std::string word; words >> word;) {
      const std::size_t dash = word.find('-');
      const auto first = static_cast<char32_t>(std::stoul(word.substr(0, dash), nullptr, 16));
      const auto last = dash == word.npos
                            ? first
                            : static_cast<char32_t>(std::stoul(word.substr(dash + 1), nullptr, 16));
      for (char32_t point = first; point <= last; ++point) points.push_back(point);
    }
  }
  return points;
}

std::string Unprintable(const std::vector<char32_t>& points) {
  std::string missing;
  for (char32_t point : points) {
    if (FirstUnprintable(Utf8(point))) missing += Utf8(point);
  }
  return missing;
}

std::vector<char32_t> Range(char32_t first, char32_t last) {
  std::vector<char32_t> points;
  for (char32_t point = first; point <= last; ++point) points.push_back(point);
  return points;
}

TEST(Typeface, HoldsEveryCharacterOfTheGeneralStandardTable) {
  const std::vector<char32_t> table = StandardCharacters();
  EXPECT_EQ(table.size(), 8105u);
  for (char32_t rare :
       std::u32string_view(U"𬱖𬍤𬭎鿏鿍鿎䶮㛃𫘦𤩽𠅤𫟹𬸪𫠜")) {
    EXPECT_NE(std::find(table.begin(), table.end(), rare), table.end()) << Utf8(rare);
  }
  EXPECT_EQ(Unprintable(table), "");
}

TEST(Typeface, HoldsWholeBlocksUpToExtensionF) {
  EXPECT_EQ(Unprintable(Range(0x3400, 0x4DBF)), "");                    // Extension A
  EXPECT_EQ(Unprintable(Range(0x4E00, 0x9FFF)), "");                    // the first block
  EXPECT_EQ(Unprintable(Range(0x2A700, 0x2B739)), "");                  // C
  EXPECT_EQ(Unprintable(Range(0x2B740, 0x2B81D)), "");                  // D
  EXPECT_EQ(Unprintable(Range(0x2CE00, 0x2CEA1)), "");                  // the end of E
  EXPECT_EQ(Unprintable(Range(0x2CEB0, 0x2CFFF)), "");                  // the beginning of F
  EXPECT_EQ(FirstUnprintable("𰻞𰻝趙𰀀錢𱍐"), std::nullopt);  // of G and H
}

// How many characters of each block are printed. The numbers are those of the packaged faces: one
// that holds more raises them.
TEST(Typeface, PrintsOrRefusesEachCharacterOfEveryBlock) {
  struct Block {
    const char* name;
    char32_t first;
    char32_t last;
    std::size_t printed;
  };
  constexpr Block kBlocks[] = {
      {"B", 0x20000, 0x2A6DF, 42720}, {"E", 0x2B820, 0x2CEA1, 5762},
      {"F", 0x2CEB0, 0x2EBE0, 7473},  {"compatibility supplement", 0x2F800, 0x2FA1D, 542},
      {"G", 0x30000, 0x3134A, 3045},  // of 4,939
      {"H", 0x31350, 0x323AF, 2273},  // of 4,192
      {"I", 0x2EBF0, 0x2EE5D, 0},     // of 622
      {"J", 0x323B0, 0x33479, 0},     // of 4,298
  };
  for (const Block& block : kBlocks) {
    std::size_t printed = 0;
    for (char32_t point : Range(block.first, block.last)) {
      const std::string character = Utf8(point);
      const auto refused = FirstUnprintable("王" + character);
      if (!refused) ++printed;
      EXPECT_EQ(refused.value_or(character), character);
    }
    EXPECT_EQ(printed, block.printed) << block.name;
  }
}

TEST(Typeface, RefusesScriptsThatItCannotShape) {
  for (const char* text : {"العربية", "ภาษาไทย", "བོད་སྐད", "हिन्दी", "ᠮᠣᠩᠭᠣᠯ", "עברית", "ខ្មែរ",
                           "ئۇيغۇر", "한국어", "\ue000", "😀"}) {
    EXPECT_EQ(FirstUnprintable("路" + std::string(text)), Utf8(g_utf8_get_char(text))) << text;
  }
  for (const char* text :
       {"テスト", "ㄅㄆㄇ", "Иван", "Ελένη", "ꀀꀁ", "⿰木木", "Nguyễn", "lǜ", "①№"}) {
    EXPECT_EQ(FirstUnprintable(text), std::nullopt) << text;
  }
}

TEST(Typeface, RefusesPilesOfMarks) {
  EXPECT_EQ(FirstUnprintable("e\u0301a\u0302\u0304"), std::nullopt);
  EXPECT_EQ(FirstUnprintable("e\u0301\u0301\u0316"), "\u0316");
  EXPECT_EQ(FirstUnprintable("王\u0301"), "\u0301");
  EXPECT_EQ(FirstUnprintable("g\u032f"), "\u032f");
  EXPECT_EQ(FirstUnprintable("\u0301\u0301"), "\u0301");
  EXPECT_EQ(FirstUnprintable("王\ufe00\U000e0100"), std::nullopt);
}

TEST(Typeface, StandInsAreEmbeddedAndSubset) {
  PermitPaper permit = test::SamplePermit();
  permit.chinese_name = "王鿏𬍤𮯠𰀀";
  const test::PdfReader reader(DrawPermit(permit).bytes);
  EXPECT_NE(reader.Text().find(permit.chinese_name), std::string::npos);
  EXPECT_EQ(reader.Check(), "");
  std::string names;
  for (const test::PdfReader::Font& font : reader.Fonts()) {
    EXPECT_TRUE(font.embedded && font.subset && font.unicode) << font.name;
    names += font.name + " ";
  }
  for (const char* face : {"LXGW", "HanaMin", "BabelStone"}) {
    EXPECT_NE(names.find(face), std::string::npos) << names;
  }
}

// Names and addresses of every kind that somebody might type.
class RandomText {
 public:
  std::string Next() {
    std::string text;
    const int pieces = Below(14) + 1;
    for (int i = 0; i < pieces; ++i) text += Piece();
    return text;
  }

 private:
  int Below(int limit) { return std::uniform_int_distribution<>(0, limit - 1)(random_); }
  std::string Of(char32_t first, char32_t last, int most) {
    std::string text;
    for (int i = Below(most) + 1; i > 0; --i) {
      text += Utf8(first + static_cast<char32_t>(Below(static_cast<int>(last - first) + 1)));
    }
    return text;
  }
  std::string Piece() {
    switch (Below(24)) {
      case 0:
        return Of(0x20000, 0x2A6D6, 3);
      case 1:
        return Of(0x2B740, 0x2EBE0, 3);
      case 2:
        return Of(0x30000, 0x323AF, 2);
      case 3:
        return Of('A', 'Z', 12) + " ";
      case 4:
        return Of(0xC0, 0x24F, 5);
      case 5:
        return Of(0x1EA0, 0x1EF9, 6);
      case 6:
        return "g" + Of(0x300, 0x36F, 2) + Of('A', 'Z', 1) + Of(0x300, 0x36F, 2);
      case 7:
        return Below(12) == 0 ? Of('a', 'z', 2) + Of(0x300, 0x36F, 30) : Of('0', '9', 6);
      case 8:
        return Below(12) == 0 ? Of(0x620, 0x64A, 8) : Of(0xFF01, 0xFF5E, 5);
      case 9:
        return Below(12) == 0 ? Of(0xE01, 0xE2E, 4) + Of(0xE31, 0xE3A, 4) : Of(0x3041, 0x30FF, 5);
      case 10:
        return Below(12) == 0 ? Of(0xF40, 0xF6C, 3) + Of(0xF71, 0xFBC, 6) : Of(0x2E80, 0x2FD5, 2);
      case 11:
        return Below(12) == 0 ? Of(0x1F300, 0x1F6FF, 2) : Of('!', '/', 3);
      case 12:
        return Of(0x410, 0x44F, 8);
      case 13:
        return Of('W', 'W', 30);
      default:
        return Of(0x4E00, 0x9FFF, 6);
    }
  }

  std::mt19937 random_{20030514};
};

struct Picture {
  int width = 0;
  int height = 0;
  std::string pixels;  // RGB

  explicit Picture(const std::string& ppm) {
    std::istringstream in(ppm);
    std::string magic;
    int depth = 0;
    in >> magic >> width >> height >> depth;
    in.get();
    pixels.assign(std::istreambuf_iterator<char>(in), {});
  }
  bool IsInk(int x, int y) const {
    const auto at = 3 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                         static_cast<std::size_t>(x));
    return static_cast<unsigned char>(pixels[at]) < 200;
  }
};

// The value of a permit's field, as wide as a column allows.
constexpr double kFieldWidth = 92;
constexpr double kFieldHeight = 8.4;
constexpr int kRows = 24;
constexpr int kDpi = 100;

Box Field(int number) {
  return {6 + (number / kRows) * (kFieldWidth + 8), 4 + (number % kRows) * (kFieldHeight + 3.6),
          kFieldWidth, kFieldHeight};
}

TEST(Typeface, NoRandomTextHasInkOutsideOfItsBox) {
  constexpr int kTexts = 2000;
  RandomText random;
  int refused = 0;
  int drawn = 0;
  for (int made = 0; made < kTexts;) {
    Canvas canvas({.title = "t", .subject = "s", .made_at = {}});
    std::vector<std::string> texts;
    canvas.Tagged("Document", [&] {
      while (made < kTexts && texts.size() < 2 * kRows) {
        const std::string text = random.Next();
        ++made;
        if (FirstUnprintable(text)) {
          EXPECT_THROW(NewLayout(text), UnknownCharacter);
          ++refused;
          continue;
        }
        try {
          canvas.Text(Field(static_cast<int>(texts.size())), text,
                      {.size = 11.5,
                       .vertical = VerticalAlign::kMiddle,
                       .line_height = 1.15,
                       .smallest_line = 0.72});
          texts.push_back(text);
          ++drawn;
        } catch (const TextTooLong&) {
          ++refused;
        }
      }
    });
    const Picture picture(test::PdfReader(canvas.Finish().bytes).Page(kDpi));
    const double pixel = 25.4 / kDpi;
    for (int y = 0; y < picture.height; ++y) {
      for (int x = 0; x < picture.width; ++x) {
        if (!picture.IsInk(x, y)) continue;
        bool inside = false;
        int nearest = 0;
        for (int i = 0; i < 2 * kRows && !inside; ++i) {
          const Box box = Field(i);
          const double left = (x + 1) * pixel + pixel, top = (y + 1) * pixel + pixel;
          inside = left >= box.x && x * pixel - pixel <= box.right() && top >= box.y &&
                   y * pixel - pixel <= box.bottom();
          if (y * pixel > box.y - 1.8 && x * pixel > box.x - 4) nearest = i;
        }
        if (!inside) {
          FAIL() << "at " << x * pixel << "," << y * pixel << " mm near “"
                 << texts.at(
                        std::min<std::size_t>(static_cast<std::size_t>(nearest), texts.size() - 1))
                 << "”";
        }
      }
    }
  }
  EXPECT_GT(drawn, kTexts / 4);
  EXPECT_GT(refused, kTexts / 20);
}

}  // namespace
}  // namespace permit::views
