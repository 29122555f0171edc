#include "handlers/form/file_budget.h"

#include <gtest/gtest.h>

#include "handlers/form/document.h"
#include "handlers/form/photo.h"
#include "tests/support/sample_files.h"

namespace permit::test {
namespace {

std::optional<Problem> SpendOn(const std::string& bytes, FileBudget& budget) {
  return permit::SpendOn(bytes, ReadFileKind(bytes), budget);
}

TEST(FileBudget, APicturesCostIsWhatItsHeaderSays) {
  const auto cost = [](const std::string& bytes) {
    return UnpackedSize(bytes, ReadFileKind(bytes));
  };
  EXPECT_EQ(cost(MakeJpeg(600, 800)), 600u * 800u);
  EXPECT_EQ(cost(MakePng(600, 800)), (600u * 3 + 1) * 800u);
  EXPECT_EQ(cost(MakePng(600, 800, PngKind::kTransparent)), (600u * 4 + 1) * 800u);
  EXPECT_EQ(cost(MakePng(9000, 10000, PngKind::kBits)), (9000u / 8 + 1) * 10000u);
  EXPECT_EQ(cost(MakePdf()), 0u);
}

TEST(FileBudget, PicturesShareIt) {
  const std::string png = MakePng(600, 800);
  FileBudget budget;
  budget.unpacked = 2 * UnpackedSize(png, ReadFileKind(png)) + 1;
  EXPECT_EQ(SpendOn(png, budget), std::nullopt);
  EXPECT_EQ(SpendOn(png, budget), std::nullopt);
  EXPECT_EQ(SpendOn(png, budget), Problem::kTooMuchAtOnce);
  EXPECT_EQ(budget.unpacked, 1u);
  EXPECT_EQ(OpenDocument(png, ReadFileKind(png), budget), Problem::kTooMuchAtOnce);
  EXPECT_EQ(MakePhoto(png, ReadFileKind(png), {}, budget).problem, Problem::kTooMuchAtOnce);
}

TEST(FileBudget, ATimeThatIsUsedUpOpensNothingMore) {
  FileBudget budget;
  budget.cpu = std::chrono::milliseconds(0);
  const std::string jpeg = MakeJpeg(600, 800);
  EXPECT_EQ(OpenDocument(jpeg, ReadFileKind(jpeg), budget), Problem::kTooMuchAtOnce);
}

}  // namespace
}  // namespace permit::test
