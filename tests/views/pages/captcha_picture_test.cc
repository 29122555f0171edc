// A captcha withstands a program that anybody can write.
#include "views/pages/captcha_picture.h"

#include <gtest/gtest.h>

#include <functional>
#include <random>

#include "tests/views/pages/captcha_reader.h"
#include "tests/views/pages/paler_noise.h"

namespace permit::test {
namespace {

constexpr std::string_view kLetters = "ACDEHJKNPRTUXY379";
constexpr std::size_t kLength = 6;
constexpr int kKnown = 300;
constexpr int kAsked = 200;

using Draw = std::function<std::string(std::string_view letters, std::mt19937& random)>;

struct Picture {
  std::string answer;
  InkPicture ink;
};

std::string DrawOurs(std::string_view letters, std::mt19937& random) {
  std::string seed;
  while (seed.size() < 32) seed += static_cast<char>(random());
  return views::DrawCaptcha(letters, seed);
}

std::vector<Picture> Pictures(int count, bool opened, const Draw& draw, std::mt19937& random) {
  std::vector<Picture> pictures;
  for (int i = 0; i < count; ++i) {
    std::string answer;
    while (answer.size() < kLength) answer += kLetters[random() % kLetters.size()];
    pictures.push_back({answer, ReadInk(draw(answer, random), opened)});
  }
  return pictures;
}

int ReadRight(Split split, const std::vector<Picture>& known, const std::vector<Picture>& asked) {
  CaptchaReader reader(split);
  for (const Picture& picture : known) reader.Learn(picture.ink, picture.answer);
  int right = 0;
  for (const Picture& picture : asked) right += reader.Read(picture.ink, kLength) == picture.answer;
  return right;
}

TEST(CaptchaPicture, IsDrawnAlikeForTheSameSeed) {
  const std::string seed(16, 'a'), other(16, 'b');
  EXPECT_EQ(views::DrawCaptcha("ACDEHJ", seed), views::DrawCaptcha("ACDEHJ", seed));
  EXPECT_NE(views::DrawCaptcha("ACDEHJ", seed), views::DrawCaptcha("ACDEHJ", other));
  EXPECT_NE(views::DrawCaptcha("ACDEHJ", seed), views::DrawCaptcha("ACDEHK", seed));
}

TEST(CaptchaPicture, IsHardlyReadByASimpleReader) {
  for (bool opened : {false, true}) {
    std::mt19937 random(7);
    const std::vector<Picture> known = Pictures(kKnown, opened, DrawOurs, random);
    const std::vector<Picture> asked = Pictures(kAsked, opened, DrawOurs, random);
    for (Split split : kSplits) {
      EXPECT_LT(ReadRight(split, known, asked), 20) << static_cast<int>(split) << opened;
    }
  }
}

// That the reader can read at all.
TEST(CaptchaPicture, WithPalerNoiseItWouldBeRead) {
  std::mt19937 random(7);
  const std::vector<Picture> known = Pictures(kKnown, false, DrawWithPalerNoise, random);
  const std::vector<Picture> asked = Pictures(kAsked, false, DrawWithPalerNoise, random);
  EXPECT_GT(ReadRight(Split::kFixedColumns, known, asked), 150);
}

}  // namespace
}  // namespace permit::test
