#include "handlers/form/page_edges.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <utility>

namespace permit {
namespace {

constexpr unsigned kSmall = 240;  // the longer side of the small picture
// Of the paper's brightness: below the first lies the table in any case, and up to the last where
// most of what surrounds the picture is darker than the one between.
constexpr double kDarker = 0.62, kDarkAround = 0.72, kHardlyDarker = 0.76;
constexpr int kOtherColour = 26;                         // of the two chroma values together
constexpr double kLeastTable = 0.02;                     // of the picture
constexpr double kShowsTable = 0.6, kShowsPaper = 0.22;  // of a side
constexpr double kTilted = 0.012;

struct Tone {
  int light = 0;
  int red = 0;  // against the light
  int blue = 0;
};

Tone ToneAt(const Picture& picture, unsigned x, unsigned y) {
  const unsigned char* at = picture.Row(y) + std::size_t{x} * 3;
  const int light = (at[0] * 77 + at[1] * 150 + at[2] * 29) / 256;
  return {light, at[0] - light, at[2] - light};
}

// Letters vanish when each point becomes as bright as the brightest around it.
Picture WithoutWriting(const Picture& page, unsigned width, unsigned height) {
  // Twice as large at first, so that thin paper between lines is not lost.
  const Picture twice = Shrink(page, {0, 0, page.width, page.height}, {width * 2, height * 2});
  Picture small{width, height, std::vector<unsigned char>(std::size_t{width} * height * 3)};
  for (unsigned y = 0; y < height; ++y) {
    for (unsigned x = 0; x < width; ++x) {
      const unsigned char* best = nullptr;
      int brightest = -1;
      for (unsigned near_y = y * 2 < 3 ? 0 : y * 2 - 3; near_y < std::min(y * 2 + 5, height * 2);
           ++near_y) {
        for (unsigned near_x = x * 2 < 3 ? 0 : x * 2 - 3; near_x < std::min(x * 2 + 5, width * 2);
             ++near_x) {
          const int light = ToneAt(twice, near_x, near_y).light;
          if (light <= brightest) continue;
          brightest = light;
          best = twice.Row(near_y) + std::size_t{near_x} * 3;
        }
      }
      std::copy(best, best + 3, &small.pixels[(std::size_t{y} * width + x) * 3]);
    }
  }
  return small;
}

// The paper is what most of the bright half of the middle is.
Tone PaperOf(const Picture& small) {
  Levels light, red, blue;
  for (unsigned y = small.height / 5; y < small.height * 4 / 5; ++y) {
    for (unsigned x = small.width / 5; x < small.width * 4 / 5; ++x) {
      light.Take(ToneAt(small, x, y).light);
    }
  }
  const int half = light.At(0.5);
  for (unsigned y = small.height / 5; y < small.height * 4 / 5; ++y) {
    for (unsigned x = small.width / 5; x < small.width * 4 / 5; ++x) {
      const Tone tone = ToneAt(small, x, y);
      if (tone.light < half) continue;
      red.Take(std::clamp(tone.red + 128, 0, 255));
      blue.Take(std::clamp(tone.blue + 128, 0, 255));
    }
  }
  return {light.At(0.7), red.At(0.5) - 128, blue.At(0.5) - 128};
}

// What is darker than this is no paper: between the two where the table is not much darker.
double DarkestPaper(const Picture& small, const Tone& paper) {
  Levels around;
  for (unsigned x = 0; x < small.width; ++x) {
    around.Take(ToneAt(small, x, 0).light);
    around.Take(ToneAt(small, x, small.height - 1).light);
  }
  for (unsigned y = 0; y < small.height; ++y) {
    around.Take(ToneAt(small, 0, y).light);
    around.Take(ToneAt(small, small.width - 1, y).light);
  }
  const double table = around.At(0.5);
  if (table > paper.light * kDarkAround) return paper.light * kDarker;
  return std::clamp((table + paper.light) / 2, paper.light * kDarker, paper.light * kHardlyDarker);
}

}  // namespace

PageEdges::PageEdges(const Picture& page) { Measure(page); }

void PageEdges::Measure(const Picture& page) {
  const unsigned longer = std::max(page.width, page.height);
  const unsigned to = std::min(kSmall, longer / 2);
  width_ = static_cast<int>(std::max(page.width * to / longer, 1u));
  height_ = static_cast<int>(std::max(page.height * to / longer, 1u));
  scale_ = static_cast<double>(page.width) / width_;
  const Picture small =
      WithoutWriting(page, static_cast<unsigned>(width_), static_cast<unsigned>(height_));
  const Tone paper = PaperOf(small);
  const double darkest = DarkestPaper(small, paper);
  std::vector<bool> unlike;
  unlike.reserve(std::size_t{small.width} * small.height);
  for (unsigned y = 0; y < small.height; ++y) {
    for (unsigned x = 0; x < small.width; ++x) {
      const Tone tone = ToneAt(small, x, y);
      unlike.push_back(tone.light < darkest ||
                       std::abs(tone.red - paper.red) + std::abs(tone.blue - paper.blue) >
                           kOtherColour);
    }
  }
  FindTable(unlike);
  const auto table = static_cast<double>(std::count(table_.begin(), table_.end(), true));
  if (table < kLeastTable * static_cast<double>(table_.size())) return;

  bool shows_table = false, shows_paper = false, tilted = false;
  for (const bool upright : {false, true}) {
    for (const bool far : {false, true}) {
      const Side side =
          upright ? SideAt(height_, width_, far, true) : SideAt(width_, height_, far, false);
      shows_table = shows_table || side.table > kShowsTable;
      shows_paper = shows_paper || 1 - side.table > kShowsPaper;
      tilted = tilted || (side.table > kShowsTable && std::abs(side.tilt) > kTilted);
    }
  }
  is_cut_off_ = shows_paper && shows_table && tilted;
}

// What is unlike the paper and hangs together with the sides of the picture.
void PageEdges::FindTable(const std::vector<bool>& unlike_paper) {
  table_.assign(unlike_paper.size(), false);
  std::vector<std::pair<int, int>> ahead;
  const auto visit = [&](int x, int y) {
    if (x < 0 || y < 0 || x >= width_ || y >= height_) return;
    const auto at = static_cast<std::size_t>(y) * static_cast<std::size_t>(width_) +
                    static_cast<std::size_t>(x);
    if (!unlike_paper[at] || table_[at]) return;
    table_[at] = true;
    ahead.emplace_back(x, y);
  };
  for (int x = 0; x < width_; ++x) visit(x, 0), visit(x, height_ - 1);
  for (int y = 0; y < height_; ++y) visit(0, y), visit(width_ - 1, y);
  while (!ahead.empty()) {
    const auto [x, y] = ahead.back();
    ahead.pop_back();
    visit(x - 1, y);
    visit(x + 1, y);
    visit(x, y - 1);
    visit(x, y + 1);
  }
}

// How deep the table reaches from each point of the side, and the line through these depths.
PageEdges::Side PageEdges::SideAt(int length, int depth, bool far, bool upright) const {
  const auto is_table = [&](int along, int in) {
    const int across = far ? depth - 1 - in : in;
    return upright ? IsTable(across, along) : IsTable(along, across);
  };
  double count = 0, sum_at = 0, sum_in = 0, sum_at_at = 0, sum_at_in = 0, shows = 0;
  for (int along = 0; along < length; ++along) {
    int in = 0;
    while (in < depth && is_table(along, in)) ++in;
    shows += in > 0 ? 1 : 0;
    // Corners belong to the table of the next side.
    if (along < length / 5 || along > length * 4 / 5 || in == 0 || in > depth / 2) continue;
    ++count;
    sum_at += along;
    sum_in += in;
    sum_at_at += static_cast<double>(along) * along;
    sum_at_in += static_cast<double>(along) * in;
  }
  const double spread = count * sum_at_at - sum_at * sum_at;
  const double tilt = spread > 0 ? (count * sum_at_in - sum_at * sum_in) / spread : 0;
  return {shows / length, tilt};
}

bool PageEdges::OnPaper(const Box& box) const {
  const auto place = [&](int from, int to, int most) {
    return std::clamp(static_cast<int>((from + to) / 2.0 / scale_), 0, most - 1);
  };
  return !IsTable(place(box.left, box.right, width_), place(box.top, box.bottom, height_));
}

}  // namespace permit
