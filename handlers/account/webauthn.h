// Passkeys as the browser brings them: what is to be believed of a new one, and of a login.
//
// W3C Web Authentication, Level 2, sections 7.1 and 7.2; attestation is neither asked for nor read.
// Authenticator data and keys are read, and signatures verified, by libfido2. Everything is raw
// bytes; a refusal is a value. That the challenge was given to this browser, and once, is for the
// caller to know (passkey_challenge).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

namespace permit {

// Who asks for the passkey. The id is the host of the site's address: a site that moves to another
// host loses the passkeys of its accounts.
struct RelyingParty {
  std::string id;
  std::string origin;  // scheme, host and port, as browsers write it
};
RelyingParty RelyingPartyOf(std::string_view base_url);

// What the browser says of the request that it passed on. The signature covers its digest.
struct ClientData {
  std::string type;
  std::string challenge;
  std::string origin;
  bool cross_origin = false;  // the page that asked stands in a frame of another site's
  std::string digest;
};
std::optional<ClientData> ReadClientData(const std::string& json);

enum class WebauthnFault {
  kMalformed,
  kOtherCeremony,      // a login in place of a registration, or the reverse
  kOtherOrigin,        // of the page that asked
  kOtherRelyingParty,  // that the authenticator answered
  kUserNotVerified,    // by fingerprint, face or PIN
  kKeyNotSupported,
  kBadSignature,
};
std::string_view Code(WebauthnFault fault);  // for the log: "other-origin"

struct PublicKey {
  int algorithm = 0;  // COSE: -7 ES256, -8 EdDSA over Ed25519, -257 RS256
  std::string
      bytes;  // the point's x and y; 32 bytes; the modulus of 256 bytes and the exponent of 3
};

struct NewCredential {
  std::string id;  // at most 1,023 bytes
  PublicKey key;
  std::uint32_t sign_count = 0;
};
tl::expected<NewCredential, WebauthnFault> CheckRegistration(const RelyingParty& site,
                                                             const ClientData& client_data,
                                                             const std::string& authenticator_data);

// Of a login: the authenticator's signature counter.
tl::expected<std::uint32_t, WebauthnFault> CheckAssertion(const RelyingParty& site,
                                                          const PublicKey& key,
                                                          const ClientData& client_data,
                                                          const std::string& authenticator_data,
                                                          const std::string& signature);

// Whether a counter may follow the stored one. An authenticator that does not count says zero
// always; any other that does not go up may be a copy.
bool CounterAdvances(std::uint32_t stored, std::uint32_t given);

}  // namespace permit
