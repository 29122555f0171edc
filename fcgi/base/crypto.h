// The cryptographic primitives of the programs, over OpenSSL and libargon2.
//
// Digests and keys are raw bytes in std::string; encodings are explicit. Every function throws
// std::runtime_error when the library fails, which only a broken machine brings about.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace permit {

std::string Sha256(std::string_view bytes);                              // 32 bytes
std::string HmacSha256(std::string_view key, std::string_view message);  // 32 bytes
bool ConstantTimeEqual(std::string_view a, std::string_view b);

std::string HexEncode(std::string_view bytes);  // lower case
// Digits of either case; nullopt for an odd number of them or any other character.
std::optional<std::string> HexDecode(std::string_view text);
// Every byte as %XX in upper case but ASCII letters and digits and the `literal` ones, by default
// the rest of RFC 3986's unreserved characters.
std::string PercentEncode(std::string_view text, std::string_view literal = "-._~");
std::string Base64UrlEncode(std::string_view bytes);  // RFC 4648 section 5, no padding
std::string Base64Encode(std::string_view bytes);

// Randomness behind an interface, so that a test can repeat itself.
class Random {
 public:
  virtual ~Random() = default;
  virtual std::string Bytes(std::size_t count) = 0;
  std::string Token();  // 32 bytes as 43 characters of base64url
  std::string Uuid();   // version 4, lower case with hyphens
};

class SystemRandom final : public Random {
 public:
  std::string Bytes(std::size_t count) override;
};

// Argon2id in its PHC string form. The cost is t=2, m=19 MiB, p=1 (OWASP's minimum).
std::string HashPassword(std::string_view password, Random& random);
bool VerifyPassword(std::string_view password, const std::string& phc);

}  // namespace permit
