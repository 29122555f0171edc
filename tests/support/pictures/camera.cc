#include "tests/support/pictures/camera.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <vector>

namespace permit::test {
namespace {

unsigned char Pixel(double value) {
  return static_cast<unsigned char>(std::clamp(std::lround(value), 0L, 255L));
}

// Each pixel becomes the weighted mean of its row or column; beyond the edge the edge goes on.
Picture Mixed(const Picture& picture, const std::vector<double>& weights, bool down) {
  Picture mixed = picture;
  const int reach = static_cast<int>(weights.size() / 2);
  const int width = static_cast<int>(picture.width), height = static_cast<int>(picture.height);
  std::size_t at = 0;
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x, at += 3) {
      std::array<double, 3> sum{};
      for (int i = -reach; i <= reach; ++i) {
        const int from_x = down ? x : std::clamp(x + i, 0, width - 1);
        const int from_y = down ? std::clamp(y + i, 0, height - 1) : y;
        const unsigned char* from = picture.Row(static_cast<unsigned>(from_y)) +
                                    std::size_t{3} * static_cast<unsigned>(from_x);
        const double weight = weights[static_cast<std::size_t>(i + reach)];
        for (std::size_t c = 0; c < 3; ++c) sum[c] += weight * from[c];
      }
      for (std::size_t c = 0; c < 3; ++c) mixed.pixels[at + c] = Pixel(sum[c]);
    }
  }
  return mixed;
}

}  // namespace

std::uint64_t Chance::Next() {  // splitmix64
  std::uint64_t mixed = state_ += 0x9e3779b97f4a7c15;
  mixed = (mixed ^ mixed >> 30) * 0xbf58476d1ce4e5b9;
  mixed = (mixed ^ mixed >> 27) * 0x94d049bb133111eb;
  return mixed ^ mixed >> 31;
}

double Chance::Between(double least, double most) {
  return least + (most - least) * static_cast<double>(Next() >> 11) * 0x1p-53;
}

int Chance::Below(int most) { return static_cast<int>(Next() % static_cast<std::uint64_t>(most)); }

double Chance::Spread() {
  // The sum of eight even numbers, taken out of one, is nearly normal.
  std::uint64_t bits = Next();
  int sum = 0;
  for (int i = 0; i < 8; ++i, bits >>= 8) sum += static_cast<int>(bits & 0xff);
  return (sum - 1020) / 209.0;
}

Picture Blur(const Picture& picture, double radius) {
  const int reach = static_cast<int>(std::ceil(radius * 2.5));
  std::vector<double> weights;
  double sum = 0;
  for (int i = -reach; i <= reach; ++i) {
    weights.push_back(std::exp(-i * i / (2 * radius * radius)));
    sum += weights.back();
  }
  for (double& weight : weights) weight /= sum;
  return Mixed(Mixed(picture, weights, false), weights, true);
}

Picture Smear(const Picture& picture, int pixels, bool down) {
  const auto count = static_cast<std::size_t>(pixels | 1);
  return Mixed(picture, std::vector<double>(count, 1.0 / static_cast<double>(count)), down);
}

Picture Light(const Picture& picture, double times, int plus) {
  Picture lit = picture;
  for (unsigned char& pixel : lit.pixels) pixel = Pixel(pixel * times + plus);
  return lit;
}

Picture Noise(const Picture& picture, double deviation, Chance& chance) {
  Picture noisy = picture;
  for (unsigned char& pixel : noisy.pixels) pixel = Pixel(pixel + deviation * chance.Spread());
  return noisy;
}

Picture ThroughJpeg(const Picture& picture) {
  const auto jpeg = EncodeJpegBelow(picture, 512 * 1024);
  return DecodeJpeg(jpeg.value(), {picture.width, picture.height}).picture;
}

Picture Turned(const Picture& picture, int quarters) {
  constexpr std::array<int, 4> kOrientations = {1, 6, 3, 8};
  return Upright(picture, kOrientations[static_cast<std::size_t>(quarters & 3)]);
}

}  // namespace permit::test
