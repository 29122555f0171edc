#include "handlers/form/photo_faults.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

#include "handlers/form/faces.h"
#include "handlers/form/grey_picture.h"
#include "handlers/rules/required_documents.h"

namespace permit {
namespace {

constexpr int kWide = kPhotoMinWidth;
constexpr int kHigh = kPhotoMinHeight;

// Of the photo's height; the rule says 32/45 to 36/45.
constexpr double kLeastHead = 28.5 / 45;
constexpr double kMostHead = 39.5 / 45;
constexpr double kMostAside = 0.09;  // of the photo's width
constexpr double kHighestMiddle = 0.36, kLowestMiddle = 0.62;

// Of the square around a face, by measure: how far the chin lies below it, and how far the crown
// lies above the chin where the ground does not show it.
constexpr double kChinBelow = 0.10;
constexpr double kHeadInSides = 1.75;
constexpr double kLeastHeadInSides = 1.45, kMostHeadInSides = 2.3;

constexpr double kSure = 0.0;
constexpr double kSureOfAnother = 0.25;

// Of the ground.
constexpr int kWhite = 175;      // the least of the three colours
constexpr int kColourless = 32;  // between the most and the least of them
constexpr double kMostlyWhite = 0.7;
constexpr int kSameColour = 26;

constexpr double kSharp = 0.16;

using Colour = std::array<int, 3>;

Colour ColourAt(const Picture& photo, int x, int y) {
  const unsigned char* at = photo.Row(static_cast<unsigned>(y)) + 3 * x;
  return {at[0], at[1], at[2]};
}

bool IsWhite(const Colour& colour) {
  const auto [least, most] = std::minmax_element(colour.begin(), colour.end());
  return *least >= kWhite && *most - *least <= kColourless;
}

bool AreAlike(const Colour& a, const Colour& b) {
  return std::abs(a[0] - b[0]) < kSameColour && std::abs(a[1] - b[1]) < kSameColour &&
         std::abs(a[2] - b[2]) < kSameColour;
}

// Beside the head and above the shoulders, as the strips along the sides show it.
struct Ground {
  Colour colour = {};     // the middle one
  double white = 0;       // which part of it is white
  bool is_plain = false;  // most of it is of one colour
};

template <class Take>
void ForGround(const Take& take) {
  for (int y = kHigh / 50; y < kHigh * 45 / 100; ++y) {
    for (int x = 2; x < kWide / 10; ++x) {
      take(x, y);
      take(kWide - 1 - x, y);
    }
  }
}

Ground FindGround(const Picture& photo) {
  Ground ground;
  std::array<Levels, 3> levels;
  std::size_t white = 0, alike = 0;
  ForGround([&](int x, int y) {
    const Colour colour = ColourAt(photo, x, y);
    for (std::size_t i = 0; i < 3; ++i) levels[i].Take(colour[i]);
    white += IsWhite(colour) ? 1 : 0;
  });
  for (std::size_t i = 0; i < 3; ++i) ground.colour[i] = levels[i].At(0.5);
  ForGround([&](int x, int y) { alike += AreAlike(ColourAt(photo, x, y), ground.colour) ? 1 : 0; });
  const auto all = static_cast<double>(levels[0].taken());
  ground.white = static_cast<double>(white) / all;
  ground.is_plain = static_cast<double>(alike) / all > 0.7;
  return ground;
}

// The same face found at sizes in between, as the detector's steps are a fifth apart.
Face Refine(const Picture& photo, const Face& face) {
  const int around = static_cast<int>(face.side * 0.7);
  const GreyPicture whole{kWide, kHigh, {}};
  const int left = static_cast<int>(face.left), top = static_cast<int>(face.top);
  const int side = static_cast<int>(face.side);
  const Box box =
      Clip({left - around, top - around, left + side + around, top + side + around}, whole);
  const CropFrame frame = {static_cast<unsigned>(box.left), static_cast<unsigned>(box.top),
                           static_cast<unsigned>(box.width()), static_cast<unsigned>(box.height())};
  Face sum = {face.left, face.top, face.side, 1};
  for (const double smaller : {0.96, 0.92, 0.88, 0.84}) {
    const auto part = [&](unsigned of) { return static_cast<unsigned>(of * smaller); };
    const std::vector<Face> found =
        FindFaces(Shrink(photo, frame, {part(frame.width), part(frame.height)}));
    if (found.empty()) continue;
    sum.left += box.left + found[0].left / smaller;
    sum.top += box.top + found[0].top / smaller;
    sum.side += found[0].side / smaller;
    sum.score += 1;
  }
  return {sum.left / sum.score, sum.top / sum.score, sum.side / sum.score, face.score};
}

// The first row from above in which the middle of the head is no ground.
double FindCrown(const Picture& photo, const Face& face, const Ground& ground, double chin) {
  const double likely = chin - kHeadInSides * face.side;
  if (!ground.is_plain) return likely;
  const int middle = static_cast<int>(face.left + face.side / 2);
  const int reach = std::max(static_cast<int>(face.side * 0.3), 4);
  int rows = 0;
  for (int y = 0; y < static_cast<int>(face.top); ++y) {
    int head = 0, seen = 0;
    for (int x = std::max(middle - reach, 0); x < std::min(middle + reach, kWide); ++x, ++seen) {
      head += AreAlike(ColourAt(photo, x, y), ground.colour) ? 0 : 1;
    }
    rows = head * 2 > seen ? rows + 1 : 0;
    if (rows < 4) continue;
    const double crown = y - 3;
    const double sides = (chin - crown) / face.side;
    return sides < kLeastHeadInSides || sides > kMostHeadInSides ? likely : crown;
  }
  return likely;
}

void CheckHead(const Picture& photo, const Face& face, const Ground& ground, FileFaults& faults) {
  const double chin = face.top + face.side * (1 + kChinBelow);
  const double crown = FindCrown(photo, face, ground, chin);
  const double head = (chin - crown) / kHigh;
  const double middle = (chin + crown) / 2 / kHigh;
  const double aside = std::abs((face.left + face.side / 2) / kWide - 0.5);
  if (head < kLeastHead) {
    faults.push_back({FileFault::kHeadTooSmall});
  } else if (head > kMostHead) {
    faults.push_back({FileFault::kHeadTooLarge});
  }
  const bool sized = head >= kLeastHead && head <= kMostHead;
  if (aside > kMostAside || (sized && (middle < kHighestMiddle || middle > kLowestMiddle))) {
    faults.push_back({FileFault::kHeadOffCentre});
  }
}

void CheckLight(const GreyPicture& grey, const Box& face, FileFaults& faults) {
  Levels of_face, of_all;
  for (const unsigned char pixel : grey.pixels) of_all.Take(pixel);
  for (int y = face.top; y < face.bottom; ++y) {
    for (int x = face.left; x < face.right; ++x) of_face.Take(grey.At(x, y));
  }
  const bool dim = of_face.At(0.75) < 75 && of_all.At(0.95) < 190;
  if (of_all.At(0.95) < 130 || dim) {
    faults.push_back({FileFault::kPhotoTooDark});
  } else if (of_face.At(0.6) > 243) {
    faults.push_back({FileFault::kPhotoTooBright});
  }
}

// How steep the steepest edges are, a pixel's part of the whole contrast: about a half where the
// picture is sharp, and the less the wider a point is drawn. 1 where there is nothing to see.
double Sharpness(const GreyPicture& grey, const Box& box) {
  Levels levels, steps;
  for (int y = box.top + 1; y < box.bottom - 1; ++y) {
    for (int x = box.left + 1; x < box.right - 1; ++x) {
      levels.Take(grey.At(x, y));
      const int across = std::abs(grey.At(x + 1, y) - grey.At(x - 1, y));
      const int down = std::abs(grey.At(x, y + 1) - grey.At(x, y - 1));
      steps.Take(std::max(across, down) / 2);
    }
  }
  const int contrast = levels.At(0.99) - levels.At(0.01);
  return contrast < 12 ? 1 : static_cast<double>(steps.At(0.995)) / contrast;
}

Box Square(const Face& face, const GreyPicture& grey) {
  const int left = static_cast<int>(face.left), top = static_cast<int>(face.top);
  const int side = static_cast<int>(face.side);
  return Clip({left, top, left + side, top + side}, grey);
}

FileFaults Find(const Picture& photo) {
  FileFaults faults;
  const GreyPicture grey = Grey(photo);
  std::vector<Face> faces = FindFaces(photo);
  std::erase_if(faces, [](const Face& face) { return face.score < kSure; });
  Box looked_at = {kWide / 4, kHigh / 5, kWide * 3 / 4, kHigh * 3 / 4};
  if (!faces.empty()) looked_at = Square(faces.front(), grey);
  const Ground ground = FindGround(photo);
  if (faces.empty()) {
    faults.push_back({FileFault::kNoFace});
  } else if (faces.size() > 1 && faces[1].score > kSureOfAnother) {
    faults.push_back({FileFault::kSeveralFaces});
  } else {
    CheckHead(photo, Refine(photo, faces.front()), ground, faults);
  }
  if (ground.white < kMostlyWhite) faults.push_back({FileFault::kGroundNotWhite});
  CheckLight(grey, looked_at, faults);
  if (Sharpness(grey, looked_at) < kSharp) faults.push_back({FileFault::kPhotoBlurred});
  return faults;
}

}  // namespace

FileFaults FindPhotoFaults(const Picture& photo) {
  if (photo.width == kWide && photo.height == kHigh) return Find(photo);
  return Find(Shrink(photo, {0, 0, photo.width, photo.height},
                     {static_cast<unsigned>(kWide), static_cast<unsigned>(kHigh)}));
}

}  // namespace permit
