#include <gtest/gtest.h>

#include "fcgi/http/request.h"
#include "tests/fcgi/http/http_status.h"

namespace permit {
namespace {

class FixedBody final : public BodySource {
 public:
  FixedBody(std::string type, std::string body) : type_(std::move(type)), body_(std::move(body)) {}
  std::string_view content_type() const override { return type_; }
  std::string Read(std::size_t limit) override {
    if (body_.size() > limit) throw HttpError(413, "too long");
    return body_;
  }

 private:
  std::string type_;
  std::string body_;
};

Request Parse(const std::string& type, const std::string& text, std::size_t limit = 1000) {
  Request request;
  FixedBody body(type, text);
  ParseBody(request, body, limit);
  return request;
}

std::string Multipart(const std::string& boundary) {
  return "--" + boundary +
         "\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f.txt\"\r\n\r\nbytes\r\n--" +
         boundary + "--\r\n";
}

TEST(RequestBody, ReadsBothKindsOfForms) {
  EXPECT_EQ(Parse("application/x-www-form-urlencoded", "a=1").form.Get("a"), "1");
  EXPECT_EQ(Parse("Application/X-WWW-Form-Urlencoded ; charset=UTF-8", "a=1").form.Get("a"), "1");
  EXPECT_EQ(Parse("multipart/form-data; boundary=x", Multipart("x")).files.at(0).content, "bytes");
  EXPECT_TRUE(Parse("", "").form.empty());
}

TEST(RequestBody, KeepsTheBytesOfFilesWhenTheRequestMoves) {
  Request moved;
  {
    Request request = Parse("multipart/form-data; boundary=x", Multipart("x"));
    moved = std::move(request);
  }
  EXPECT_EQ(moved.files.at(0).content, "bytes");
}

TEST(RequestBody, RefusesOtherTypes) {
  for (const char* type : {"", "text/plain", "application/json", "multipart/mixed; boundary=x",
                           "application/x-www-form-urlencoded; charset=big5"}) {
    EXPECT_EQ(StatusOf([&] { Parse(type, "a=1"); }), 415) << type;
  }
  EXPECT_EQ(StatusOf([&] { Parse("multipart/form-data", "a"); }), 400);
  EXPECT_EQ(StatusOf([&] { Parse("application/x-www-form-urlencoded", "a=123456", 5); }), 413);
}

TEST(RequestBody, DigestIsOfWhatTheBodySays) {
  auto digest = [](const std::string& type, const std::string& text) {
    return Parse(type, text).body_digest;
  };
  const std::string form = "application/x-www-form-urlencoded";
  EXPECT_EQ(digest("multipart/form-data; boundary=x", Multipart("x")),
            digest("multipart/form-data; boundary=yy", Multipart("yy")));
  EXPECT_EQ(digest(form, "a=1"), digest(form, "a=%31"));
  EXPECT_NE(digest(form, "a=1"), digest(form, "a=2"));
  EXPECT_NE(digest(form, "a=1&b=2"), digest(form, "b=2&a=1"));
  EXPECT_NE(digest(form, "ab=c"), digest(form, "a=bc"));
  EXPECT_EQ(digest(form, "a=1").size(), 32u);
}

}  // namespace
}  // namespace permit
