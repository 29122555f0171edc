#include "fcgi/http/multipart.h"

#include <gtest/gtest.h>

#include "fcgi/base/crypto.h"
#include "fcgi/http/limits.h"
#include "tests/fcgi/http/http_status.h"

namespace permit {
namespace {

using std::string_literals::operator""s;

struct Parsed {
  Params fields;
  std::vector<FilePart> files;
};

Parsed Parse(std::string_view body) {
  Parsed parsed;
  ParseMultipart(body, "B", parsed.fields, parsed.files);
  return parsed;
}

std::string Part(const std::string& head, const std::string& content) {
  return "--B\r\n" + head + "\r\n\r\n" + content + "\r\n";
}

std::string Field(const std::string& disposition, const std::string& content) {
  return Part("Content-Disposition: form-data; " + disposition, content);
}

TEST(Multipart, SplitsFieldsAndFiles) {
  const std::string bytes = "\x89PNG\r\n\x1a\n\0--B-\r\n-"s;
  const std::string body = Field("name=\"csrf\"", "token") +
                           Field("name=\"photo\"; filename=\"我 的.png\"", bytes) +
                           Field("name=note", "one\r\ntwo") + "--B--\r\n";
  Parsed parsed = Parse(body);
  EXPECT_EQ(parsed.fields.Get("csrf"), "token");
  EXPECT_EQ(parsed.fields.Get("note"), "one\r\ntwo");
  ASSERT_EQ(parsed.files.size(), 1u);
  EXPECT_EQ(parsed.files[0].field, "photo");
  EXPECT_EQ(parsed.files[0].file_name, "我 的.png");
  EXPECT_EQ(parsed.files[0].content, bytes);
  EXPECT_EQ(parsed.files[0].digest, Sha256(bytes));
  EXPECT_GE(parsed.files[0].content.data(), body.data());
  EXPECT_LT(parsed.files[0].content.data(), body.data() + body.size());
}

TEST(Multipart, LeavesOutAFileControlWithoutFile) {
  Parsed parsed = Parse(Field("name=\"photo\"; filename=\"\"", "") + "--B--");
  EXPECT_TRUE(parsed.files.empty());
  EXPECT_TRUE(parsed.fields.empty());
  EXPECT_EQ(Parse(Field("name=\"photo\"; filename=\"empty.pdf\"", "") + "--B--").files.size(), 1u);
  EXPECT_TRUE(Parse("--B--\r\n").fields.empty());
}

TEST(Multipart, KeepsOnlyTheLastSegmentOfAFileName) {
  const std::pair<const char*, const char*> names[] = {
      {"../../etc/passwd", "passwd"}, {"C:\\photos\\me.jpg", "me.jpg"},
      {"a\\\"b.png", "a\"b.png"},     {"a%22b.png", "a\"b.png"},
      {"100%25.pdf", "100%25.pdf"},   {"semi;colon.pdf", "semi;colon.pdf"},
      {"a\tb.pdf", "a b.pdf"},
  };
  for (const auto& [sent, kept] : names) {
    Parsed parsed = Parse(Field("name=\"f\"; filename=\""s + sent + "\"", "x") + "--B--");
    ASSERT_EQ(parsed.files.size(), 1u) << sent;
    EXPECT_EQ(parsed.files[0].file_name, kept);
  }
}

TEST(Multipart, RefusesWhatIsMalformed) {
  const std::string good = Field("name=\"a\"", "1");
  const std::string bad[] = {
      "",
      "--B",
      "--B\r\n",
      "--X\r\n" + good,
      "\r\n" + good + "--B--",
      good,
      good + "--B",
      good + "--B-",
      good + "--B--more",
      good + "--Bx\r\n" + good + "--B--",
      "--B\r\n\r\n\r\n1\r\n--B--",
      Part("Content-Type: text/plain", "1") + "--B--",
      Part("Content-Disposition: attachment; name=\"a\"", "1") + "--B--",
      Part("Content-Disposition: form-data", "1") + "--B--",
      Part("Content-Disposition: form-data; name=\"a\"\r\nContent-Disposition: form-data; name=b",
           "1") +
          "--B--",
      Part("no colon", "1") + "--B--",
      Part("bad name: 1", "1") + "--B--",
      Field("name", "1") + "--B--",
      Field("name=\"a", "1") + "--B--",
      Field("name=\"a\"; name=\"b\"", "1") + "--B--",
      Field("name=\"a\"junk", "1") + "--B--",
      Field("name=\"\"", "1") + "--B--",
      Field("name=\"a\x01\"", "1") + "--B--",
      Field("name=\"a\0\""s, "1") + "--B--",
      Field("name=\"\xff\"", "1") + "--B--",
      Field("name=\"a\"", "\xff") + "--B--",
      Field("name=\"a\"", "x\0y"s) + "--B--",
      Field("name=\"\"; filename=\"f\"", "1") + "--B--",
      Field("name=\"a\"; filename=\"f\x01\"", "1") + "--B--",
      Field("name=\"a\"; filename=\"f\xff\"", "1") + "--B--",
  };
  for (const std::string& body : bad) EXPECT_EQ(StatusOf([&] { Parse(body); }), 400) << body;
}

TEST(Multipart, RefusesWhatIsTooLarge) {
  std::string parts;
  for (std::size_t i = 0; i < limits::kFields; ++i) parts += Field("name=\"a\"", "1");
  EXPECT_EQ(Parse(parts + "--B--").fields.Count("a"), limits::kFields);
  EXPECT_EQ(StatusOf([&] { Parse(parts + Field("name=\"f\"; filename=\"f\"", "1") + "--B--"); }),
            413);
  const std::string filler = "X-Filler: " + std::string(limits::kPartHeaderBytes, 'x');
  const std::string long_name(limits::kNameBytes + 1, 'n');
  const std::string long_file(limits::kFileNameBytes + 1, 'f');
  const std::string long_value(limits::kValueBytes + 1, 'v');
  for (const std::string& body :
       {Part(filler + "\r\nContent-Disposition: form-data; name=\"a\"", "1"),
        Field("name=\"" + long_name + "\"", "1"),
        Field("name=\"" + long_name + "\"; filename=\"f\"", "1"),
        Field("name=\"a\"; filename=\"" + long_file + "\"", "1"),
        Field("name=\"a\"", long_value)}) {
    EXPECT_EQ(StatusOf([&] { Parse(body + "--B--"); }), 413) << body.substr(0, 200);
  }
}

TEST(Multipart, TakesTheBoundaryFromTheContentType) {
  EXPECT_EQ(
      MultipartBoundary("multipart/form-data; boundary=----WebKitFormBoundary7MA4YWxkTrZu0gW"),
      "----WebKitFormBoundary7MA4YWxkTrZu0gW");
  EXPECT_EQ(MultipartBoundary("Multipart/Form-Data; charset=utf-8; BOUNDARY=\"a b:c\""), "a b:c");
  for (const std::string& bad :
       {"multipart/form-data"s, "multipart/form-data; boundary="s,
        "multipart/form-data; boundary=\"a"s, "multipart/form-data; boundary=a; boundary=b"s,
        "multipart/form-data; boundary=a\r\nb"s, "multipart/form-data; boundary=\"a \""s,
        "multipart/form-data; boundary=" + std::string(71, 'b')}) {
    EXPECT_EQ(StatusOf([&] { MultipartBoundary(bad); }), 400) << bad;
  }
}

}  // namespace
}  // namespace permit
