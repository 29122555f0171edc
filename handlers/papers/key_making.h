// Makes keys and certificates, and puts them into a folder of keys (key_store.h).
//
// A file is written under another name, flushed and then renamed, the key before its certificate,
// so that a signer is there whole or not at all. Keys are 0640 and take the group of the folder;
// the CA's own key is its owner's alone. KeyStoreError says what could not be done; nothing is
// overwritten.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "handlers/papers/key_store.h"

namespace permit {

struct NewSigner {
  KeyUse use = KeyUse::kSeal;
  std::string signer = "TWNI";     // country and two letters: the beginning of its reference
  std::vector<std::string> units;  // the receiving units that it signs for: OUs of its subject
  std::chrono::sys_seconds from;
  std::chrono::days lasts{5 * 365};
};

// A signer of a CA of this folder's own, which is made when there is none: for trying out. Gives
// the signer's reference, the folder's next.
std::string MakeSigner(const std::string& folder, const NewSigner& wanted);

// A signer whose key and certificate somebody else made. `certificates` is the signer's, then those
// between it and a CA; `authorities`, which may be empty, is added to ca.crt. Refused unless the
// key is the certificate's, the chain leads to a CA of ca.crt, a seal's key is of P-256 and its
// certificate names units.
struct ImportedSigner {
  KeyUse use = KeyUse::kSeal;
  std::string reference;  // empty: `signer` and the folder's next number
  std::string signer = "TWNI";
  std::string certificates;  // PEM
  std::string key;           // PEM
  std::string authorities;   // PEM
};
std::string ImportSigner(const std::string& folder, const ImportedSigner& given);

// Deletes the signer's key for good. Refused when there is no such signer or it is retired already.
void RetireSigner(const std::string& folder, const std::string& reference);

}  // namespace permit
