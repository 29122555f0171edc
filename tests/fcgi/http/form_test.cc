#include "fcgi/http/form.h"

#include <gtest/gtest.h>

#include "fcgi/http/limits.h"
#include "tests/fcgi/http/http_status.h"

namespace permit {
namespace {

using Entries = std::vector<std::pair<std::string, std::string>>;

Entries Parse(std::string_view text) {
  Params params;
  ParseUrlEncoded(text, params);
  return params.entries();
}

TEST(Form, KeepsOrderAndRepetitions) {
  EXPECT_EQ(Parse("a=1&b=2&a=3"), (Entries{{"a", "1"}, {"b", "2"}, {"a", "3"}}));
  EXPECT_EQ(Parse("name=%E9%99%B3+%E5%A4%A7&x"), (Entries{{"name", "陳 大"}, {"x", ""}}));
  EXPECT_EQ(Parse("a=b=c&&d=%26"), (Entries{{"a", "b=c"}, {"d", "&"}}));
  EXPECT_EQ(Parse("text=one%0D%0Atwo"), (Entries{{"text", "one\r\ntwo"}}));
  EXPECT_EQ(Parse(""), Entries{});
  EXPECT_EQ(Parse("&"), Entries{});
}

TEST(Form, RefusesWhatIsMalformed) {
  for (const char* bad : {"a=%", "a=%4", "a=%zz", "%=a", "=a", "a=1&=", "a=%FF", "%C0%AF=1",
                          "a=%ED%A0%80", "a=%00", "%00=1", "a%0A=1", "a%7f=1", "a\nb=1"}) {
    EXPECT_EQ(StatusOf([&] { Parse(bad); }), 400) << bad;
  }
}

TEST(Form, RefusesWhatIsTooLarge) {
  std::string fields;
  for (std::size_t i = 0; i < limits::kFields; ++i) fields += "a=1&";
  EXPECT_EQ(Parse(fields).size(), limits::kFields);
  EXPECT_EQ(StatusOf([&] { Parse(fields + "b=1"); }), 413);
  EXPECT_EQ(StatusOf([&] { Parse(std::string(limits::kNameBytes + 1, 'n') + "=1"); }), 413);
  EXPECT_EQ(Parse("a=" + std::string(limits::kValueBytes, 'v')).size(), 1u);
  EXPECT_EQ(StatusOf([&] { Parse("a=" + std::string(limits::kValueBytes + 1, 'v')); }), 413);
}

}  // namespace
}  // namespace permit
