// What is found of drawn pages as phones and scanners give them, good ones and those with one thing
// wrong.
#include "handlers/form/page_faults.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/handlers/form/faults_measure.h"
#include "tests/support/pictures/page_photo.h"

namespace permit::test {
namespace {

Picture GoodPage(Chance& chance) {
  const Picture page = DrawDocument(chance);
  switch (chance.Below(4)) {
    case 0:
      return Scan(page, chance);
    case 1: {  // the paper fills the picture
      Shot shot;
      shot.margin = -0.01;
      shot.lean = 0;
      return Photograph(page, shot, chance);
    }
    default:
      return Photograph(page, ShotOf(chance), chance);
  }
}

Picture Blurred(Chance& chance) {
  const Picture photo = Photograph(DrawDocument(chance), ShotOf(chance), chance);
  if (chance.Below(2) == 0) return ThroughJpeg(Blur(photo, chance.Between(3.5, 7)));
  return ThroughJpeg(Smear(photo, 13 + chance.Below(12), chance.Below(2) == 0));
}

Picture CutOff(Chance& chance) {
  Shot shot = ShotOf(chance);
  if (std::abs(shot.tilt) < 1) shot.tilt = 1.5;
  const double sign = chance.Below(2) == 0 ? -1 : 1;
  const double by = chance.Between(0.18, 0.32) * sign;
  (chance.Below(2) == 0 ? shot.aside : shot.down) = by;
  return Photograph(DrawDocument(chance), shot, chance);
}

Picture Blank(Chance& chance) { return Photograph(DrawEmptyPage(chance), ShotOf(chance), chance); }

// From a camera, a scanner, or a program that draws it without a speck.
Picture UpsideDown(Chance& chance) {
  const Picture page = Turned(DrawDocument(chance), 2);
  switch (chance.Below(4)) {
    case 0:
      return Scan(page, chance);
    case 1:
      return page;
    default:
      return Photograph(page, ShotOf(chance), chance);
  }
}

Picture OnItsSide(Chance& chance) {
  const int quarters = chance.Below(2) == 0 ? 1 : 3;
  return Photograph(Turned(DrawDocument(chance), quarters), ShotOf(chance), chance);
}

TEST(PageFaults, AGoodPageIsBlamedInTwoOfAHundredAtMost) {
  ExpectGoodOnesUnblamed(FindPageFaults, GoodPage, 3000);
}

constexpr Wrong kWrong[] = {
    {"blurred", FileFault::kPageBlurred, Blurred},
    {"cut off", FileFault::kPageCutOff, CutOff},
    {"blank", FileFault::kPageBlank, Blank},
    {"upside down", FileFault::kPageUpsideDown, UpsideDown},
    {"on its side", FileFault::kPageOnItsSide, OnItsSide},
};

TEST(PageFaults, OfBadPagesNinetyFiveInAHundredAreTold) {
  ExpectBadOnesTold(FindPageFaults, kWrong, 4000);
}

TEST(PageFaults, NothingIsSaidOfWhatIsTooSmallOrTooLong) {
  EXPECT_TRUE(CanBeJudged({1200, 1600}));
  EXPECT_FALSE(CanBeJudged({300, 400}));
  EXPECT_FALSE(CanBeJudged({1000, 60000}));
  const Picture dark{300, 400, std::vector<unsigned char>(std::size_t{300} * 400 * 3)};
  EXPECT_TRUE(FindPageFaults(dark).empty());
}

}  // namespace
}  // namespace permit::test
