#include "fcgi/http/response.h"

#include <gtest/gtest.h>

#include "fcgi/http/response_head.h"

namespace permit {
namespace {

std::string HeaderOf(const Response& response, std::string_view name) {
  for (const auto& [header, value] : response.headers) {
    if (header == name) return value;
  }
  return "(none)";
}

TEST(Response, NamesFilesInBothForms) {
  Response file = Response::File("%PDF", "application/pdf", "許可證 \"1\".pdf", false);
  EXPECT_EQ(HeaderOf(file, "Content-Disposition"),
            "attachment; filename=\"___ _1_.pdf\"; "
            "filename*=UTF-8''%E8%A8%B1%E5%8F%AF%E8%AD%89%20%221%22.pdf");
  EXPECT_EQ(HeaderOf(file, "Content-Type"), "application/pdf");
  Response shown = Response::File("", "image/png", "a\r\nX: 1/../b%41.png", true);
  EXPECT_EQ(HeaderOf(shown, "Content-Disposition"),
            "inline; filename=\"a__X: 1_.._b_41.png\"; "
            "filename*=UTF-8''a%0D%0AX%3A%201%2F..%2Fb%2541.png");
}

TEST(Response, RefusesInjectedHeaders) {
  Response response;
  for (const char* value : {"a\r\nX: 1", "a\n", "a\x01"}) {
    EXPECT_THROW(response.Header("X-Test", value), std::invalid_argument);
  }
  EXPECT_THROW(response.Header("X Test", "1"), std::invalid_argument);
  EXPECT_THROW(response.Header("", "1"), std::invalid_argument);
  response.headers.emplace_back("X-Test", "a\r\nX: 1");
  EXPECT_THROW(SerializeHead(response), std::invalid_argument);
}

TEST(Response, RedirectsWithinTheSiteAlone) {
  EXPECT_EQ(HeaderOf(Response::SeeOther("/a?b=陸 1"), "Location"), "/a?b=%E9%99%B8%201");
  EXPECT_EQ(Response::SeeOther("/").status, 303);
  for (const char* away : {"", "http://x/", "//x/", "/\\x/", "a", "/a\r\nX: 1"}) {
    EXPECT_THROW(Response::SeeOther(away), std::invalid_argument) << away;
  }
}

TEST(Response, AnnouncesItsLength) {
  EXPECT_EQ(SerializeHead(Response::Text("four", 404)),
            "Status: 404 Not Found\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: "
            "4\r\n\r\n");
  EXPECT_EQ(SerializeHead({.status = 304}), "Status: 304 Not Modified\r\n\r\n");
}

// RFC 9112 has the reason phrase in its grammar; parsers exist that want at least one letter of it.
TEST(Response, NamesTheReasonOfEveryStatus) {
  for (int status = 100; status < 600; ++status) {
    const std::string head = SerializeHead({.status = status});
    const std::string line = head.substr(0, head.find("\r\n"));
    const std::string start = "Status: " + std::to_string(status) + " ";
    ASSERT_TRUE(line.starts_with(start)) << line;
    EXPECT_GT(line.size(), start.size()) << line;
  }
  EXPECT_TRUE(SerializeHead({}).starts_with("Status: 200 OK\r\n"));
  EXPECT_TRUE(SerializeHead({.status = 303}).starts_with("Status: 303 See Other\r\n"));
}

TEST(Response, MovesWithinTheSiteAlone) {
  EXPECT_EQ(Response::MovedPermanently("/a").status, 301);
  EXPECT_EQ(HeaderOf(Response::MovedPermanently("/a?b=陸"), "Location"), "/a?b=%E9%99%B8");
  for (const char* away : {"", "//x/", "/\\x/", "/a\r\nX: 1"}) {
    EXPECT_THROW(Response::MovedPermanently(away), std::invalid_argument) << away;
  }
}

}  // namespace
}  // namespace permit
