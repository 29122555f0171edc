// Registrations and logins by passkey: the test vectors of W3C Web Authentication, Level 3,
// section 16, then the same and others spoilt.
#include "handlers/account/webauthn.h"

#include <gtest/gtest.h>

#include "fcgi/base/base64url.h"
#include "fcgi/base/crypto.h"
#include "tests/support/site/soft_authenticator.h"

namespace permit::test {
namespace {

std::string Hex(std::string_view digits) { return HexDecode(digits).value(); }

const RelyingParty kSite = RelyingPartyOf("https://example.org");
const std::string kSiteDigest =
    Hex("bfabc37432958b063360d3ad6461c9c4735ae7f8edd46592a5e0f01452b2e4b5");

// "packed-self.ES256", whose attestation is not asked for here.
constexpr char kNewId[] = "455ef34e2043a87db3d4afeb39bbcb6cc32df9347c789a865ecdca129cbef58c";
constexpr char kNewX[] = "eb151c8176b225cc651559fecf07af450fd85802046656b34c18f6cf193843c5";
constexpr char kNewY[] = "927b8aa427a2be1b8834d233a2d34f61f13bfd44119c325d5896e183fee484f2";
constexpr char kNewClientData[] =
    R"({"type":"webauthn.create","challenge":"eGnCt3LUtY66k3jPjynibPk1qnffDaifqZwL3Ap29-U",)"
    R"("origin":"https://example.org","crossOrigin":false,"extraData":"clientDataJSON may be )"
    R"(extended with additional fields in the future, such as this: U9hTXvKE2URkMnb_0xYHVg"})";

std::string NewAuthenticatorData() {
  return kSiteDigest + Hex("5d00000000df850e09db6afbdfab51697791506cfc0020") + Hex(kNewId) +
         Hex("a5010203262001215820") + Hex(kNewX) + Hex("225820") + Hex(kNewY);
}

// "none.ES256.long-credential-id".
const PublicKey kKey = {-7,
                        Hex("3b8176b7504489cc593046d7988abb7905a742de6ac2cdc748a873c663e90cb1"
                            "1436d5edc9a75f23999eef9d5950a5c2455514ee1014084720f841a06b828a11")};
constexpr char kClientData[] =
    R"({"type":"webauthn.get","challenge":"7x3rpW3OSPZ0pEfM9juVmSWM6HZI5cOW8u8ModpGDjs",)"
    R"("origin":"https://example.org","crossOrigin":false})";
const std::string kAuthenticatorData = kSiteDigest + Hex("0d00000000");
const std::string kSignature =
    Hex("304502203ecef83fb12a0cae7841055f9f87103a99fd14b424194bbf06c4623d3ee6e3fd"
        "022100d2ace346db262b1374a6b70faa51f518a42ddca13a4125ce6f5052a75bac9fb6");

// "none.ES256.crossOrigin".
constexpr char kCrossClientData[] =
    R"({"type":"webauthn.get","challenge":"h2qlF7qD_e5l_P_bykyE7q5dVPgEGh_IXJkeW7snMTc",)"
    R"("origin":"https://example.org","crossOrigin":true,"extraData":"clientDataJSON may be )"
    R"(extended with additional fields in the future, such as this: 92pcTVD0Aby-q4dtmj6efg"})";

std::string Replaced(std::string text, const std::string& what, const std::string& with) {
  const std::size_t at = text.find(what);
  EXPECT_NE(at, std::string::npos) << what;
  return text.replace(at, what.size(), with);
}

std::string WithFlags(std::string data, unsigned flags) {
  data[32] = static_cast<char>(flags);
  return data;
}

// The fault's word, or "" for a good one.
std::string Registered(const RelyingParty& site, const std::string& client_data,
                       const std::string& authenticator_data) {
  const auto read =
      CheckRegistration(site, ReadClientData(client_data).value(), authenticator_data);
  return read ? std::string() : std::string(Code(read.error()));
}
std::string LoggedIn(const RelyingParty& site, const PublicKey& key, const std::string& client_data,
                     const std::string& authenticator_data, const std::string& signature) {
  const auto read =
      CheckAssertion(site, key, ReadClientData(client_data).value(), authenticator_data, signature);
  return read ? std::string() : std::string(Code(read.error()));
}

TEST(Webauthn, TakesTheRegistrationOfTheVectors) {
  const ClientData client_data = ReadClientData(kNewClientData).value();
  EXPECT_EQ(client_data.challenge,
            Hex("7869c2b772d4b58eba9378cf8f29e26cf935aa77df0da89fa99c0bdc0a76f7e5"));
  const auto read = CheckRegistration(kSite, client_data, NewAuthenticatorData());
  ASSERT_TRUE(read.has_value()) << Code(read.error());
  EXPECT_EQ(read->id, Hex(kNewId));
  EXPECT_EQ(read->key.algorithm, -7);
  EXPECT_EQ(read->key.bytes, Hex(kNewX) + Hex(kNewY));
  EXPECT_EQ(read->sign_count, 0u);
}

