#include <gtest/gtest.h>

#include <random>

#include "fcgi/base/crypto.h"
#include "fcgi/http/cookie.h"
#include "fcgi/http/form.h"
#include "fcgi/http/multipart.h"
#include "fcgi/http/request_head.h"
#include "fcgi/http/text.h"

namespace permit {
namespace {

using std::string_literals::operator""s;

// Changes, drops, doubles and swaps bytes, or puts in one of the tokens that the formats are made
// of. The seed is fixed, so a failure can be repeated.
class Mutator {
 public:
  std::string Mutate(std::string text) {
    for (std::size_t rounds = Below(8) + 1; rounds > 0; --rounds) {
      std::size_t at = Below(text.size() + 1);
      switch (Below(5)) {
        case 0:
          text.insert(at, 1, static_cast<char>(Below(256)));
          break;
        case 1:
          text.erase(at, Below(10));
          break;
        case 2:
          text.insert(at, kTokens[Below(std::size(kTokens))]);
          break;
        case 3:
          text.insert(at, text.substr(Below(text.size() + 1), Below(40)));
          break;
        default:
          if (at < text.size()) text[at] = static_cast<char>(Below(256));
      }
    }
    return text;
  }

 private:
  std::size_t Below(std::size_t bound) { return random_() % bound; }

  static inline const std::string kTokens[] = {
      "\r\n", "--B", "--", "\r\n\r\n", "\"",    ";",    "=",           "&",         "%",
      "%00",  "%FF", "\\", "\0"s,      "name=", "\xff", "filename=\"", "\r\n--B--", "\r\n--B\r\n"};
  std::mt19937 random_{20190710};
};

template <class Check>
void Fuzz(const std::vector<std::string>& seeds, Check&& check) {
  Mutator mutator;
  for (int i = 0; i < 20000; ++i) {
    std::string text = mutator.Mutate(seeds[static_cast<std::size_t>(i) % seeds.size()]);
    SCOPED_TRACE(PercentEncode(text));
    try {
      check(text);
    } catch (const HttpError& error) {
      EXPECT_TRUE(error.status() == 400 || error.status() == 413);
    }
  }
}

void ExpectClean(const Params& params) {
  for (const auto& [name, value] : params.entries()) {
    EXPECT_TRUE(IsWellFormedUtf8(name) && IsWellFormedUtf8(value));
    EXPECT_FALSE(HasControl(name));
    EXPECT_EQ(value.find('\0'), std::string::npos);
  }
}

TEST(HttpParsers, SurviveForms) {
  Fuzz({"a=1&b=%E9%99%B8&c=+", "csrf=abc&act=0-1&name=%E7%8E%8B&note=a%0D%0Ab", ""},
       [](const std::string& text) {
         Params params;
         ParseUrlEncoded(text, params);
         ExpectClean(params);
       });
}

TEST(HttpParsers, SurviveMultipart) {
  const std::string seed =
      "--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nvalue\r\n--B\r\n"
      "Content-Disposition: form-data; name=\"f\"; filename=\"x.png\"\r\nContent-Type: "
      "image/png\r\n\r\n\x89PNG\r\n--B--\r\n";
  Fuzz({seed, "--B--"}, [](const std::string& text) {
    Params params;
    std::vector<FilePart> files;
    ParseMultipart(text, "B", params, files);
    ExpectClean(params);
    for (const FilePart& file : files) {
      EXPECT_FALSE(HasControl(file.field) || HasControl(file.file_name));
      EXPECT_EQ(file.file_name.find_first_of("/\\"), std::string::npos);
      EXPECT_GE(file.content.data(), text.data());
      EXPECT_LE(file.content.data() + file.content.size(), text.data() + text.size());
    }
  });
}

TEST(HttpParsers, SurviveHeads) {
  Fuzz({"/coa-frontend/student/entry?lang=en", "/a%20b", "/?x=%E9%99%B8"},
       [](const std::string& text) {
         Request request = ReadHead([&](const char* name) -> const char* {
           return name == "REQUEST_METHOD"s ? "GET" : text.c_str();
         });
         ExpectClean(request.query);
         ExpectClean(request.cookies);
         EXPECT_TRUE(request.path.starts_with('/'));
         EXPECT_FALSE(HasControl(request.path));
         EXPECT_FALSE(HasControl(request.accept_language));
       });
}

TEST(HttpParsers, SurviveContentTypesAndCookies) {
  Fuzz({"multipart/form-data; boundary=B", "multipart/form-data; boundary=\"a b\"; charset=utf-8",
        "a=1; b=2"},
       [](const std::string& text) {
         ExpectClean(ParseCookies(text));
         std::string boundary = MultipartBoundary(text);
         EXPECT_TRUE(!boundary.empty() && boundary.size() <= 70 && !HasControl(boundary));
       });
}

}  // namespace
}  // namespace permit
