// Detached signatures over documents: CMS SignedData (RFC 5652) in DER, over OpenSSL.
//
// Keys and certificates are borrowed. The signature carries the signer's certificate and its chain
// and no content; SHA-256. What the library refuses is a std::runtime_error.
#pragma once

#include <openssl/types.h>

#include <chrono>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace permit {

struct CmsSigner {
  EVP_PKEY* key = nullptr;
  X509* certificate = nullptr;
  std::vector<X509*> chain;  // what a reader needs beside the certificate, without its own root
};

// Bytes that no signature of this signer exceeds.
std::size_t LargestSignature(const CmsSigner& signer);

// Signs the parts as if they were one text. `signed_at` is what the signature claims; no authority
// vouches for it.
std::string SignDetached(const CmsSigner& signer, std::span<const std::string_view> parts,
                         std::chrono::system_clock::time_point signed_at);

}  // namespace permit