TEST(Webauthn, RefusesSpoiltRegistrations) {
  const std::string data = NewAuthenticatorData();
  const std::string said = kNewClientData;
  EXPECT_EQ(Registered(kSite, said, data), "");
  EXPECT_EQ(Registered(kSite, Replaced(said, "webauthn.create", "webauthn.get"), data),
            "other-ceremony");
  for (const char* origin :
       {"https://example.org:8443", "http://example.org", "https://example.org.evil.example",
        "https://sub.example.org", "https://example.org/"}) {
    EXPECT_EQ(Registered(kSite, Replaced(said, "https://example.org", origin), data),
              "other-origin")
        << origin;
  }
  EXPECT_EQ(Registered(kSite, Replaced(said, "false", "true"), data), "other-origin");
  EXPECT_EQ(Registered({"sub.example.org", kSite.origin}, said, data), "other-relying-party");
  for (unsigned flags : {0x58u, 0x59u, 0x5cu}) {  // neither there nor verified, or but one of both
    EXPECT_EQ(Registered(kSite, said, WithFlags(data, flags)), "user-not-verified") << flags;
  }
  EXPECT_EQ(Registered(kSite, said, data.substr(0, 36)), "malformed");
  EXPECT_EQ(Registered(kSite, said, ""), "malformed");
}

TEST(Webauthn, RefusesRegistrationsWithoutAKeyThatItKnows) {
  const std::string data = NewAuthenticatorData();
  for (std::size_t size = 37; size < data.size(); ++size) {
    EXPECT_EQ(Registered(kSite, kNewClientData, data.substr(0, size)), "key-not-supported") << size;
  }
  const std::string mismatched = Replaced(data, Hex("0102032620"), Hex("0102032720"));
  EXPECT_EQ(Registered(kSite, kNewClientData, mismatched), "key-not-supported");
  EXPECT_EQ(Registered(kSite, kNewClientData, WithFlags(data, 0x1d)), "key-not-supported")
      << "it says that it holds none";
}

TEST(Webauthn, TakesTheLoginOfTheVectors) {
  const auto read = CheckAssertion(kSite, kKey, ReadClientData(kClientData).value(),
                                   kAuthenticatorData, kSignature);
  ASSERT_TRUE(read.has_value()) << Code(read.error());
  EXPECT_EQ(*read, 0u);
}

TEST(Webauthn, RefusesSpoiltLogins) {
  const auto refusal = [](const std::string& client_data, const std::string& authenticator_data,
                          const std::string& signature) {
    return LoggedIn(kSite, kKey, client_data, authenticator_data, signature);
  };
  const std::string said = kClientData;
  EXPECT_EQ(refusal(said, kAuthenticatorData, kSignature), "");
  EXPECT_EQ(refusal(Replaced(said, "7x3r", "7x3s"), kAuthenticatorData, kSignature),
            "bad-signature");
  EXPECT_EQ(refusal(Replaced(said, ".get", ".create"), kAuthenticatorData, kSignature),
            "other-ceremony");
  EXPECT_EQ(refusal(Replaced(said, "example.org", "evil.example"), kAuthenticatorData, kSignature),
            "other-origin");
  EXPECT_EQ(refusal(kCrossClientData, kAuthenticatorData, kSignature), "other-origin");
  EXPECT_EQ(LoggedIn({"org", kSite.origin}, kKey, said, kAuthenticatorData, kSignature),
            "other-relying-party");
  for (unsigned flags : {0x08u, 0x09u, 0x0cu}) {
    EXPECT_EQ(refusal(said, WithFlags(kAuthenticatorData, flags), kSignature), "user-not-verified");
  }
  EXPECT_EQ(refusal(said, WithFlags(kAuthenticatorData, 0x05), kSignature), "bad-signature");
  EXPECT_EQ(refusal(said, kSiteDigest + Hex("0d00000001"), kSignature), "bad-signature");
  EXPECT_EQ(refusal(said, kAuthenticatorData.substr(0, 36), kSignature), "malformed");
  EXPECT_NE(refusal(said, kAuthenticatorData + "x", kSignature), "");
  EXPECT_EQ(refusal(said, kAuthenticatorData, ""), "malformed");
  for (std::size_t at = 0; at < kSignature.size(); ++at) {
    std::string signature = kSignature;
    signature[at] = static_cast<char>(signature[at] ^ 1);
    EXPECT_EQ(refusal(said, kAuthenticatorData, signature), "bad-signature") << at;
  }
}

