#include "handlers/papers/paper_photo.h"

#include <gtest/gtest.h>

#include "handlers/form/photo.h"
#include "tests/support/sample_files.h"
#include "views/pdf/paper.h"

namespace permit {
namespace {

TEST(PaperPhoto, ASmallPhotoKeepsItsBytes) {
  const std::string stored = test::MakeJpeg(413, 531);
  const views::Photo photo = PaperPhoto(stored);
  EXPECT_EQ(photo.jpeg, stored);
  EXPECT_EQ(photo.width, 413);
  EXPECT_EQ(photo.height, 531);
}

TEST(PaperPhoto, ALargePhotoIsDrawnAnewForPrint) {
  const std::string came = test::MakeJpeg(900, 1200, 60);
  FileBudget budget;
  const Photo stored = MakePhoto(came, ReadFileKind(came), {}, budget);
  ASSERT_GT(stored.made.size(), 32u * 1024);
  const views::Photo photo = PaperPhoto(stored.made);
  EXPECT_EQ(photo.width, 413);
  EXPECT_EQ(photo.height, 531);
  EXPECT_LT(photo.jpeg.size(), stored.made.size());
  EXPECT_EQ(PaperPhoto(stored.made).jpeg, photo.jpeg) << "the same photo gives the same bytes";
}

TEST(PaperPhoto, WhatIsNoJpegIsRefused) {
  const std::string jpeg = test::MakeJpeg(600, 800, 200);
  for (const std::string& file : {std::string(), std::string("hello"), test::MakePng(413, 531),
                                  test::MakePdf(), jpeg.substr(0, jpeg.size() / 2)}) {
    EXPECT_THROW(PaperPhoto(file), views::PaperError) << file.size();
  }
}

}  // namespace
}  // namespace permit
