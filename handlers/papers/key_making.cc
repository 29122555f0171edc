#include "handlers/papers/key_making.h"

#include <fcntl.h>
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace permit {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::days kAuthorityLasts{20 * 365};
constexpr std::string_view kAgency = "National Immigration Agency";

[[noreturn]] void ThrowFileError(const std::string& what, const std::string& file) {
  throw KeyStoreError("cannot " + what + " '" + file + "': " + std::strerror(errno));
}

void FlushFolder(const std::string& folder) {
  const int handle = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (handle < 0) ThrowFileError("open", folder);
  fsync(handle);
  close(handle);
}

void WriteFile(const std::string& file, const std::string& text, mode_t mode) {
  const std::string folder = fs::path(file).parent_path();
  const std::string fresh = file + ".new";
  struct stat around {};
  if (stat(folder.c_str(), &around) != 0) ThrowFileError("write to", folder);
  const int handle = open(fresh.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (handle < 0) ThrowFileError("write", fresh);
  const bool written = write(handle, text.data(), text.size()) == std::ssize(text) &&
                       fchown(handle, static_cast<uid_t>(-1), around.st_gid) == 0 &&
                       fchmod(handle, mode) == 0 && fsync(handle) == 0;
  close(handle);
  if (!written || rename(fresh.c_str(), file.c_str()) != 0) ThrowFileError("write", file);
  FlushFolder(folder);
}

std::string ReadFile(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) ThrowFileError("read", file);
  return {std::istreambuf_iterator<char>(in), {}};
}

PrivateKey MakeKey() {
  PrivateKey key(EVP_EC_gen("P-256"));
  if (!key) ThrowCertificateError("no key can be made");
  return key;
}

struct SubjectPart {
  const char* name;
  std::string value;
};
using Subject = std::vector<SubjectPart>;

void Extend(X509& certificate, X509& issuer, int kind, const char* value) {
  X509V3_CTX context;
  X509V3_set_ctx(&context, &issuer, &certificate, nullptr, nullptr, 0);
  X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, kind, value);
  const bool added = extension != nullptr && X509_add_ext(&certificate, extension, -1) == 1;
  X509_EXTENSION_free(extension);
  if (!added) ThrowCertificateError("the certificate cannot be extended");
}

struct Validity {
  std::chrono::sys_seconds from;
  std::chrono::days lasts;
};

Certificate BareCertificate(EVP_PKEY& key, const Subject& subject, const Validity& validity) {
  Certificate certificate(X509_new());
  X509_set_version(certificate.get(), 2);
  unsigned char serial[16];
  RAND_bytes(serial, sizeof serial);
  serial[0] = static_cast<unsigned char>((serial[0] & 0x3F) | 0x40);
  BIGNUM* number = BN_bin2bn(serial, sizeof serial, nullptr);
  BN_to_ASN1_INTEGER(number, X509_get_serialNumber(certificate.get()));
  BN_free(number);
  ASN1_TIME_set(X509_getm_notBefore(certificate.get()), validity.from.time_since_epoch().count());
  ASN1_TIME_set(X509_getm_notAfter(certificate.get()),
                (validity.from + validity.lasts).time_since_epoch().count());
  X509_set_pubkey(certificate.get(), &key);
  X509_NAME* name = X509_get_subject_name(certificate.get());
  for (const SubjectPart& part : subject) {
    X509_NAME_add_entry_by_txt(name, part.name, MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char*>(part.value.c_str()), -1, -1,
                               0);
  }
  return certificate;
}

void SignCertificate(X509& certificate, EVP_PKEY& key) {
  if (X509_sign(&certificate, &key, EVP_sha256()) == 0) {
    ThrowCertificateError("the certificate cannot be signed");
  }
}

struct Authority {
  Certificate certificate;
  PrivateKey key;
};

