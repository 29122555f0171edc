#include "fcgi/base/crypto.h"

#include <gtest/gtest.h>

#include <regex>
#include <set>

namespace permit {
namespace {

using std::string_literals::operator""s;

// FIPS 180-2, appendix B.
TEST(Crypto, KnowsSha256) {
  EXPECT_EQ(HexEncode(Sha256("")),
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(HexEncode(Sha256("abc")),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(HexEncode(Sha256(std::string(1'000'000, 'a'))),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

// RFC 4231, cases 1, 2 and 6, one after another with one prepared context.
TEST(Crypto, KnowsHmacSha256) {
  for (int round = 0; round < 2; ++round) {
    EXPECT_EQ(HexEncode(HmacSha256(std::string(20, '\x0b'), "Hi There")),
              "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
    EXPECT_EQ(HexEncode(HmacSha256("Jefe", "what do ya want for nothing?")),
              "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    EXPECT_EQ(HexEncode(HmacSha256(std::string(131, '\xaa'),
                                   "Test Using Larger Than Block-Size Key - Hash Key First")),
              "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
  }
}

TEST(Crypto, EncodesBytes) {
  EXPECT_EQ(HexEncode("\x00\x0f\xff"s), "000fff");
  EXPECT_EQ(Base64Encode("foob"), "Zm9vYg==");
  EXPECT_EQ(Base64Encode(""), "");
  EXPECT_EQ(Base64UrlEncode("\xfb\xff\xfe\x01"), "-__-AQ");
}

TEST(Crypto, DecodesHexadecimalOfEitherCase) {
  EXPECT_EQ(HexDecode("000fFf"), "\x00\x0f\xff"s);
  EXPECT_EQ(HexDecode(""), "");
  for (const char* bad : {"0", "0g", "g0", "0x", "00 "}) EXPECT_EQ(HexDecode(bad), std::nullopt);
}

TEST(Crypto, EncodesPercents) {
  EXPECT_EQ(PercentEncode("aZ09-._~ +/%\xff"), "aZ09-._~%20%2B%2F%25%FF");
  EXPECT_EQ(PercentEncode("a/b.c", "/"), "a/b%2Ec");
}

TEST(Crypto, ComparesWholeTexts) {
  EXPECT_TRUE(ConstantTimeEqual("token", "token"));
  EXPECT_FALSE(ConstantTimeEqual("token", "tokem"));
  EXPECT_FALSE(ConstantTimeEqual("token", "toke"));
  EXPECT_TRUE(ConstantTimeEqual("", ""));
}

TEST(Crypto, MintsTokensAndUuids) {
  SystemRandom random;
  std::set<std::string> seen;
  const std::regex uuid("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
  for (int i = 0; i < 100; ++i) {
    EXPECT_TRUE(std::regex_match(random.Uuid(), uuid));
    EXPECT_TRUE(std::regex_match(random.Token(), std::regex("[A-Za-z0-9_-]{43}")));
    EXPECT_TRUE(seen.insert(random.Token()).second);
  }
}

TEST(Crypto, HashesPasswordsWithSaltAndCost) {
  SystemRandom random;
  std::string first = HashPassword("Mountain-7-river", random);
  std::string second = HashPassword("Mountain-7-river", random);
  EXPECT_NE(first, second);
  EXPECT_TRUE(first.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
  EXPECT_TRUE(VerifyPassword("Mountain-7-river", first));
  EXPECT_TRUE(VerifyPassword("Mountain-7-river", second));
  EXPECT_FALSE(VerifyPassword("mountain-7-river", first));
  EXPECT_FALSE(VerifyPassword("", first));
  EXPECT_FALSE(VerifyPassword("Mountain-7-river", ""));
  EXPECT_FALSE(VerifyPassword("Mountain-7-river", "$argon2id$nonsense"));
}

}  // namespace
}  // namespace permit