TEST(Webauthn, RefusesALoginWithAnotherKey) {
  const auto refusal = [](const PublicKey& key) {
    return LoggedIn(kSite, key, kClientData, kAuthenticatorData, kSignature);
  };
  EXPECT_EQ(refusal({-7, Hex(kNewX) + Hex(kNewY)}), "bad-signature");
  EXPECT_EQ(refusal({-7, kKey.bytes.substr(1)}), "bad-signature");
  EXPECT_EQ(refusal({-7, ""}), "bad-signature");
  for (int algorithm : {-8, -257, -35, 0}) {
    EXPECT_EQ(refusal({algorithm, kKey.bytes}), "bad-signature") << algorithm;
  }
}

class WebauthnAlgorithms : public ::testing::TestWithParam<int> {};

TEST_P(WebauthnAlgorithms, RegisterAndLogIn) {
  SoftAuthenticator device("https://example.org", GetParam());
  SoftAuthenticator other("https://example.org", GetParam());
  const auto registered =
      CheckRegistration(kSite, ReadClientData(device.ClientData("webauthn.create", "AAAA")).value(),
                        device.NewAuthenticatorData());
  ASSERT_TRUE(registered.has_value()) << Code(registered.error());
  EXPECT_EQ(registered->id, device.credential_id);
  EXPECT_EQ(registered->key.algorithm, GetParam());
  device.counter = 7;
  const std::string client_data = device.ClientData("webauthn.get", "AAAA");
  const std::string data = device.AuthenticatorData();
  const auto login = [&](const std::string& signature) {
    return CheckAssertion(kSite, registered->key, ReadClientData(client_data).value(), data,
                          signature);
  };
  EXPECT_EQ(login(device.Sign(data, client_data)), 7u);
  EXPECT_EQ(login(other.Sign(data, client_data)).error(), WebauthnFault::kBadSignature);
}

INSTANTIATE_TEST_SUITE_P(Cose, WebauthnAlgorithms, ::testing::Values(-7, -8, -257),
                         [](const auto& test) { return "minus" + std::to_string(-test.param); });

TEST(Webauthn, ReadsNoOtherClientData) {
  for (const char* json :
       {"", "x", "[]", "null", "\"webauthn.get\"", "{}", "{\"type\":\"webauthn.get\"}",
        R"({"type":1,"challenge":"AAAA","origin":"o"})",
        R"({"type":"t","challenge":["AAAA"],"origin":"o"})", R"({"type":"t","challenge":"AAAA"})",
        R"({"type":"t","challenge":"A","origin":"o"})",
        R"({"type":"t","challenge":"AAAA","origin":"o"} x)",
        "{\"type\":\"\xff\",\"challenge\":\"AAAA\",\"origin\":\"o\"}"}) {
    EXPECT_FALSE(ReadClientData(json).has_value()) << json;
  }
  EXPECT_FALSE(ReadClientData(std::string(3000, '[')).has_value());
  const auto cross = [](const std::string& value) {
    return ReadClientData(R"({"type":"t","challenge":"AAAA","origin":"o","crossOrigin":)" + value +
                          "}")
        .value()
        .cross_origin;
  };
  EXPECT_FALSE(cross("false"));
  for (const char* value : {"true", "\"false\"", "0", "null"}) EXPECT_TRUE(cross(value)) << value;
  EXPECT_FALSE(
      ReadClientData(R"({"type":"t","challenge":"AAAA","origin":"o"})").value().cross_origin);
}

TEST(Webauthn, KnowsTheSiteByItsAddress) {
  const auto expect = [](const char* base_url, const char* id, const char* origin) {
    const RelyingParty site = RelyingPartyOf(base_url);
    EXPECT_EQ(site.id, id);
    EXPECT_EQ(site.origin, origin);
  };
  expect("https://permit.example", "permit.example", "https://permit.example");
  expect("https://Permit.Example:8443/", "permit.example", "https://permit.example:8443");
  expect("http://localhost:8080/site", "localhost", "http://localhost:8080");
}

TEST(Webauthn, ACounterGoesUpOrIsZeroAlways) {
  EXPECT_TRUE(CounterAdvances(0, 0));
  EXPECT_TRUE(CounterAdvances(0, 1));
  EXPECT_TRUE(CounterAdvances(7, 8));
  EXPECT_TRUE(CounterAdvances(7, 0xffffffff));
  EXPECT_FALSE(CounterAdvances(7, 7));
  EXPECT_FALSE(CounterAdvances(7, 6));
  EXPECT_FALSE(CounterAdvances(7, 0));
}

}  // namespace
}  // namespace permit::test
