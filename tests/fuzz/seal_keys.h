// The keys under which the targets seal.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "handlers/papers/key_store.h"
#include "tests/support/signing_keys.h"

namespace permit::fuzz {

inline const KeyStore& Keys() {
  static const KeyStore keys = KeyStore::Open(test::SigningKeys());
  return keys;
}

inline std::string Sign(std::string_view message) {
  using namespace std::chrono_literals;
  static const ActiveSigner signer =
      Keys().OpenActive(KeyUse::kSeal, std::chrono::sys_days{2026y / 3 / 2});
  return SignRaw(*signer.key, message);
}

}  // namespace permit::fuzz
