#include "fcgi/base/base64url.h"

#include <gtest/gtest.h>

#include "fcgi/base/crypto.h"

namespace permit {
namespace {

using std::string_literals::operator""s;

// RFC 4648 section 10, without padding.
TEST(Base64Url, KnowsTheVectors) {
  const std::pair<const char*, const char*> vectors[] = {
      {"", ""},           {"Zg", "f"},          {"Zm8", "fo"},         {"Zm9v", "foo"},
      {"Zm9vYg", "foob"}, {"Zm9vYmE", "fooba"}, {"Zm9vYmFy", "foobar"}};
  for (const auto& [text, bytes] : vectors) EXPECT_EQ(Base64UrlDecode(text), bytes);
  EXPECT_EQ(Base64UrlDecode("-__-AQ"), "\xfb\xff\xfe\x01"s);
}

TEST(Base64Url, ReadsWhatIsWritten) {
  std::string bytes;
  for (int byte = 0; byte < 256; ++byte) {
    bytes += static_cast<char>(byte);
    EXPECT_EQ(Base64UrlDecode(Base64UrlEncode(bytes)), bytes);
  }
}

TEST(Base64Url, RefusesWhatNobodyWritesSo) {
  for (const char* text :
       {"Z", "Zm9vY", "Zg==", "Zm9v\n", " Zm9v", "Zm+v", "Zm/v", "Zm9v=", "Zh", "Zm9"}) {
    EXPECT_EQ(Base64UrlDecode(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace permit
