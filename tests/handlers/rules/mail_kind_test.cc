#include "handlers/rules/mail_kind.h"

#include <gtest/gtest.h>

#include <set>

namespace permit {
namespace {

TEST(MailKind, TheListHoldsEveryKindThatAStudentGetsOnceAndEachHasItsCode) {
  std::set<MailKind> named;
  std::set<std::string_view> codes;
  for (int i = 0; i < 100; ++i) {
    const auto kind = static_cast<MailKind>(i);
    if (Code(kind).empty()) continue;
    named.insert(kind);
    codes.insert(Code(kind));
  }
  std::set<MailKind> listed(std::begin(kMailKinds), std::end(kMailKinds));
  EXPECT_EQ(std::size(kMailKinds), listed.size());
  EXPECT_TRUE(listed.insert(MailKind::kAuditHead).second)
      << "goes to who keeps watch over the site";
  EXPECT_EQ(named, listed);
  EXPECT_EQ(codes.size(), named.size());
}

}  // namespace
}  // namespace permit
