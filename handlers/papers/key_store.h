// The keys that papers are signed with, and their certificates: one folder, `signing.key_dir`.
//
//   ca.crt              the certificates that signers are trusted by
//   USE-REFERENCE.crt   a signer's certificate, then those between it and the CA
//   USE-REFERENCE.key   its private key (PKCS#8); without it the signer is retired
//
// USE is `seal` (ECDSA P-256, the code on a permit) or `document` (the signature of a PDF).
// REFERENCE names the certificate on what it signed: the signer's four letters and three
// hexadecimal digits, "TWNI001". Of several signers the one whose validity began last signs; a
// retired one signs nothing any more, and what it signed still verifies.
//
// A folder that cannot be read, a file that does not parse, and a key that others than its owner
// and group can read throw KeyStoreError, which names the file. Keys are read when one is asked to
// sign: whoever may only read certificates can still verify.
#pragma once

#include <chrono>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "handlers/papers/certificate.h"

namespace permit {

enum class KeyUse { kSeal, kDocument };
std::string_view Code(KeyUse use);  // as in the names of files
std::optional<KeyUse> KeyUseFromCode(std::string_view code);

class KeyStoreError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

struct Signer {
  KeyUse use = KeyUse::kSeal;
  std::string reference;
  Certificate certificate;
  std::vector<Certificate> chain;  // between the certificate and the CA, mostly empty
  bool retired = false;

  bool HoldsAt(std::chrono::sys_seconds time) const;
};

// A signer that may sign now, with its key.
struct ActiveSigner {
  const Signer& signer;
  PrivateKey key;
};

class KeyStore {
 public:
  static KeyStore Open(const std::string& folder);

  std::span<const Signer> signers() const { return signers_; }  // by use and reference
  std::span<const Certificate> authorities() const { return authorities_; }

  const Signer* Find(std::string_view reference) const;  // retired ones too

  // Which one signs at that time; nullptr for none.
  const Signer* Active(KeyUse use, std::chrono::sys_seconds now) const;
  // The same with its key; throws KeyStoreError when there is none.
  ActiveSigner OpenActive(KeyUse use, std::chrono::sys_seconds now) const;

  // What may stand in a reference.
  static bool IsReference(std::string_view text);

 private:
  std::string folder_;
  std::vector<Signer> signers_;
  std::vector<Certificate> authorities_;
};

}  // namespace permit