Authority MakeAuthority(const std::string& folder, std::chrono::sys_seconds from) {
  Authority made{nullptr, MakeKey()};
  made.certificate = BareCertificate(
      *made.key,
      {{"C", "TW"}, {"O", std::string(kAgency)}, {"CN", "Permit signing CA (demonstration)"}},
      {from, kAuthorityLasts});
  X509& certificate = *made.certificate;
  X509_set_issuer_name(&certificate, X509_get_subject_name(&certificate));
  Extend(certificate, certificate, NID_basic_constraints, "critical,CA:TRUE,pathlen:0");
  Extend(certificate, certificate, NID_key_usage, "critical,keyCertSign,cRLSign");
  Extend(certificate, certificate, NID_subject_key_identifier, "hash");
  SignCertificate(certificate, *made.key);
  WriteFile(folder + "/ca.key", WritePem(*made.key), 0600);
  WriteFile(folder + "/ca.crt", WritePem(certificate), 0644);
  return made;
}

Authority OpenAuthority(const std::string& folder, std::chrono::sys_seconds from) {
  const std::string certificate = folder + "/ca.crt";
  const std::string key = folder + "/ca.key";
  if (!fs::exists(certificate)) return MakeAuthority(folder, from);
  if (!fs::exists(key)) {
    throw KeyStoreError("'" + folder +
                        "' trusts a CA whose key is elsewhere: bring in what that CA issues with "
                        "permitctl key import");
  }
  Authority found{std::move(ReadCertificates(ReadFile(certificate)).front()),
                  ReadPrivateKey(ReadFile(key))};
  if (!KeyFits(*found.certificate, *found.key)) {
    throw KeyStoreError("the key '" + key + "' is not that of the first certificate in ca.crt");
  }
  return found;
}

Subject SubjectOf(const NewSigner& wanted) {
  Subject subject = {{"C", wanted.signer.substr(0, 2)}, {"O", std::string(kAgency)}};
  switch (wanted.use) {
    case KeyUse::kSeal:
      for (const std::string& unit : wanted.units) subject.push_back({"OU", unit});
      subject.push_back({"CN", wanted.signer.substr(2)});
      break;
    case KeyUse::kDocument:
      subject.push_back({"CN", "Exit and entry permits (demonstration)"});
      break;
  }
  return subject;
}

// One past the highest number that any file of the folder bears, also one without its certificate.
std::string NextReference(const std::string& folder, const std::string& signer) {
  unsigned highest = 0;
  for (const auto& entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename();
    const std::size_t at = name.find("-" + signer);
    if (at == std::string::npos || name.size() < at + 8) continue;
    unsigned number = 0;
    const char* digits = name.data() + at + 5;
    if (std::from_chars(digits, digits + 3, number, 16).ptr == digits + 3) {
      highest = std::max(highest, number);
    }
  }
  if (highest >= 0xFFF) throw KeyStoreError("the references of '" + signer + "' are used up");
  char text[4];
  std::snprintf(text, sizeof text, "%03X", highest + 1);
  return signer + text;
}

std::string FileOf(const std::string& folder, KeyUse use, const std::string& reference) {
  return folder + "/" + std::string(Code(use)) + "-" + reference;
}

void WriteSigner(const std::string& folder, KeyUse use, const std::string& reference,
                 const EVP_PKEY& key, const std::string& certificates) {
  const std::string file = FileOf(folder, use, reference);
  WriteFile(file + ".key", WritePem(key), 0640);
  WriteFile(file + ".crt", certificates, 0644);
}

