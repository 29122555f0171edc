// What is found of drawn photos, good ones and those with one thing wrong.
#include "handlers/form/photo_faults.h"

#include <gtest/gtest.h>

#include "handlers/form/faces.h"
#include "tests/handlers/form/faults_measure.h"
#include "tests/support/pictures/portrait.h"

namespace permit::test {
namespace {

Pose GoodPose(Chance& chance) {
  Pose pose;
  pose.head = chance.Between(32, 36) / 45;
  pose.crown = (1 - pose.head) * chance.Between(0.3, 0.55);
  pose.middle = chance.Between(0.47, 0.53);
  return pose;
}

Picture Developed(const Picture& picture, Chance& chance) {
  return ThroughJpeg(Noise(Blur(picture, chance.Between(0.6, 1)), chance.Between(0.5, 3), chance));
}

Picture Taken(const Pose& pose, Chance& chance) {
  Picture picture = DrawGround(SceneOf(chance), chance);
  DrawPerson(picture, LookOf(chance), pose);
  return Developed(picture, chance);
}

Picture GoodPhoto(Chance& chance) { return Taken(GoodPose(chance), chance); }

Picture Small(Chance& chance) {
  Pose pose;
  pose.head = chance.Between(0.32, 0.58);
  pose.crown = (1 - pose.head) * chance.Between(0.4, 0.6);
  return Taken(pose, chance);
}

Picture Large(Chance& chance) {
  Pose pose;
  pose.head = chance.Between(0.93, 1.15);
  pose.crown = (1 - pose.head) * 0.5 - 0.02;
  return Taken(pose, chance);
}

Picture Aside(Chance& chance) {
  Pose pose = GoodPose(chance);
  pose.middle = 0.5 + (chance.Below(2) == 0 ? -1 : 1) * chance.Between(0.14, 0.22);
  return Taken(pose, chance);
}

Picture Two(Chance& chance) {
  Picture picture = DrawGround(SceneOf(chance), chance);
  DrawPerson(picture, LookOf(chance), {chance.Between(0.36, 0.46), 0.3, 0.27});
  DrawPerson(picture, LookOf(chance), {chance.Between(0.36, 0.46), 0.3, 0.73});
  return Developed(picture, chance);
}

Picture NoFace(Chance& chance) {
  Scene scene = SceneOf(chance);
  scene.cluttered = chance.Below(2) == 0;
  return Developed(DrawGround(scene, chance), chance);
}

Picture OtherGround(Chance& chance) {
  Scene scene;
  switch (chance.Below(3)) {
    case 0:
      scene.ground = {chance.Between(60, 130), chance.Between(110, 160), chance.Between(170, 230)};
      break;
    case 1:
      scene.ground.fill(chance.Between(60, 160));
      break;
    default:
      scene.cluttered = true;
  }
  Picture picture = DrawGround(scene, chance);
  DrawPerson(picture, LookOf(chance), GoodPose(chance));
  return Developed(picture, chance);
}

Picture Dark(Chance& chance) { return Light(GoodPhoto(chance), chance.Between(0.15, 0.42)); }

Picture Bright(Chance& chance) {
  return Light(GoodPhoto(chance), chance.Between(2.0, 2.6), chance.Below(60));
}

Picture Blurred(Chance& chance) {
  const Picture photo = GoodPhoto(chance);
  if (chance.Below(2) == 0) return ThroughJpeg(Blur(photo, chance.Between(6, 10)));
  return ThroughJpeg(Smear(Smear(photo, 25, true), 25, false));
}

class PhotoFaults : public ::testing::Test {
 protected:
  PhotoFaults() { LoadFaceDetector(); }
};

TEST_F(PhotoFaults, AGoodPhotoIsBlamedInTwoOfAHundredAtMost) {
  ExpectGoodOnesUnblamed(FindPhotoFaults, GoodPhoto, 1000);
}

constexpr Wrong kWrong[] = {
    {"no face", FileFault::kNoFace, NoFace},
    {"two faces", FileFault::kSeveralFaces, Two},
    {"small", FileFault::kHeadTooSmall, Small},
    {"large", FileFault::kHeadTooLarge, Large},
    {"aside", FileFault::kHeadOffCentre, Aside},
    {"ground", FileFault::kGroundNotWhite, OtherGround},
    {"dark", FileFault::kPhotoTooDark, Dark},
    {"bright", FileFault::kPhotoTooBright, Bright},
    {"blurred", FileFault::kPhotoBlurred, Blurred},
};

TEST_F(PhotoFaults, OfBadPhotosNinetyFiveInAHundredAreTold) {
  ExpectBadOnesTold(FindPhotoFaults, kWrong, 2000);
}

}  // namespace
}  // namespace permit::test
