// Certificates and private keys as PEM text, owned once each, and what the site asks about them.
//
// A file may hold several certificates, the signer's first. Text that does not parse throws
// CertificateError, which says what was expected; a function that OpenSSL fails in does the same.
#pragma once

#include <chrono>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

struct x509_st;
struct evp_pkey_st;

namespace permit {

struct FreeOpenSsl {
  void operator()(x509_st* certificate) const;
  void operator()(evp_pkey_st* key) const;
};
using Certificate = std::unique_ptr<x509_st, FreeOpenSsl>;
using PrivateKey = std::unique_ptr<evp_pkey_st, FreeOpenSsl>;

class CertificateError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// With OpenSSL's own reason behind it, if it gives one.
[[noreturn]] void ThrowCertificateError(const std::string& what);

std::vector<Certificate> ReadCertificates(std::string_view pem);  // at least one
PrivateKey ReadPrivateKey(std::string_view pem);                  // PKCS#8, not encrypted
std::string WritePem(const x509_st& certificate);
std::string WritePem(const evp_pkey_st& key);

Certificate SameCertificate(const x509_st& certificate);  // one more owner of it

std::string SubjectText(const x509_st& certificate);                // as RFC 2253 writes it
std::vector<std::string> SubjectUnits(const x509_st& certificate);  // its OUs in their order
std::chrono::sys_seconds ValidFrom(const x509_st& certificate);
std::chrono::sys_seconds ValidTo(const x509_st& certificate);
bool KeyFits(const x509_st& certificate, const evp_pkey_st& key);
bool HasP256Key(const x509_st& certificate);

// Whether the issuer's name stands in the certificate and its key made the signature.
bool IsIssuedBy(const x509_st& certificate, const x509_st& issuer);

// ECDSA over P-256 with SHA-256, the signature as r and s of 32 bytes each. Signing the same
// message twice gives two signatures. Verifying says false to everything that is not a signature.
inline constexpr std::size_t kRawSignatureBytes = 64;
std::string SignRaw(const evp_pkey_st& key, std::string_view message);
bool VerifyRaw(const x509_st& certificate, std::string_view message, std::string_view signature);

}  // namespace permit
