#include "handlers/papers/certificate.h"

#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/ecdsa.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <ctime>

namespace permit {
namespace {

template <auto kFree>
struct Free {
  template <typename T>
  void operator()(T* object) const {
    kFree(object);
  }
};
using Bio = std::unique_ptr<BIO, Free<BIO_free>>;
using Digest = std::unique_ptr<EVP_MD_CTX, Free<EVP_MD_CTX_free>>;
using Ecdsa = std::unique_ptr<ECDSA_SIG, Free<ECDSA_SIG_free>>;

constexpr int kHalf = kRawSignatureBytes / 2;

// OpenSSL counts references in what it is given, and so takes nothing as const.
X509* Mutable(const X509& certificate) { return const_cast<X509*>(&certificate); }
EVP_PKEY* Mutable(const EVP_PKEY& key) { return const_cast<EVP_PKEY*>(&key); }

Bio Reading(std::string_view text) {
  return Bio(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
}

std::string Written(const Bio& bio) {
  char* data = nullptr;
  const long size = BIO_get_mem_data(bio.get(), &data);
  return {data, static_cast<std::size_t>(size)};
}

std::chrono::sys_seconds Seconds(const ASN1_TIME* time) {
  std::tm parts{};
  if (ASN1_TIME_to_tm(time, &parts) != 1)
    ThrowCertificateError("the certificate has no valid time");
  return std::chrono::sys_seconds(std::chrono::seconds(timegm(&parts)));
}

// No passphrase is ever asked for on a terminal.
int NoPassphrase(char*, int, int, void*) { return -1; }

}  // namespace

void FreeOpenSsl::operator()(x509_st* certificate) const { X509_free(certificate); }
void FreeOpenSsl::operator()(evp_pkey_st* key) const { EVP_PKEY_free(key); }

void ThrowCertificateError(const std::string& what) {
  const unsigned long code = ERR_get_error();
  const char* reason = code == 0 ? nullptr : ERR_reason_error_string(code);
  ERR_clear_error();
  throw CertificateError(reason == nullptr ? what : what + " (" + reason + ")");
}

std::vector<Certificate> ReadCertificates(std::string_view pem) {
  const Bio bio = Reading(pem);
  std::vector<Certificate> found;
  while (X509* certificate = PEM_read_bio_X509(bio.get(), nullptr, NoPassphrase, nullptr)) {
    found.emplace_back(certificate);
  }
  const unsigned long last = ERR_peek_last_error();
  const bool at_end =
      ERR_GET_LIB(last) == ERR_LIB_PEM && ERR_GET_REASON(last) == PEM_R_NO_START_LINE;
  if (found.empty() || !at_end) ThrowCertificateError("this is no certificate in PEM form");
  ERR_clear_error();
  return found;
}

PrivateKey ReadPrivateKey(std::string_view pem) {
  const Bio bio = Reading(pem);
  PrivateKey key(PEM_read_bio_PrivateKey(bio.get(), nullptr, NoPassphrase, nullptr));
  if (!key) ThrowCertificateError("this is no private key in PEM form without a passphrase");
  return key;
}

std::string WritePem(const x509_st& certificate) {
  const Bio bio(BIO_new(BIO_s_mem()));
  if (PEM_write_bio_X509(bio.get(), Mutable(certificate)) != 1) {
    ThrowCertificateError("the certificate cannot be written");
  }
  return Written(bio);
}

std::string WritePem(const evp_pkey_st& key) {
  const Bio bio(BIO_new(BIO_s_mem()));
  if (PEM_write_bio_PKCS8PrivateKey(bio.get(), Mutable(key), nullptr, nullptr, 0, nullptr,
                                    nullptr) != 1) {
    ThrowCertificateError("the key cannot be written");
  }
  return Written(bio);
}

Certificate SameCertificate(const x509_st& certificate) {
  X509_up_ref(Mutable(certificate));
  return Certificate(Mutable(certificate));
}

std::string SubjectText(const x509_st& certificate) {
  const Bio bio(BIO_new(BIO_s_mem()));
  const unsigned long flags = XN_FLAG_RFC2253 & ~static_cast<unsigned long>(ASN1_STRFLGS_ESC_MSB);
  X509_NAME_print_ex(bio.get(), X509_get_subject_name(&certificate), 0, flags);
  return Written(bio);
}

std::vector<std::string> SubjectUnits(const x509_st& certificate) {
  std::vector<std::string> units;
  const X509_NAME* subject = X509_get_subject_name(&certificate);
  for (int at = -1;
       (at = X509_NAME_get_index_by_NID(subject, NID_organizationalUnitName, at)) >= 0;) {
    const ASN1_STRING* text = X509_NAME_ENTRY_get_data(X509_NAME_get_entry(subject, at));
    units.emplace_back(reinterpret_cast<const char*>(ASN1_STRING_get0_data(text)),
                       static_cast<std::size_t>(ASN1_STRING_length(text)));
  }
  return units;
}

std::chrono::sys_seconds ValidFrom(const x509_st& certificate) {
  return Seconds(X509_get0_notBefore(&certificate));
}

std::chrono::sys_seconds ValidTo(const x509_st& certificate) {
  return Seconds(X509_get0_notAfter(&certificate));
}

bool KeyFits(const x509_st& certificate, const evp_pkey_st& key) {
  const bool fits = EVP_PKEY_eq(X509_get0_pubkey(&certificate), &key) == 1;
  ERR_clear_error();
  return fits;
}

bool HasP256Key(const x509_st& certificate) {
  const EVP_PKEY* key = X509_get0_pubkey(&certificate);
  char group[32] = {};
  const bool named = key != nullptr && EVP_PKEY_get_base_id(key) == EVP_PKEY_EC &&
                     EVP_PKEY_get_group_name(key, group, sizeof group, nullptr) == 1;
  ERR_clear_error();
  return named && std::string_view(group) == "prime256v1";
}

bool IsIssuedBy(const x509_st& certificate, const x509_st& issuer) {
  const bool issued = X509_check_issued(Mutable(issuer), Mutable(certificate)) == X509_V_OK &&
                      X509_verify(Mutable(certificate), X509_get0_pubkey(&issuer)) == 1;
  ERR_clear_error();
  return issued;
}

std::string SignRaw(const evp_pkey_st& key, std::string_view message) {
  const auto* bytes = reinterpret_cast<const unsigned char*>(message.data());
  const Digest context(EVP_MD_CTX_new());
  std::size_t size = 0;
  std::string der;
  if (EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, Mutable(key)) != 1 ||
      EVP_DigestSign(context.get(), nullptr, &size, bytes, message.size()) != 1) {
    ThrowCertificateError("the key does not sign");
  }
  der.resize(size);
  if (EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(der.data()), &size, bytes,
                     message.size()) != 1) {
    ThrowCertificateError("the key does not sign");
  }
  const auto* at = reinterpret_cast<const unsigned char*>(der.data());
  const Ecdsa signature(d2i_ECDSA_SIG(nullptr, &at, static_cast<long>(size)));
  unsigned char raw[kRawSignatureBytes];
  if (!signature || BN_bn2binpad(ECDSA_SIG_get0_r(signature.get()), raw, kHalf) != kHalf ||
      BN_bn2binpad(ECDSA_SIG_get0_s(signature.get()), raw + kHalf, kHalf) != kHalf) {
    ThrowCertificateError("the key makes no signature of the curve P-256");
  }
  return {reinterpret_cast<const char*>(raw), sizeof raw};
}

bool VerifyRaw(const x509_st& certificate, std::string_view message, std::string_view signature) {
  if (signature.size() != kRawSignatureBytes || !HasP256Key(certificate)) return false;
  const auto* raw = reinterpret_cast<const unsigned char*>(signature.data());
  const Ecdsa parts(ECDSA_SIG_new());
  ECDSA_SIG_set0(parts.get(), BN_bin2bn(raw, kHalf, nullptr),
                 BN_bin2bn(raw + kHalf, kHalf, nullptr));
  unsigned char* der = nullptr;
  const int size = i2d_ECDSA_SIG(parts.get(), &der);
  const std::unique_ptr<unsigned char, void (*)(unsigned char*)> owned(
      der, [](unsigned char* bytes) { OPENSSL_free(bytes); });
  const Digest context(EVP_MD_CTX_new());
  const bool good =
      size > 0 &&
      EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr,
                           X509_get0_pubkey(&certificate)) == 1 &&
      EVP_DigestVerify(context.get(), der, static_cast<std::size_t>(size),
                       reinterpret_cast<const unsigned char*>(message.data()), message.size()) == 1;
  ERR_clear_error();
  return good;
}

}  // namespace permit