void CheckImported(const ImportedSigner& given, std::span<const Certificate> certificates,
                   const EVP_PKEY& key, std::span<const Certificate> authorities) {
  const X509& certificate = *certificates.front();
  if (!KeyFits(certificate, key)) throw KeyStoreError("the key is not that of the certificate");
  for (std::size_t i = 0; i + 1 < certificates.size(); ++i) {
    if (!IsIssuedBy(*certificates[i], *certificates[i + 1])) {
      throw KeyStoreError("'" + SubjectText(*certificates[i]) +
                          "' is not issued by the certificate that follows it");
    }
  }
  const X509& last = *certificates.back();
  if (std::ranges::none_of(authorities, [&](const Certificate& authority) {
        return IsIssuedBy(last, *authority);
      })) {
    throw KeyStoreError("no CA of ca.crt issued '" + SubjectText(last) + "': name it with --ca");
  }
  if (given.use != KeyUse::kSeal) return;
  if (!HasP256Key(certificate)) throw KeyStoreError("a seal is signed by a key of the curve P-256");
  if (SubjectUnits(certificate).empty()) {
    throw KeyStoreError("the certificate of a seal names the receiving units as OUs: '" +
                        SubjectText(certificate) + "' has none");
  }
}

}  // namespace

std::string MakeSigner(const std::string& folder, const NewSigner& wanted) {
  const Authority authority = OpenAuthority(folder, wanted.from);
  std::string reference = NextReference(folder, wanted.signer);
  if (!KeyStore::IsReference(reference)) {
    throw KeyStoreError("a signer is four capital letters or digits, not '" + wanted.signer + "'");
  }
  const PrivateKey key = MakeKey();
  const Certificate certificate =
      BareCertificate(*key, SubjectOf(wanted), {wanted.from, wanted.lasts});
  X509_set_issuer_name(certificate.get(), X509_get_subject_name(authority.certificate.get()));
  Extend(*certificate, *authority.certificate, NID_basic_constraints, "critical,CA:FALSE");
  Extend(*certificate, *authority.certificate, NID_key_usage,
         wanted.use == KeyUse::kSeal ? "critical,digitalSignature"
                                     : "critical,digitalSignature,nonRepudiation");
  Extend(*certificate, *authority.certificate, NID_subject_key_identifier, "hash");
  Extend(*certificate, *authority.certificate, NID_authority_key_identifier, "keyid:always");
  SignCertificate(*certificate, *authority.key);
  WriteSigner(folder, wanted.use, reference, *key, WritePem(*certificate));
  return reference;
}

std::string ImportSigner(const std::string& folder, const ImportedSigner& given) {
  const std::vector<Certificate> certificates = ReadCertificates(given.certificates);
  const PrivateKey key = ReadPrivateKey(given.key);
  const std::string trusted = folder + "/ca.crt";
  std::string authorities = fs::exists(trusted) ? ReadFile(trusted) : "";
  authorities += given.authorities;
  if (authorities.empty()) throw KeyStoreError("there is no CA yet: name it with --ca");
  CheckImported(given, certificates, *key, ReadCertificates(authorities));

  std::string reference =
      given.reference.empty() ? NextReference(folder, given.signer) : given.reference;
  if (!KeyStore::IsReference(reference)) {
    throw KeyStoreError("'" + reference + "' is no reference like TWNI001");
  }
  if (KeyStore::Open(folder).Find(reference) != nullptr) {
    throw KeyStoreError("there is a signer " + reference + " already");
  }
  std::string pem;
  for (const Certificate& certificate : certificates) pem += WritePem(*certificate);
  if (!given.authorities.empty()) WriteFile(trusted, authorities, 0644);
  WriteSigner(folder, given.use, reference, *key, pem);
  return reference;
}

void RetireSigner(const std::string& folder, const std::string& reference) {
  const KeyStore store = KeyStore::Open(folder);
  const Signer* signer = store.Find(reference);
  if (signer == nullptr) throw KeyStoreError("there is no signer " + reference);
  if (signer->retired) throw KeyStoreError("the signer " + reference + " is retired already");
  const std::string file = FileOf(folder, signer->use, reference) + ".key";
  if (unlink(file.c_str()) != 0) ThrowFileError("delete", file);
  FlushFolder(folder);
}

}  // namespace permit
