#include "fcgi/http/router.h"

#include <gtest/gtest.h>

namespace permit {
namespace {

struct Row {
  Method method;
  std::string_view path;
  int id;
};

constexpr Row kRows[] = {
    {Method::kGet, "/", 1},
    {Method::kGet, "/cases", 2},
    {Method::kPost, "/cases", 3},
    {Method::kGet, "/cases/new", 4},
    {Method::kGet, "/cases/{receipt}", 5},
    {Method::kGet, "/cases/{receipt}/files/{id}", 6},
    {Method::kPost, "/notice", 7},
};

RouteMatch<Row> Find(Method method, std::string_view path) {
  return FindRoute(std::span<const Row>(kRows), method, path);
}

TEST(Router, FindsRowsAndTheirValues) {
  EXPECT_EQ(Find(Method::kGet, "/").row->id, 1);
  EXPECT_EQ(Find(Method::kGet, "/cases").row->id, 2);
  EXPECT_EQ(Find(Method::kPost, "/cases").row->id, 3);
  EXPECT_EQ(Find(Method::kGet, "/cases/new").row->id, 4);
  EXPECT_EQ(Find(Method::kGet, "/cases/news").row->id, 5);
  auto match = Find(Method::kGet, "/cases/108695200001/files/7");
  ASSERT_NE(match.row, nullptr);
  EXPECT_EQ(match.row->id, 6);
  EXPECT_EQ(match.values.Get("receipt"), "108695200001");
  EXPECT_EQ(match.values.Get("id"), "7");
}

TEST(Router, TellsNoSuchPathFromNoSuchMethod) {
  for (const char* path : {"", "/case", "/cases/", "//", "/cases//files/7", "/cases/1/files/",
                           "/cases/1/files/7/", "/cases/1/2", "cases", "/Cases"}) {
    auto match = Find(Method::kGet, path);
    EXPECT_EQ(match.row, nullptr) << path;
    EXPECT_FALSE(match.other_method) << path;
  }
  EXPECT_TRUE(Find(Method::kGet, "/notice").other_method);
  EXPECT_TRUE(Find(Method::kPost, "/cases/1").other_method);
  EXPECT_EQ(Find(Method::kPost, "/cases/1").row, nullptr);
}

}  // namespace
}  // namespace permit
