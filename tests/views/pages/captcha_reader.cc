#include "tests/views/pages/captcha_reader.h"

#include <png.h>

#include <algorithm>
#include <bit>
#include <numeric>
#include <stdexcept>

namespace permit::test {
namespace {

constexpr int kGlyphWidth = 16;
constexpr int kGlyphHeight = 24;
constexpr int kAsDark = 25;            // of 255, from the darkest
constexpr std::size_t kSpeck = 40;     // pixels
constexpr int kThinnerThanStroke = 3;  // pixels to each side

std::size_t Index(const InkPicture& picture, int x, int y) {
  return static_cast<std::size_t>(y * picture.width + x);
}

// A pixel is kept when all (`all`) or any of its neighbourhood in a line is ink.
InkPicture Filtered(const InkPicture& from, bool all, int step_x, int step_y) {
  InkPicture to = from;
  for (int y = 0; y < from.height; ++y) {
    for (int x = 0; x < from.width; ++x) {
      bool ink = all;
      for (int step = -kThinnerThanStroke; step <= kThinnerThanStroke; ++step) {
        const int at_x = std::clamp(x + step * step_x, 0, from.width - 1);
        const int at_y = std::clamp(y + step * step_y, 0, from.height - 1);
        if (from.At(at_x, at_y) != all) {
          ink = !all;
          break;
        }
      }
      to.ink[Index(to, x, y)] = ink;
    }
  }
  return to;
}

// The pixels of each connected component.
std::vector<std::vector<int>> Components(const InkPicture& picture) {
  std::vector<char> seen(picture.ink.size());
  std::vector<std::vector<int>> components;
  for (std::size_t start = 0; start < picture.ink.size(); ++start) {
    if (!picture.ink[start] || seen[start]) continue;
    std::vector<int> pixels{static_cast<int>(start)};
    seen[start] = 1;
    for (std::size_t next = 0; next < pixels.size(); ++next) {
      const int x = pixels[next] % picture.width;
      const int y = pixels[next] / picture.width;
      for (auto [to_x, to_y] :
           {std::pair(x - 1, y), std::pair(x + 1, y), std::pair(x, y - 1), std::pair(x, y + 1)}) {
        if (to_x < 0 || to_y < 0 || to_x >= picture.width || to_y >= picture.height) continue;
        const std::size_t to = Index(picture, to_x, to_y);
        if (!picture.ink[to] || seen[to]) continue;
        seen[to] = 1;
        pixels.push_back(static_cast<int>(to));
      }
    }
    components.push_back(std::move(pixels));
  }
  return components;
}

std::vector<int> ColumnSums(const InkPicture& picture) {
  std::vector<int> sums(static_cast<std::size_t>(picture.width));
  for (int y = 0; y < picture.height; ++y) {
    for (int x = 0; x < picture.width; ++x) sums[static_cast<std::size_t>(x)] += picture.At(x, y);
  }
  return sums;
}

// Of the pixels that are listed alone, stretched to the size of a glyph.
std::array<std::uint64_t, 6> Stretched(const InkPicture& picture, const std::vector<int>& pixels) {
  std::array<std::uint64_t, 6> glyph{};
  if (pixels.empty()) return glyph;
  int left = picture.width, right = 0, top = picture.height, bottom = 0;
  for (int pixel : pixels) {
    left = std::min(left, pixel % picture.width);
    right = std::max(right, pixel % picture.width);
    top = std::min(top, pixel / picture.width);
    bottom = std::max(bottom, pixel / picture.width);
  }
  const double across = double(right - left + 1) / kGlyphWidth;
  const double down = double(bottom - top + 1) / kGlyphHeight;
  std::vector<double> ink(kGlyphWidth * kGlyphHeight);
  for (int pixel : pixels) {
    const int x = std::min(int((pixel % picture.width - left) / across), kGlyphWidth - 1);
    const int y = std::min(int((pixel / picture.width - top) / down), kGlyphHeight - 1);
    ink[static_cast<std::size_t>(y * kGlyphWidth + x)] += 1 / (across * down);
  }
  for (std::size_t i = 0; i < ink.size(); ++i) {
    if (ink[i] >= 0.5) glyph[i / 64] |= std::uint64_t{1} << (i % 64);
  }
  return glyph;
}

using Parts = std::vector<std::vector<int>>;

// `cuts` are the first columns of the parts after the first.
Parts CutAt(const InkPicture& picture, const std::vector<int>& cuts) {
  Parts parts(cuts.size() + 1);
  for (std::size_t i = 0; i < picture.ink.size(); ++i) {
    if (!picture.ink[i]) continue;
    const int x = static_cast<int>(i) % picture.width;
    const auto part = std::upper_bound(cuts.begin(), cuts.end(), x) - cuts.begin();
    parts[static_cast<std::size_t>(part)].push_back(static_cast<int>(i));
  }
  return parts;
}

std::pair<int, int> InkedColumns(const std::vector<int>& sums) {
  const auto inked = [](int sum) { return sum > 0; };
  const auto first = std::find_if(sums.begin(), sums.end(), inked) - sums.begin();
  const auto last = sums.rend() - std::find_if(sums.rbegin(), sums.rend(), inked);
  return {static_cast<int>(first), static_cast<int>(last)};
}

std::vector<int> EvenCuts(int from, int to, std::size_t letters) {
  std::vector<int> cuts;
  for (std::size_t i = 1; i < letters; ++i) {
    cuts.push_back(from + static_cast<int>(double(to - from) * double(i) / double(letters)));
  }
  return cuts;
}

std::vector<int> InkCuts(const std::vector<int>& sums, std::size_t letters) {
  const double all = std::accumulate(sums.begin(), sums.end(), 0);
  std::vector<int> cuts;
  double so_far = 0;
  for (std::size_t x = 0; x < sums.size() && cuts.size() + 1 < letters; ++x) {
    so_far += sums[x];
    if (so_far >= all * double(cuts.size() + 1) / double(letters)) {
      cuts.push_back(static_cast<int>(x));
    }
  }
  while (cuts.size() + 1 < letters) cuts.push_back(static_cast<int>(sums.size()));
  return cuts;
}

// The lowest columns, no two nearer than half a letter.
std::vector<int> ValleyCuts(const std::vector<int>& sums, std::size_t letters) {
  const auto [from, to] = InkedColumns(sums);
  const int apart = std::max(1, (to - from) / static_cast<int>(2 * letters));
  std::vector<int> columns;
  for (int x = from + apart; x < to - apart; ++x) columns.push_back(x);
  std::stable_sort(columns.begin(), columns.end(), [&](int a, int b) {
    return sums[static_cast<std::size_t>(a)] < sums[static_cast<std::size_t>(b)];
  });
  std::vector<int> cuts;
  for (int x : columns) {
    if (cuts.size() + 1 == letters) break;
    const bool near =
        std::any_of(cuts.begin(), cuts.end(), [&](int cut) { return std::abs(cut - x) < apart; });
    if (!near) cuts.push_back(x);
  }
  while (cuts.size() + 1 < letters) cuts.push_back(to);
  std::sort(cuts.begin(), cuts.end());
  return cuts;
}

double Middle(const std::vector<int>& pixels, int width) {
  double sum = 0;
  for (int pixel : pixels) sum += pixel % width;
  return sum / static_cast<double>(pixels.size());
}

std::pair<int, int> Extent(const std::vector<int>& pixels, int width) {
  int left = width, right = 0;
  for (int pixel : pixels) {
    left = std::min(left, pixel % width);
    right = std::max(right, pixel % width);
  }
  return {left, right + 1};
}

// The component in two, at its lowest column near the middle.
Parts Halved(const std::vector<int>& pixels, int width) {
  const auto [left, right] = Extent(pixels, width);
  std::vector<int> sums(static_cast<std::size_t>(width));
  for (int pixel : pixels) ++sums[static_cast<std::size_t>(pixel % width)];
  const int from = left + (right - left) / 4;
  const int to = std::max(from + 1, right - (right - left) / 4);
  const auto cut = std::min_element(sums.begin() + from, sums.begin() + to) - sums.begin();
  Parts halves(2);
  for (int pixel : pixels) halves[pixel % width < cut ? 0 : 1].push_back(pixel);
  std::erase_if(halves, [](const auto& half) { return half.empty(); });
  return halves;
}

Parts ComponentParts(const InkPicture& picture, std::size_t letters) {
  Parts parts = Components(picture);
  const auto wide = [&](const auto& a, const auto& b) {
    const auto [a_left, a_right] = Extent(a, picture.width);
    const auto [b_left, b_right] = Extent(b, picture.width);
    return a_right - a_left < b_right - b_left;
  };
  while (!parts.empty() && parts.size() < letters) {
    const auto widest = std::max_element(parts.begin(), parts.end(), wide);
    Parts halves = Halved(*widest, picture.width);
    if (halves.size() < 2) break;
    parts.erase(widest);
    parts.insert(parts.end(), halves.begin(), halves.end());
  }
  const auto left_first = [&](const auto& a, const auto& b) {
    return Middle(a, picture.width) < Middle(b, picture.width);
  };
  while (parts.size() > letters) {
    const auto small =
        std::min_element(parts.begin(), parts.end(),
                         [](const auto& a, const auto& b) { return a.size() < b.size(); });
    const std::vector<int> pixels = *small;
    parts.erase(small);
    const double middle = Middle(pixels, picture.width);
    const auto nearest =
        std::min_element(parts.begin(), parts.end(), [&](const auto& a, const auto& b) {
          return std::abs(Middle(a, picture.width) - middle) <
                 std::abs(Middle(b, picture.width) - middle);
        });
    nearest->insert(nearest->end(), pixels.begin(), pixels.end());
  }
  std::sort(parts.begin(), parts.end(), left_first);
  parts.resize(letters);
  return parts;
}

Parts PartsOf(const InkPicture& picture, Split split, std::size_t letters) {
  constexpr int kMargin = 20;
  const std::vector<int> sums = ColumnSums(picture);
  switch (split) {
    case Split::kEqualColumns: {
      const auto [from, to] = InkedColumns(sums);
      return CutAt(picture, EvenCuts(from, to, letters));
    }
    case Split::kFixedColumns:
      return CutAt(picture, EvenCuts(kMargin, picture.width - kMargin, letters));
    case Split::kEqualInk:
      return CutAt(picture, InkCuts(sums, letters));
    case Split::kValleys:
      return CutAt(picture, ValleyCuts(sums, letters));
    case Split::kComponents:
      return ComponentParts(picture, letters);
  }
  return {};
}

}  // namespace

InkPicture ReadInk(std::string_view png, bool opened) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  if (!png_image_begin_read_from_memory(&image, png.data(), png.size())) {
    throw std::runtime_error("no PNG");
  }
  image.format = PNG_FORMAT_GRAY;
  std::vector<unsigned char> grey(PNG_IMAGE_SIZE(image));
  if (!png_image_finish_read(&image, nullptr, grey.data(), 0, nullptr)) {
    throw std::runtime_error("a PNG that cannot be read");
  }
  InkPicture picture{static_cast<int>(image.width), static_cast<int>(image.height), {}};
  const int dark = *std::min_element(grey.begin(), grey.end()) + kAsDark;
  for (unsigned char value : grey) picture.ink.push_back(value <= dark);
  if (opened) {
    picture = Filtered(Filtered(picture, true, 1, 0), true, 0, 1);
    picture = Filtered(Filtered(picture, false, 1, 0), false, 0, 1);
  }
  for (const auto& pixels : Components(picture)) {
    if (pixels.size() >= kSpeck) continue;
    for (int pixel : pixels) picture.ink[static_cast<std::size_t>(pixel)] = 0;
  }
  return picture;
}

