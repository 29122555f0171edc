#include "fcgi/http/cookie.h"

#include <gtest/gtest.h>

#include "fcgi/http/limits.h"
#include "fcgi/http/response.h"

namespace permit {
namespace {

using Entries = std::vector<std::pair<std::string, std::string>>;

TEST(Cookie, KeepsTheGoodAndLeavesTheRest) {
  EXPECT_EQ(ParseCookies("a=1; b=2;c=3").entries(), (Entries{{"a", "1"}, {"b", "2"}, {"c", "3"}}));
  EXPECT_EQ(ParseCookies("a=x=y").entries(), (Entries{{"a", "x=y"}}));
  EXPECT_EQ(ParseCookies(";; =1; noequals; a b=1; q=\"quoted\"; t=\xff; ok=1; e=").entries(),
            (Entries{{"ok", "1"}, {"e", ""}}));
  EXPECT_TRUE(ParseCookies("").empty());
}

TEST(Cookie, ReadsNoMoreThanTheLimit) {
  std::string many;
  for (std::size_t i = 0; i < limits::kCookies * 2; ++i) many += "a=1;";
  EXPECT_EQ(ParseCookies(many).entries().size(), limits::kCookies);
}

TEST(Cookie, IsBoundToTheHostUnderTls) {
  EXPECT_EQ(SetCookieHeader({.name = "session", .value = "abc"}, true),
            "__Host-session=abc; Path=/; HttpOnly; SameSite=Lax; Secure");
  EXPECT_EQ(SetCookieHeader({.name = "session", .value = "", .max_age_seconds = 0}, false),
            "session=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax");
  EXPECT_EQ(CookieName("session", true), "__Host-session");
  EXPECT_EQ(CookieName("session", false), "session");
}

TEST(Cookie, CannotCarryAnotherHeader) {
  for (const char* value : {"a; Domain=x", "a\r\nX: 1", "a b", "ä"}) {
    EXPECT_THROW(SetCookieHeader({.name = "session", .value = value}, true), std::invalid_argument);
  }
  EXPECT_THROW(SetCookieHeader({.name = "a=b", .value = "1"}, true), std::invalid_argument);
}

}  // namespace
}  // namespace permit
