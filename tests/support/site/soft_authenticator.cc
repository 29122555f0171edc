#include "tests/support/site/soft_authenticator.h"

#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/rsa.h>

#include <array>
#include <stdexcept>

#include "fcgi/base/crypto.h"

namespace permit::test {
namespace {

using std::string_literals::operator""s;

constexpr int kEs256 = -7;
constexpr int kEdDsa = -8;

EVP_PKEY* MakeKey(int algorithm) {
  EVP_PKEY* key = algorithm == kEs256   ? EVP_EC_gen("P-256")
                  : algorithm == kEdDsa ? EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519")
                                        : EVP_RSA_gen(2048);
  if (key == nullptr) throw std::runtime_error("no key");
  return key;
}

std::string BigEndian(std::uint32_t number, int bytes) {
  std::string text;
  for (int at = bytes - 1; at >= 0; --at) text += static_cast<char>((number >> (8 * at)) & 0xff);
  return text;
}

std::string HostOf(const std::string& origin) {
  const std::size_t host = origin.find("://") + 3;
  return origin.substr(host, origin.find(':', host) - host);
}

}  // namespace

SoftAuthenticator::SoftAuthenticator(const std::string& base_url, int algorithm)
    : credential_id(SystemRandom().Bytes(32)),
      origin(base_url),
      relying_party(HostOf(base_url)),
      algorithm_(algorithm),
      key_(MakeKey(algorithm)) {}

Fields SoftAuthenticator::Create(const std::string& challenge, const std::string& user) {
  user_handle = user;
  return {{"client_data", Base64UrlEncode(ClientData("webauthn.create", challenge))},
          {"authenticator_data", Base64UrlEncode(NewAuthenticatorData())}};
}

Fields SoftAuthenticator::Get(const std::string& challenge) {
  const std::string client_data = ClientData("webauthn.get", challenge);
  const std::string authenticator_data = AuthenticatorData();
  return {{"credential", Base64UrlEncode(credential_id)},
          {"client_data", Base64UrlEncode(client_data)},
          {"authenticator_data", Base64UrlEncode(authenticator_data)},
          {"signature", Base64UrlEncode(Sign(authenticator_data, client_data))},
          {"user_handle", user_handle}};
}

std::string SoftAuthenticator::ClientData(const std::string& type,
                                          const std::string& challenge) const {
  return R"({"type":")" + type + R"(","challenge":")" + challenge + R"(","origin":")" + origin +
         R"(","crossOrigin":)" + (cross_origin ? "true" : "false") + "}";
}

std::string SoftAuthenticator::AuthenticatorData() const {
  return Sha256(relying_party) + static_cast<char>(flags) + BigEndian(counter, 4);
}

std::string SoftAuthenticator::NewAuthenticatorData() const {
  constexpr unsigned kHoldsCredential = 0x40;
  return Sha256(relying_party) + static_cast<char>(flags | kHoldsCredential) +
         BigEndian(counter, 4) + std::string(16, '\0') +
         BigEndian(static_cast<std::uint32_t>(credential_id.size()), 2) + credential_id + CoseKey();
}

std::string SoftAuthenticator::Sign(const std::string& authenticator_data,
                                    const std::string& client_data) const {
  const std::string text = authenticator_data + Sha256(client_data);
  EVP_MD_CTX* context = EVP_MD_CTX_new();
  std::array<unsigned char, 512> signature{};
  std::size_t size = signature.size();
  const bool done =
      EVP_DigestSignInit(context, nullptr, algorithm_ == kEdDsa ? nullptr : EVP_sha256(), nullptr,
                         key_.get()) == 1 &&
      EVP_DigestSign(context, signature.data(), &size,
                     reinterpret_cast<const unsigned char*>(text.data()), text.size()) == 1;
  EVP_MD_CTX_free(context);
  if (!done) throw std::runtime_error("no signature");
  return {reinterpret_cast<const char*>(signature.data()), size};
}

// A map of CBOR: kind of key and algorithm, then the key (RFC 8152, section 13; RFC 8230).
std::string SoftAuthenticator::CoseKey() const {
  if (algorithm_ == kEs256) {
    unsigned char* point = nullptr;
    const std::size_t size = EVP_PKEY_get1_encoded_public_key(key_.get(), &point);
    const std::string encoded(reinterpret_cast<const char*>(point), size);
    OPENSSL_free(point);
    return "\xa5\x01\x02\x03\x26\x20\x01\x21\x58\x20"s + encoded.substr(1, 32) + "\x22\x58\x20"s +
           encoded.substr(33);
  }
  if (algorithm_ == kEdDsa) {
    std::string bytes(32, '\0');
    std::size_t size = bytes.size();
    EVP_PKEY_get_raw_public_key(key_.get(), reinterpret_cast<unsigned char*>(bytes.data()), &size);
    return "\xa4\x01\x01\x03\x27\x20\x06\x21\x58\x20"s + bytes;
  }
  BIGNUM* modulus = nullptr;
  EVP_PKEY_get_bn_param(key_.get(), OSSL_PKEY_PARAM_RSA_N, &modulus);
  std::string bytes(256, '\0');
  BN_bn2binpad(modulus, reinterpret_cast<unsigned char*>(bytes.data()), 256);
  BN_free(modulus);
  return "\xa4\x01\x03\x03\x39\x01\x00\x20\x59\x01\x00"s + bytes + "\x21\x43\x01\x00\x01"s;
}

}  // namespace permit::test
