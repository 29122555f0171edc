#include "handlers/form/printable.h"

#include <gtest/gtest.h>

namespace permit {
namespace {

TEST(PrintableForm, RareNamesMayBePrinted) {
  FieldErrors errors;
  AddUnprintable({{"chinese_name", "鄭𠮷𡘙"}, {"taiwan_address", "臺北市大安區1號"}}, errors);
  EXPECT_TRUE(errors.empty());
}

TEST(PrintableForm, APrintedFieldWithAnUnknownCharacterIsNamed) {
  FieldErrors errors;
  AddUnprintable({{"chinese_name", "鄭"}, {"taiwan_address", "臺北市😀"}, {"former_name", "😀"}},
                 errors);
  ASSERT_EQ(errors.size(), 1u);
  EXPECT_EQ(errors[0].field, "taiwan_address");
  EXPECT_EQ(errors[0].problem, Problem::kUnprintable);
  EXPECT_EQ(errors[0].found, "😀");
}

TEST(PrintableForm, AFieldHasOneErrorAtATime) {
  FieldErrors errors = {{"chinese_name", Problem::kTooLong, 50, {}}};
  AddUnprintable({{"chinese_name", "😀"}}, errors);
  EXPECT_EQ(errors.size(), 1u);
}

}  // namespace
}  // namespace permit
