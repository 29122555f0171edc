#include "handlers/form/page_orientation.h"

#include <algorithm>
#include <cmath>

#include "handlers/form/page_orientation_table.h"

namespace permit {
namespace {

constexpr std::size_t kLeastMarks = 25;

// The logarithms of how likely each turn is, by one mark.
std::array<double, kTurns> LogLikely(const MarkShape& shape, const OrientationTable& table) {
  std::array<double, kTurns> likely{};
  for (std::size_t turn = 0; turn < kTurns; ++turn) {
    likely[turn] = table[turn][0];
    for (std::size_t i = 0; i < shape.size(); ++i) likely[turn] += table[turn][i + 1] * shape[i];
  }
  const double most = *std::max_element(likely.begin(), likely.end());
  double sum = 0;
  for (const double one : likely) sum += std::exp(one - most);
  for (double& one : likely) one -= most + std::log(sum);
  return likely;
}

}  // namespace

Orientation FindOrientation(std::span<const MarkShape> shapes, const OrientationTable& table) {
  if (shapes.size() < kLeastMarks) return {};
  // Of how much likelier than upright: the sum, and that of the squares.
  std::array<double, kTurns> more{}, squares{};
  for (const MarkShape& shape : shapes) {
    const std::array<double, kTurns> likely = LogLikely(shape, table);
    for (std::size_t turn = 0; turn < kTurns; ++turn) {
      const double by = likely[turn] - likely[0];
      more[turn] += by;
      squares[turn] += by * by;
    }
  }
  const auto best =
      static_cast<std::size_t>(std::max_element(more.begin(), more.end()) - more.begin());
  if (best == 0) return {};
  const auto count = static_cast<double>(shapes.size());
  const double mean = more[best] / count;
  const double spread = std::sqrt(std::max(squares[best] / count - mean * mean, 1e-9));
  return {static_cast<Turn>(best), mean / spread * std::sqrt(count)};
}

Orientation FindOrientation(std::span<const MarkShape> shapes) {
  return FindOrientation(shapes, kOrientationTable);
}

}  // namespace permit
