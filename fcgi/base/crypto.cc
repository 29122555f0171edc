#include "fcgi/base/crypto.h"

#include "fcgi/base/password_work.h"

#include <argon2.h>
#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/params.h>
#include <openssl/rand.h>

#include <stdexcept>
#include <vector>

namespace permit {
namespace {

constexpr unsigned kPasses = 2;
constexpr unsigned kMemoryKib = 19 * 1024;
constexpr unsigned kLanes = 1;
constexpr std::size_t kSaltBytes = 16;
constexpr std::size_t kHashBytes = 32;

const unsigned char* Unsigned(std::string_view bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

EVP_MAC_CTX* PrepareHmac() {
  EVP_MAC* mac = EVP_MAC_fetch(nullptr, "HMAC", nullptr);
  EVP_MAC_CTX* context = EVP_MAC_CTX_new(mac);
  EVP_MAC_free(mac);
  char digest[] = "SHA256";
  OSSL_PARAM params[] = {OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest, 0),
                         OSSL_PARAM_construct_end()};
  if (EVP_MAC_CTX_set_params(context, params) != 1) throw std::runtime_error("no HMAC-SHA-256");
  return context;
}

std::uint64_t g_passwords = 0;

constexpr char kUpperDigits[] = "0123456789ABCDEF";

int DigitValue(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool IsAlphanumeric(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

}  // namespace

std::string Sha256(std::string_view bytes) {
  // Fetched once: looking an algorithm up costs several times a short text's digest.
  static EVP_MD* const algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  std::string digest(32, '\0');
  if (EVP_Digest(bytes.data(), bytes.size(), reinterpret_cast<unsigned char*>(digest.data()),
                 nullptr, algorithm, nullptr) != 1) {
    throw std::runtime_error("SHA-256 failed");
  }
  return digest;
}

std::string HmacSha256(std::string_view key, std::string_view message) {
  static EVP_MAC_CTX* const prepared = PrepareHmac();
  std::string digest(32, '\0');
  std::size_t size = 0;
  EVP_MAC_CTX* context = EVP_MAC_CTX_dup(prepared);
  bool good = context != nullptr &&
              EVP_MAC_init(context, Unsigned(key), key.size(), nullptr) == 1 &&
              EVP_MAC_update(context, Unsigned(message), message.size()) == 1 &&
              EVP_MAC_final(context, reinterpret_cast<unsigned char*>(digest.data()), &size,
                            digest.size()) == 1;
  EVP_MAC_CTX_free(context);
  if (!good) throw std::runtime_error("HMAC-SHA-256 failed");
  return digest;
}

bool ConstantTimeEqual(std::string_view a, std::string_view b) {
  return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

std::string HexEncode(std::string_view bytes) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string text;
  text.reserve(bytes.size() * 2);
  for (unsigned char byte : bytes) {
    text += kDigits[byte >> 4];
    text += kDigits[byte & 15];
  }
  return text;
}

std::optional<std::string> HexDecode(std::string_view text) {
  if (text.size() % 2 != 0) return std::nullopt;
  std::string bytes;
  bytes.reserve(text.size() / 2);
  for (std::size_t i = 0; i < text.size(); i += 2) {
    const int high = DigitValue(text[i]);
    const int low = DigitValue(text[i + 1]);
    if (high < 0 || low < 0) return std::nullopt;
    bytes += static_cast<char>(high * 16 + low);
  }
  return bytes;
}

std::string PercentEncode(std::string_view text, std::string_view literal) {
  std::string encoded;
  encoded.reserve(text.size());
  for (char c : text) {
    if (IsAlphanumeric(c) || literal.find(c) != std::string_view::npos) {
      encoded += c;
    } else {
      encoded += {'%', kUpperDigits[static_cast<unsigned char>(c) >> 4],
                  kUpperDigits[static_cast<unsigned char>(c) & 15]};
    }
  }
  return encoded;
}

std::string Base64Encode(std::string_view bytes) {
  std::string text(4 * ((bytes.size() + 2) / 3) + 1, '\0');
  int size = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()), Unsigned(bytes),
                             static_cast<int>(bytes.size()));
  text.resize(static_cast<std::size_t>(size));
  return text;
}

std::string Base64UrlEncode(std::string_view bytes) {
  std::string text = Base64Encode(bytes);
  while (!text.empty() && text.back() == '=') text.pop_back();
  for (char& c : text) {
    if (c == '+') c = '-';
    if (c == '/') c = '_';
  }
  return text;
}

std::string Random::Token() { return Base64UrlEncode(Bytes(32)); }

std::string Random::Uuid() {
  std::string bytes = Bytes(16);
  bytes[6] = static_cast<char>((bytes[6] & 0x0f) | 0x40);
  bytes[8] = static_cast<char>((bytes[8] & 0x3f) | 0x80);
  std::string hex = HexEncode(bytes);
  return hex.substr(0, 8) + '-' + hex.substr(8, 4) + '-' + hex.substr(12, 4) + '-' +
         hex.substr(16, 4) + '-' + hex.substr(20);
}

std::string SystemRandom::Bytes(std::size_t count) {
  std::string bytes(count, '\0');
  if (RAND_bytes(reinterpret_cast<unsigned char*>(bytes.data()), static_cast<int>(count)) != 1) {
    throw std::runtime_error("the random generator failed");
  }
  return bytes;
}

std::string HashPassword(std::string_view password, Random& random) {
  ++g_passwords;
  std::string salt = random.Bytes(kSaltBytes);
  std::vector<char> phc(
      argon2_encodedlen(kPasses, kMemoryKib, kLanes, kSaltBytes, kHashBytes, Argon2_id));
  int code = argon2id_hash_encoded(kPasses, kMemoryKib, kLanes, password.data(), password.size(),
                                   salt.data(), salt.size(), kHashBytes, phc.data(), phc.size());
  if (code != ARGON2_OK) throw std::runtime_error(argon2_error_message(code));
  return phc.data();
}

bool VerifyPassword(std::string_view password, const std::string& phc) {
  ++g_passwords;
  return argon2id_verify(phc.c_str(), password.data(), password.size()) == ARGON2_OK;
}

std::uint64_t PasswordsWorkedOn() { return g_passwords; }

}  // namespace permit
