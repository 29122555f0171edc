// A passkey in software: creates a key and answers challenges as browser and authenticator do
// together (W3C Web Authentication, Level 2), and, when told to, wrongly.
#pragma once

#include <openssl/evp.h>

#include <cstdint>
#include <memory>
#include <string>

#include "tests/support/site/site_fixture.h"

namespace permit::test {

class SoftAuthenticator {
 public:
  // As COSE numbers them: -7 ES256, -8 EdDSA, -257 RS256.
  explicit SoftAuthenticator(const std::string& base_url, int algorithm = -7);

  // The hidden fields that the page's script fills in; challenge and user as the page has them.
  Fields Create(const std::string& challenge, const std::string& user);
  Fields Get(const std::string& challenge);

  // The parts of these, as bytes.
  std::string ClientData(const std::string& type, const std::string& challenge) const;
  std::string NewAuthenticatorData() const;
  std::string AuthenticatorData() const;
  std::string Sign(const std::string& authenticator_data, const std::string& client_data) const;

  std::string credential_id;
  std::string user_handle;  // base64url, of the account that it was created for

  // What it says.
  std::string origin;
  std::string relying_party;
  unsigned flags = 0x05;  // the user is there and was verified
  std::uint32_t counter = 0;
  bool cross_origin = false;

 private:
  std::string CoseKey() const;

  struct Free {
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
  };
  int algorithm_;
  std::unique_ptr<EVP_PKEY, Free> key_;
};

}  // namespace permit::test
