#include "fcgi/base/log.h"

#include <gtest/gtest.h>

namespace permit {
namespace {

using std::string_literals::operator""s;

std::string Logged(const std::string& value) {
  ::testing::internal::CaptureStderr();
  Log(Severity::kWarning, "event", {{"value", value}, {"number", 7}});
  return ::testing::internal::GetCapturedStderr();
}

TEST(Log, WritesOneLineWithItsPriority) {
  EXPECT_EQ(Logged("plain"), "<4>event value=plain number=7\n");
  EXPECT_EQ(Logged(""), "<4>event value=\"\" number=7\n");
  EXPECT_EQ(Logged("two words"), "<4>event value=\"two words\" number=7\n");
}

TEST(Log, CannotBeForged) {
  EXPECT_EQ(Logged("a\n<0>forged b=c"), "<4>event value=\"a\\x0a<0>forged b=c\" number=7\n");
  EXPECT_EQ(Logged("a\" b=\"c"), "<4>event value=\"a\\\" b=\\\"c\" number=7\n");
  EXPECT_EQ(Logged("\0\x1b[31m"s), "<4>event value=\\x00\\x1b[31m number=7\n");
}

}  // namespace
}  // namespace permit