std::vector<CaptchaReader::Glyph> CaptchaReader::Glyphs(const InkPicture& picture,
                                                        std::size_t letters) const {
  std::vector<Glyph> glyphs;
  for (const auto& part : PartsOf(picture, split_, letters)) {
    glyphs.push_back(Stretched(picture, part));
  }
  return glyphs;
}

void CaptchaReader::Learn(const InkPicture& picture, std::string_view answer) {
  const std::vector<Glyph> glyphs = Glyphs(picture, answer.size());
  for (std::size_t i = 0; i < glyphs.size(); ++i) known_.push_back({glyphs[i], answer[i]});
}

std::string CaptchaReader::Read(const InkPicture& picture, std::size_t letters) const {
  std::string answer;
  for (const Glyph& glyph : Glyphs(picture, letters)) {
    int nearest = kGlyphWidth * kGlyphHeight + 1;
    char letter = '?';
    for (const Known& known : known_) {
      int differs = 0;
      for (std::size_t i = 0; i < glyph.size() && differs < nearest; ++i) {
        differs += std::popcount(known.glyph[i] ^ glyph[i]);
      }
      if (differs >= nearest) continue;
      nearest = differs;
      letter = known.letter;
    }
    answer += letter;
  }
  return answer;
}

}  // namespace permit::test
