#include "handlers/papers/cms_signature.h"

#include <openssl/asn1.h>
#include <openssl/bio.h>
#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/objects.h>
#include <openssl/x509.h>

#include <memory>
#include <stdexcept>

namespace permit {
namespace {

struct Free {
  void operator()(CMS_ContentInfo* cms) const { CMS_ContentInfo_free(cms); }
  void operator()(BIO* bio) const { BIO_free_all(bio); }
  void operator()(ASN1_TIME* time) const { ASN1_TIME_free(time); }
};
using Cms = std::unique_ptr<CMS_ContentInfo, Free>;
using Bio = std::unique_ptr<BIO, Free>;

constexpr unsigned kFlags = CMS_DETACHED | CMS_BINARY | CMS_NOSMIMECAP | CMS_PARTIAL;

[[noreturn]] void Fail(const char* step) {
  char reason[256];
  ERR_error_string_n(ERR_get_error(), reason, sizeof reason);
  ERR_clear_error();
  throw std::runtime_error(std::string("document signature, ") + step + ": " + reason);
}

std::size_t EncodedSize(X509* certificate) {
  const int size = i2d_X509(certificate, nullptr);
  if (size <= 0) Fail("certificate");
  return static_cast<std::size_t>(size);
}

// Set beforehand, since the library would write its own time.
void SetSigningTime(CMS_SignerInfo* info, std::chrono::system_clock::time_point signed_at) {
  const std::unique_ptr<ASN1_TIME, Free> time(
      ASN1_TIME_set(nullptr, std::chrono::system_clock::to_time_t(signed_at)));
  if (!time || CMS_signed_add1_attr_by_NID(info, NID_pkcs9_signingTime,
                                           ASN1_STRING_type(time.get()), time.get(), -1) != 1) {
    Fail("time");
  }
}

Cms Begin(const CmsSigner& signer, std::chrono::system_clock::time_point signed_at) {
  Cms cms(CMS_sign(nullptr, nullptr, nullptr, nullptr, kFlags));
  if (!cms) Fail("start");
  CMS_SignerInfo* info =
      CMS_add1_signer(cms.get(), signer.certificate, signer.key, EVP_sha256(), kFlags);
  if (info == nullptr) Fail("signer");
  SetSigningTime(info, signed_at);
  for (X509* certificate : signer.chain) {
    if (CMS_add1_cert(cms.get(), certificate) != 1) Fail("chain");
  }
  return cms;
}

std::string Encode(CMS_ContentInfo* cms) {
  const int size = i2d_CMS_ContentInfo(cms, nullptr);
  if (size <= 0) Fail("encoding");
  std::string der(static_cast<std::size_t>(size), '\0');
  auto* to = reinterpret_cast<unsigned char*>(der.data());
  i2d_CMS_ContentInfo(cms, &to);
  return der;
}

}  // namespace

std::size_t LargestSignature(const CmsSigner& signer) {
  constexpr std::size_t kFrame = 512;  // algorithms, attributes, issuer's place
  std::size_t size = kFrame + static_cast<std::size_t>(EVP_PKEY_get_size(signer.key)) +
                     2 * EncodedSize(signer.certificate);
  for (X509* certificate : signer.chain) size += EncodedSize(certificate);
  return size;
}

std::string SignDetached(const CmsSigner& signer, std::span<const std::string_view> parts,
                         std::chrono::system_clock::time_point signed_at) {
  const Cms cms = Begin(signer, signed_at);
  const Bio chain(CMS_dataInit(cms.get(), nullptr));
  if (!chain) Fail("content");
  for (std::string_view part : parts) {
    if (BIO_write(chain.get(), part.data(), static_cast<int>(part.size())) !=
        static_cast<int>(part.size())) {
      Fail("content");
    }
  }
  if (CMS_dataFinal(cms.get(), chain.get()) != 1) Fail("signing");
  return Encode(cms.get());
}

}  // namespace permit
