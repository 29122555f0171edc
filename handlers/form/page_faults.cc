#include "handlers/form/page_faults.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <vector>

#include "handlers/form/grey_picture.h"
#include "handlers/form/page_edges.h"
#include "handlers/form/page_marks.h"
#include "handlers/form/page_orientation.h"

namespace permit {
namespace {

constexpr unsigned kLeastSide = 360;  // below it letters are too few pixels to say anything
constexpr unsigned kLongest = 4;      // times the shorter side

constexpr double kInk = 0.18;       // darker than the paper around, of writing
constexpr double kFaintInk = 0.05;  // of writing that was blurred away
constexpr std::size_t kLeastLetters = 12;
constexpr double kSharp = 0.21;
constexpr double kSureOfTurn = 2.6;
constexpr std::size_t kMostCutLetters = 3;  // at an edge

// How steep the edges of a letter are at their steepest, across or down, a part of its contrast.
struct Steepness {
  double across = 0;
  double down = 0;
};
std::optional<Steepness> SteepnessOf(const GreyPicture& page, const Box& letter) {
  const Box box =
      Clip({letter.left - 2, letter.top - 2, letter.right + 2, letter.bottom + 2}, page);
  int darkest = 255, brightest = 0, across = 0, down = 0;
  for (int y = box.top + 1; y < box.bottom - 1; ++y) {
    for (int x = box.left + 1; x < box.right - 1; ++x) {
      darkest = std::min(darkest, page.At(x, y));
      brightest = std::max(brightest, page.At(x, y));
      across = std::max(across, std::abs(page.At(x + 1, y) - page.At(x - 1, y)));
      down = std::max(down, std::abs(page.At(x, y + 1) - page.At(x, y - 1)));
    }
  }
  const double contrast = brightest - darkest;
  if (contrast < 24) return std::nullopt;
  return Steepness{across / 2.0 / contrast, down / 2.0 / contrast};
}

double Median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

// Of the letters, in the direction in which they are drawn wider: a hand that moves blurs one.
double Sharpness(const GreyPicture& page, const std::vector<Mark>& letters) {
  std::vector<double> across, down;
  for (const Mark& letter : letters) {
    const auto steepness = SteepnessOf(page, letter.box);
    if (!steepness) continue;
    across.push_back(steepness->across);
    down.push_back(steepness->down);
  }
  return across.empty() ? 0 : std::min(Median(std::move(across)), Median(std::move(down)));
}

std::size_t AtEdge(const GreyPicture& page, const std::vector<Mark>& letters) {
  std::size_t left = 0, right = 0, top = 0, bottom = 0;
  for (const Mark& letter : letters) {
    left += letter.box.left <= 1 ? 1 : 0;
    right += letter.box.right >= page.width - 1 ? 1 : 0;
    top += letter.box.top <= 1 ? 1 : 0;
    bottom += letter.box.bottom >= page.height - 1 ? 1 : 0;
  }
  return std::max({left, right, top, bottom});
}

// Writing that is too faint to be ink, as on a page without focus.
bool HoldsFaintMarks(const GreyPicture& page, const Means& means, const PageEdges& edges) {
  const Ink ink = FindInk(page, means, kFaintInk);
  std::size_t pixels = 0;
  for (const Mark& mark : FindMarks(ink)) {
    const int longer = std::max(mark.box.width(), mark.box.height());
    if (mark.pixels >= 40 && longer < page.width / 2 && edges.OnPaper(mark.box)) {
      pixels += static_cast<std::size_t>(mark.pixels);
    }
  }
  return pixels * 200 > page.pixels.size();
}

std::vector<Mark> LettersOn(const Ink& ink, const PageEdges& edges) {
  std::vector<Mark> letters = FindMarks(ink);
  std::erase_if(letters,
                [&](const Mark& mark) { return !IsLetter(mark) || !edges.OnPaper(mark.box); });
  return letters;
}

void AddShapes(const Ink& ink, const std::vector<Mark>& letters, std::vector<MarkShape>& shapes) {
  shapes.reserve(shapes.size() + letters.size());
  for (const Mark& letter : letters) shapes.push_back(ShapeOf(ink, letter));
}

// At half its size the strokes of a large character are one mark, of a shape that says more.
void AddShapesAtHalf(const Picture& page, std::vector<MarkShape>& shapes) {
  const Picture half =
      Shrink(page, {0, 0, page.width, page.height}, {page.width / 2, page.height / 2});
  const GreyPicture grey = Grey(half);
  const Ink ink = FindInk(grey, Means(grey), kInk);
  AddShapes(ink, LettersOn(ink, PageEdges(half)), shapes);
}

std::optional<FileFault> TurnOf(const std::vector<MarkShape>& shapes) {
  const Orientation orientation = FindOrientation(shapes);
  if (orientation.sure < kSureOfTurn) return std::nullopt;
  switch (orientation.turn) {
    case Turn::kUpright:
      return std::nullopt;
    case Turn::kRight:
    case Turn::kLeft:
      return FileFault::kPageOnItsSide;
    case Turn::kUpsideDown:
      return FileFault::kPageUpsideDown;
  }
  return std::nullopt;
}

Picture ToJudge(const Picture& page) {
  const Extent from = {page.width, page.height};
  return Shrink(page, {0, 0, page.width, page.height}, Covering(from, kEnoughToJudge));
}

FileFaults Find(const Picture& page) {
  FileFaults faults;
  const GreyPicture grey = Grey(page);
  const Means means(grey);
  const PageEdges edges(page);
  const Ink ink = FindInk(grey, means, kInk);
  const std::vector<Mark> letters = LettersOn(ink, edges);
  const bool few = letters.size() < kLeastLetters;
  if (few && !HoldsFaintMarks(grey, means, edges)) return {{FileFault::kPageBlank}};
  const bool blurred = few || Sharpness(grey, letters) < kSharp;
  if (blurred) faults.push_back({FileFault::kPageBlurred});
  if (edges.IsCutOff() || (!few && AtEdge(grey, letters) > kMostCutLetters)) {
    faults.push_back({FileFault::kPageCutOff});
  }
  if (blurred) return faults;
  std::vector<MarkShape> shapes;
  AddShapes(ink, letters, shapes);
  AddShapesAtHalf(page, shapes);
  if (const auto turn = TurnOf(shapes)) faults.push_back({*turn});
  return faults;
}

}  // namespace

bool CanBeJudged(Extent extent) {
  const unsigned shorter = std::min(extent.width, extent.height);
  const unsigned longer = std::max(extent.width, extent.height);
  return shorter >= kLeastSide && longer / kLongest <= shorter;
}

FileFaults FindPageFaults(const Picture& page) {
  if (!CanBeJudged({page.width, page.height})) return {};
  return Find(ToJudge(page));
}

}  // namespace permit
