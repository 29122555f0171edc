#include "handlers/account/webauthn.h"

#include <fido.h>
#include <fido/eddsa.h>
#include <fido/es256.h>
#include <fido/rs256.h>

#include <memory>
#include <new>
#include <nlohmann/json.hpp>

#include "fcgi/base/base64url.h"
#include "fcgi/base/crypto.h"
#include "handlers/rules/text.h"

namespace permit {
namespace {

constexpr std::string_view kCreate = "webauthn.create";
constexpr std::string_view kGet = "webauthn.get";

// Authenticator data: SHA-256 of the relying party's id, flags, the counter, and what follows.
constexpr std::size_t kDigestBytes = 32;
constexpr std::size_t kLeastBytes = kDigestBytes + 1 + 4;
constexpr unsigned kVerified = CTAP_AUTHDATA_USER_PRESENT | CTAP_AUTHDATA_USER_VERIFIED;

constexpr std::size_t kLongestId = 1023;

// A handle of libfido2, which takes the address of a pointer to free what it points to.
template <class T, void (*kFree)(T**)>
struct Free {
  void operator()(T* handle) const { kFree(&handle); }
};
template <class T, void (*kFree)(T**)>
using Handle = std::unique_ptr<T, Free<T, kFree>>;
using Credential = Handle<fido_cred_t, fido_cred_free>;
using Assertion = Handle<fido_assert_t, fido_assert_free>;

const unsigned char* Bytes(const std::string& text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

std::string Copied(const unsigned char* bytes, std::size_t size) {
  return bytes == nullptr ? std::string() : std::string(reinterpret_cast<const char*>(bytes), size);
}

// What registrations and logins have in common.
std::optional<WebauthnFault> FaultOf(const RelyingParty& site, const ClientData& client_data,
                                     std::string_view type, const std::string& authenticator_data) {
  if (client_data.type != type) return WebauthnFault::kOtherCeremony;
  if (client_data.origin != site.origin || client_data.cross_origin) {
    return WebauthnFault::kOtherOrigin;
  }
  if (authenticator_data.size() < kLeastBytes) return WebauthnFault::kMalformed;
  if (authenticator_data.compare(0, kDigestBytes, Sha256(site.id)) != 0) {
    return WebauthnFault::kOtherRelyingParty;
  }
  const auto flags = static_cast<unsigned char>(authenticator_data[kDigestBytes]);
  if ((flags & kVerified) != kVerified) return WebauthnFault::kUserNotVerified;
  return std::nullopt;
}

template <class Key, Key* (*kNew)(), void (*kFree)(Key**),
          int (*kRead)(Key*, const void*, std::size_t)>
bool Verifies(const fido_assert_t* assertion, const PublicKey& key) {
  const Handle<Key, kFree> handle(kNew());
  if (handle == nullptr) throw std::bad_alloc();
  return kRead(handle.get(), key.bytes.data(), key.bytes.size()) == FIDO_OK &&
         fido_assert_verify(assertion, 0, key.algorithm, handle.get()) == FIDO_OK;
}

bool VerifiesBy(const PublicKey& key, const fido_assert_t* assertion) {
  switch (key.algorithm) {
    case COSE_ES256:
      return Verifies<es256_pk_t, es256_pk_new, es256_pk_free, es256_pk_from_ptr>(assertion, key);
    case COSE_EDDSA:
      return Verifies<eddsa_pk_t, eddsa_pk_new, eddsa_pk_free, eddsa_pk_from_ptr>(assertion, key);
    case COSE_RS256:
      return Verifies<rs256_pk_t, rs256_pk_new, rs256_pk_free, rs256_pk_from_ptr>(assertion, key);
  }
  return false;
}

}  // namespace

RelyingParty RelyingPartyOf(std::string_view base_url) {
  const std::size_t scheme = base_url.find("://");
  if (scheme == std::string_view::npos) return {};
  const std::size_t host = scheme + 3;
  RelyingParty site;
  site.origin = LowerAscii(base_url.substr(0, base_url.find('/', host)));
  site.id = site.origin.substr(host, site.origin.find(':', host) - host);
  return site;
}

std::optional<ClientData> ReadClientData(const std::string& json) {
  const auto said = nlohmann::json::parse(json, nullptr, false);
  if (!said.is_object()) return std::nullopt;
  const auto text = [&](const char* name) -> std::optional<std::string> {
    const auto entry = said.find(name);
    if (entry == said.end() || !entry->is_string()) return std::nullopt;
    return entry->get<std::string>();
  };
  const auto type = text("type");
  const auto challenge = text("challenge");
  const auto origin = text("origin");
  if (!type || !challenge || !origin) return std::nullopt;
  const auto bytes = Base64UrlDecode(*challenge);
  if (!bytes) return std::nullopt;
  // Left out by browsers of old, which have no frames that could ask.
  const auto cross_origin = said.find("crossOrigin");
  const bool is_cross =
      cross_origin != said.end() && !(cross_origin->is_boolean() && !cross_origin->get<bool>());
  return ClientData{*type, *bytes, *origin, is_cross, Sha256(json)};
}

std::string_view Code(WebauthnFault fault) {
  switch (fault) {
    case WebauthnFault::kMalformed:
      return "malformed";
    case WebauthnFault::kOtherCeremony:
      return "other-ceremony";
    case WebauthnFault::kOtherOrigin:
      return "other-origin";
    case WebauthnFault::kOtherRelyingParty:
      return "other-relying-party";
    case WebauthnFault::kUserNotVerified:
      return "user-not-verified";
    case WebauthnFault::kKeyNotSupported:
      return "key-not-supported";
    case WebauthnFault::kBadSignature:
      return "bad-signature";
  }
  return {};
}

tl::expected<NewCredential, WebauthnFault> CheckRegistration(
    const RelyingParty& site, const ClientData& client_data,
    const std::string& authenticator_data) {
  if (auto fault = FaultOf(site, client_data, kCreate, authenticator_data)) {
    return tl::unexpected(*fault);
  }
  // libfido2 reads a key of the algorithm that it is told.
  for (int algorithm : {COSE_ES256, COSE_EDDSA, COSE_RS256}) {
    const Credential read(fido_cred_new());
    if (read == nullptr) throw std::bad_alloc();
    if (fido_cred_set_type(read.get(), algorithm) != FIDO_OK ||
        fido_cred_set_authdata_raw(read.get(), Bytes(authenticator_data),
                                   authenticator_data.size()) != FIDO_OK) {
      continue;
    }
    NewCredential credential{
        Copied(fido_cred_id_ptr(read.get()), fido_cred_id_len(read.get())),
        {algorithm, Copied(fido_cred_pubkey_ptr(read.get()), fido_cred_pubkey_len(read.get()))},
        fido_cred_sigcount(read.get())};
    if (credential.id.empty() || credential.id.size() > kLongestId ||
        credential.key.bytes.empty()) {
      return tl::unexpected(WebauthnFault::kMalformed);
    }
    return credential;
  }
  return tl::unexpected(WebauthnFault::kKeyNotSupported);
}

tl::expected<std::uint32_t, WebauthnFault> CheckAssertion(const RelyingParty& site,
                                                          const PublicKey& key,
                                                          const ClientData& client_data,
                                                          const std::string& authenticator_data,
                                                          const std::string& signature) {
  if (auto fault = FaultOf(site, client_data, kGet, authenticator_data)) {
    return tl::unexpected(*fault);
  }
  const Assertion read(fido_assert_new());
  if (read == nullptr) throw std::bad_alloc();
  if (fido_assert_set_count(read.get(), 1) != FIDO_OK ||
      fido_assert_set_rp(read.get(), site.id.c_str()) != FIDO_OK ||
      fido_assert_set_up(read.get(), FIDO_OPT_TRUE) != FIDO_OK ||
      fido_assert_set_uv(read.get(), FIDO_OPT_TRUE) != FIDO_OK ||
      fido_assert_set_clientdata_hash(read.get(), Bytes(client_data.digest),
                                      client_data.digest.size()) != FIDO_OK ||
      fido_assert_set_authdata_raw(read.get(), 0, Bytes(authenticator_data),
                                   authenticator_data.size()) != FIDO_OK ||
      fido_assert_set_sig(read.get(), 0, Bytes(signature), signature.size()) != FIDO_OK) {
    return tl::unexpected(WebauthnFault::kMalformed);
  }
  if (!VerifiesBy(key, read.get())) return tl::unexpected(WebauthnFault::kBadSignature);
  return fido_assert_sigcount(read.get(), 0);
}

bool CounterAdvances(std::uint32_t stored, std::uint32_t given) {
  return given > stored || (given == 0 && stored == 0);
}

}  // namespace permit
