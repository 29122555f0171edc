#include "handlers/rules/file_fault.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace permit {
namespace {

TEST(FileFault, IsStoredAsCodesWithTheirPages) {
  const FileFaults faults = {{FileFault::kNoFace}, {FileFault::kPageCutOff, 3}};
  EXPECT_EQ(WriteFaults(faults), "no-face page-cut-off:3");
  EXPECT_EQ(ReadFaults("no-face page-cut-off:3"), faults);
  EXPECT_EQ(WriteFaults({}), "");
  EXPECT_EQ(ReadFaults(""), FileFaults());
}

TEST(FileFault, WhatIsNoCodeIsLeftOut) {
  EXPECT_EQ(ReadFaults("of-tomorrow page-blank:x page-blank: page-blank:2x  page-blurred"),
            FileFaults({{FileFault::kPageBlurred}}));
}

TEST(FileFault, ManyAreCutAtTheColumnsLength) {
  FileFaults faults;
  for (unsigned page = 1; page <= 60; ++page) faults.push_back({FileFault::kPageUpsideDown, page});
  const std::string written = WriteFaults(faults);
  EXPECT_LE(written.size(), kMostFaultsLength);
  faults.resize(ReadFaults(written).size());
  EXPECT_EQ(ReadFaults(written), faults);
  EXPECT_GT(faults.size(), 15u);
}

}  // namespace
}  // namespace permit
